import type { Index } from './compile.ts';
import { ROLE } from './flat-index.ts';
import { factsOf } from './index-facts.ts';
import { type SignalKind, type Specificity, WORTH } from './weights.ts';

/** A stretch of text that speaks for or against one meaning of a form. */
export interface Signal {
  readonly kind: SignalKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it is worth by itself; never negative, also when it speaks against. */
  readonly worth: number;
}

/** What a claim says about an entry, if it says anything. */
export function kindFor(index: Index, claim: number, entry: number): SignalKind | undefined {
  const role = index.roleOf(claim);
  const target = index.targetOf(claim);
  const { glossaryOf } = factsOf(index);
  if (role === ROLE.cueForGlossary) return target === glossaryOf[entry] ? 'glossary' : undefined;
  if (role === ROLE.cueFor) return target === entry ? 'cue' : undefined;
  if (role === ROLE.cueAgainst) return target === entry ? 'not' : undefined;
  if (index.needsContext(claim)) return undefined;
  if (target === entry) return 'own';
  return glossaryOf[target] === glossaryOf[entry] ? 'kin' : undefined;
}

/** How specific a cue is, judged from how the page writes it. */
export function specificityOf(text: string, startsSentence: boolean): Specificity {
  const several = /[\s-]/.test(text.trim());
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const cased = /[\p{Ll}\p{Lu}]/u.test(text);
  if (!cased) return 'name';
  if (capitals > 1) return 'name';
  if (capitals === 1 && !startsSentence) return several ? 'name' : 'capitalised';
  return several ? 'phrase' : 'word';
}

/** The worth of a cue of this kind as the page writes it. */
export function worthOf(kind: SignalKind, text: string, startsSentence: boolean): number {
  return WORTH[kind][specificityOf(text, startsSentence)];
}
