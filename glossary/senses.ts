import type { SenseChoice } from './choices.ts';
import type { Index } from './compile.ts';
import { hasSubject } from './index-facts.ts';
import { type NearSignal, nearWorth, signalsNear } from './nearness.ts';
import type { DefinitionWord, PageView, PageWord } from './page-view.ts';
import { pageSum } from './page-view.ts';
import type { Place, Reading } from './reading.ts';
import type { Reason } from './reasons.ts';
import { isKin, type Signal } from './signals.ts';
import { type SignalKind, WEIGHTS } from './weights.ts';

/** One meaning that a form may have where it stands. */
export interface Sense {
  readonly entry: number;
  /** Marked only with evidence. */
  readonly ambiguous: boolean;
}

/** How well a meaning fits. It can be marked when the sum is not negative. */
export interface Weighed extends Sense {
  readonly sum: number;
  /** Ruled out by the reader or the page's own definition, not merely unlikely. */
  readonly excluded: boolean;
  readonly reasons: readonly Reason[];
}

/** Where a meaning is weighed. */
export interface Scene {
  readonly index: Index;
  readonly view: PageView;
  readonly reading: Reading;
  readonly place: Place;
  readonly choice: SenseChoice | undefined;
}

/** Adds up what the reader, the page's definitions, the words nearby, the title and the page say. */
export function weigh(sense: Sense, scene: Scene): Weighed {
  const { index, view, reading, place, choice } = scene;
  if (choice !== undefined) return chosen(sense, choice);
  const written = reading.text.slice(place.start, place.end);
  const saysMore = (signal: Signal) => !isOwnWord(signal, written);
  const near = signalsNear(index, reading, place, sense.entry).filter(saysMore);
  const page = view.about(sense.entry);
  const titles = page.titles.filter(saysMore);
  const definition = view.definition(written, sense.entry);
  const sum =
    (sense.ambiguous ? WEIGHTS.ambiguous : WEIGHTS.unambiguous) +
    definitionSum(sense, definition) +
    nearSum(near, hasSubject(index, sense.entry)) +
    signalSum(titles, WEIGHTS.title) +
    signalSum(page.addresses, WEIGHTS.address) +
    (page.name === written ? 0 : nameSum(page, near)) +
    pageSum(page);
  const reasons = reasonsOf(near, { ...page, titles }, definition);
  return { ...sense, sum, excluded: definition?.says === 'against', reasons };
}

/** A plain word of the form itself is no evidence for it: a page on munitions says it in any sense. */
function isOwnWord({ kind, plain, text }: Signal, written: string): boolean {
  return kind === 'cue' && plain && written.toLowerCase().includes(text.toLowerCase());
}

function chosen(sense: Sense, choice: SenseChoice): Weighed {
  const worth = choice === 'always' ? Number.MAX_VALUE : -Number.MAX_VALUE;
  const reasons: Reason[] = [{ kind: 'choice', text: choice, where: 'reader', worth }];
  return { ...sense, sum: worth, excluded: choice === 'never', reasons };
}

function definitionSum(sense: Sense, definition: DefinitionWord | undefined): number {
  if (definition?.says === 'for') return WEIGHTS.definition;
  if (definition?.says !== 'against') return 0;
  return sense.ambiguous ? -WEIGHTS.definition : -WEIGHTS.otherDefinition;
}

function nearSum(near: readonly NearSignal[], subject: boolean): number {
  const names = near.filter(({ kind, plain }) => speaksFor(kind) && !plain);
  const plain = near.filter(({ kind, plain }) => speaksFor(kind) && plain);
  const kin = total(near, 'kin') + Math.min(WEIGHTS.mostDoubtful, total(near, 'doubtful'));
  // Where a glossary says what its subject is, plain words and neighbours alone do not show the subject.
  const plainSum = subject && names.length === 0 ? damped(sumOf(plain)) : sumOf(plain);
  const kinSum = subject ? Math.min(WEIGHTS.mostKin, kin) : kin;
  const attached = near.filter((signal) => signal.nearness === 'attached' && !isKin(signal));
  const theirs = attached.length > 0 && attached.every(({ kind }) => kind === 'not');
  return (
    Math.min(WEIGHTS.mostNear, sumOf(names) + plainSum + kinSum) -
    Math.min(WEIGHTS.mostNear, total(near, 'not')) +
    (theirs ? WEIGHTS.attachedAgainst : 0)
  );
}

/** Plain words beyond the bound count little: it takes several of them to stand in for a name. */
function damped(sum: number): number {
  return sum <= WEIGHTS.mostPlain ? sum : WEIGHTS.mostPlain + WEIGHTS.morePlain * (sum - WEIGHTS.mostPlain);
}

const speaksFor = (kind: SignalKind) => kind === 'own' || kind === 'glossary' || kind === 'cue';
const sumOf = (near: readonly NearSignal[]) => near.reduce((sum, signal) => sum + nearWorth(signal), 0);
const total = (near: readonly NearSignal[], wanted: SignalKind) =>
  sumOf(near.filter(({ kind }) => kind === wanted));

function signalSum(signals: readonly Signal[], factor: number): number {
  const some = signals.filter((signal) => !isKin(signal));
  const sum = some.reduce((total, { kind, worth }) => total + (kind === 'not' ? -worth : worth), 0);
  return Math.max(-WEIGHTS.mostTitle, Math.min(WEIGHTS.mostTitle, sum * factor));
}

function nameSum(page: PageWord, near: readonly NearSignal[]): number {
  return page.name === undefined || near.some(({ kind }) => kind === 'own') ? 0 : WEIGHTS.named;
}

function reasonsOf(
  near: readonly NearSignal[],
  page: PageWord,
  definition: DefinitionWord | undefined,
): Reason[] {
  const reasons: Reason[] = [];
  if (definition !== undefined && definition.says !== 'same') {
    const worth = definition.says === 'for' ? WEIGHTS.definition : -WEIGHTS.definition;
    reasons.push({ kind: 'definition', text: definition.long, where: 'page', worth });
  }
  for (const signal of near) {
    const where = signal.nearness === 'attached' || signal.nearness === 'sentence' ? 'sentence' : 'passage';
    reasons.push(reasonOf(signal, where, nearWorth(signal)));
  }
  for (const signal of page.titles) reasons.push(reasonOf(signal, 'title', signal.worth * WEIGHTS.title));
  for (const signal of page.addresses) {
    reasons.push(reasonOf(signal, 'address', signal.worth * WEIGHTS.address));
  }
  if (page.name !== undefined) {
    reasons.push({ kind: 'name', text: page.name, where: 'page', worth: WEIGHTS.named });
  }
  for (const text of page.cues.slice(0, 3)) {
    reasons.push({ kind: 'cue', text, where: 'page', worth: WEIGHTS.page * page.share });
  }
  for (const text of page.notCues.slice(0, 3)) {
    reasons.push({ kind: 'competing', text, where: 'page', worth: -WEIGHTS.page * page.against });
  }
  return reasons.sort((a, b) => b.worth - a.worth);
}

function reasonOf({ kind, text }: Signal, where: Reason['where'], worth: number): Reason {
  if (kind === 'not') return { kind: 'competing', text, where, worth: -worth };
  return { kind: kind === 'own' ? 'name' : 'cue', text, where, worth };
}
