import type { Index } from './compile.ts';
import { ROLE } from './flat-index.ts';
import { factsOf } from './index-facts.ts';
import { withoutOverlap } from './resolve.ts';
import { type SignalKind, type Specificity, sharedWorth, WORTH } from './weights.ts';

/** A stretch of text that speaks for or against one meaning of a form. */
export interface Signal {
  readonly kind: SignalKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it is worth by itself; never negative, also when it speaks against. */
  readonly worth: number;
  /** Made of plain words, which other subjects use as well. */
  readonly plain: boolean;
}

/** Whether a signal is only the name of another entry. */
export function isKin({ kind }: Pick<Signal, 'kind'>): boolean {
  return kind === 'kin' || kind === 'doubtful';
}

/** What a claim says about an entry, if it says anything. */
function kindFor(index: Index, claim: number, entry: number): SignalKind | undefined {
  const role = index.roleOf(claim);
  const target = index.targetOf(claim);
  const { glossaryOf } = factsOf(index);
  if (role === ROLE.cueForGlossary) return target === glossaryOf[entry] ? 'glossary' : undefined;
  if (role === ROLE.cueFor) return target === entry ? 'cue' : undefined;
  if (role === ROLE.cueAgainst) return target === entry ? 'not' : undefined;
  if (target === entry) return index.needsContext(claim) ? undefined : 'own';
  if (glossaryOf[target] !== glossaryOf[entry]) return undefined;
  return index.needsContext(claim) ? 'doubtful' : 'kin';
}

/** How specific a cue is: as its glossary writes it, and how many words the page has of it. */
function specificityOf(text: string, plain: boolean): Specificity {
  const several = /[\s-]/.test(text);
  if (plain) return several ? 'phrase' : 'word';
  return several || !/\p{Ll}/u.test(text) ? 'name' : 'capitalised';
}

/** What a claim says about an entry, and what that is worth as the page writes it. */
export function signalOf(index: Index, claim: number, about: About): Signal | undefined {
  const { entry, text, start, end } = about;
  const kind = kindFor(index, claim, entry);
  if (kind === undefined) return undefined;
  const shared = kind === 'cue' ? sharedWorth(factsOf(index).sharing[claim] ?? 1) : 1;
  const plain = index.isPlain(claim);
  if (!plain && isLowerCase(text)) return undefined;
  return { kind, text, start, end, plain, worth: WORTH[kind][specificityOf(text, plain)] * shared };
}

/** A name in small letters is another word: Reform and reform, the South and the south. */
function isLowerCase(text: string): boolean {
  return text === text.toLowerCase() && text !== text.toUpperCase();
}

/** A stretch of text and the entry of which it is asked. */
export interface About {
  readonly entry: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Without the signals that stand inside longer ones: "Korea" in "Korea Investment Corporation". Names of other
 * entries give way to cues ("North Korean hackers"), not the other way round.
 */
export function outermost<S extends Signal>(signals: readonly S[]): S[] {
  const cues = notInside(signals.filter((signal) => !isKin(signal)));
  const names = withoutOverlap(signals.filter(isKin));
  return [
    ...cues,
    ...names.filter((name) => !cues.some((cue) => cue.start < name.end && cue.end > name.start)),
  ];
}

function notInside<S extends Signal>(signals: readonly S[]): S[] {
  const sorted = [...signals].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = -1;
  let widest = -1;
  return sorted.filter(({ start, end }) => {
    const inside = end < reach || (end === reach && start > widest);
    if (end > reach) {
      reach = end;
      widest = start;
    }
    return !inside;
  });
}
