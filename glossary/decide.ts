import type { Definition } from './abbreviations.ts';
import type { Chooser } from './choices.ts';
import type { Index } from './compile.ts';
import type { Span } from './entry.ts';
import type { LanguageFit } from './fitting.ts';
import { factsOf } from './index-facts.ts';
import { type PageTerm, pageTermMentions } from './page-terms.ts';
import type { PageView } from './page-view.ts';
import type { Place, Reading } from './reading.ts';
import type { Decision, Reason } from './reasons.ts';
import { type Stretch, withoutOverlap } from './resolve.ts';
import { type Sense, type Weighed, weigh } from './senses.ts';
import { sentenceAt } from './sentences.ts';

/** One passage with all that decides about its forms. */
export interface PassageContext {
  readonly index: Index;
  readonly passage: number;
  readonly reading: Reading;
  /** Whether the passage has anything like an abbreviation. */
  readonly abbreviated: boolean;
  readonly definitions: readonly Definition[];
  readonly language: LanguageFit;
  readonly view: PageView;
  readonly choose: Chooser;
  readonly terms: ReadonlyMap<string, PageTerm>;
  readonly explain: boolean;
  readonly silentWhereExplained: boolean;
}

/** What came of a passage. */
export interface PassageNotes {
  readonly spans: readonly Span[];
  /** Whether other evidence could change the spans. */
  readonly open: boolean;
  readonly decisions: readonly Decision[];
}

interface Settled {
  readonly place: Place;
  /** The meanings that can be marked or listed, likeliest first; the first is marked if `marked`. */
  readonly senses: readonly Weighed[];
  readonly marked: boolean;
  readonly open: boolean;
}

interface Verdict extends Settled {
  /** The sentence spells the abbreviation out: known, but not marked. */
  readonly silent: boolean;
}

/** Settles every form in a passage and picks the spans. */
export function readPassage(context: PassageContext): PassageNotes {
  const { reading } = context;
  const explained = explainedIn(context);
  const verdicts = settleAll(context).map((verdict) => ({
    ...verdict,
    silent: isExplained(reading, explained, verdict.place),
  }));
  const known = verdicts.filter(({ marked }) => marked);
  const { text } = context.reading;
  const mentions = context.abbreviated ? pageTermMentions(text, context.terms, context.definitions) : [];
  const marks: (Stretch & { readonly span: Span | undefined })[] = known.map((verdict) => ({
    start: verdict.place.start,
    end: verdict.place.end,
    span: verdict.silent ? undefined : spanOf(context, verdict),
  }));
  for (const { short, start, end } of mentions) {
    if (known.some(({ place }) => place.start < end && place.end > start)) continue;
    if (context.choose(`page:${short}`, short) === 'never') continue;
    marks.push({ start, end, span: { passage: context.passage, start, end, entry: `page:${short}` } });
  }
  return {
    spans: withoutOverlap(marks).flatMap(({ span }) => span ?? []),
    open: verdicts.some(({ open }) => open),
    decisions: context.explain ? verdicts.flatMap((verdict) => decisionOf(context, verdict)) : [],
  };
}

/** With more places than this a passage is a list or an attack, and no prose that wants a close look. */
const CROWDED = 2_000;
/** Characters of a crowded passage in which a form is settled once. */
const STRETCH = 512;

function settleAll(context: PassageContext): Settled[] {
  const places = context.reading.places();
  if (places.length <= CROWDED) return places.map((place) => settle(context, place));
  const settled = new Map<string, Settled>();
  return places.map((place) => {
    const written = context.reading.text.slice(place.start, place.end);
    const key = `${Math.floor(place.start / STRETCH)} ${written}`;
    const verdict = settled.get(key) ?? settle(context, place);
    settled.set(key, verdict);
    return { ...verdict, place };
  });
}

function settle(context: PassageContext, place: Place): Settled {
  const { index, reading } = context;
  const written = reading.text.slice(place.start, place.end);
  const senses = sensesOf(context, place, written);
  const only = senses.length === 1 ? senses[0] : undefined;
  if (only !== undefined && isPlain(context, only, written)) {
    const open = isAcronym(written);
    return { place, senses: [{ ...only, sum: 0, excluded: false, reasons: [] }], marked: true, open };
  }
  const { view } = context;
  const weighed = senses.map((sense) => {
    const choice = context.choose(index.refOf(sense.entry), written);
    return weigh(sense, { index, view, reading, place, choice });
  });
  // Entries are numbered in the reader's order of glossaries, which breaks ties.
  weighed.sort((a, b) => b.sum - a.sum || a.entry - b.entry);
  const marked = (weighed[0]?.sum ?? -1) >= 0;
  return { place, senses: weighed, marked, open: weighed.length > 0 };
}

/** One meaning, unambiguous, that neither entry, reader nor page contradicts: no need to weigh. */
function isPlain({ index, choose, view }: PassageContext, sense: Sense, written: string): boolean {
  if (sense.ambiguous || factsOf(index).contested[sense.entry] === 1) return false;
  if (choose(index.refOf(sense.entry), written) !== undefined) return false;
  return !isAcronym(written) || view.definition(written, sense.entry)?.says !== 'against';
}

function isAcronym(written: string): boolean {
  return /^\P{Ll}+s?$/u.test(written) && /\p{Lu}/u.test(written);
}

function sensesOf({ index, language }: PassageContext, place: Place, written: string): Sense[] {
  const senses = new Map<number, Sense>();
  for (const claim of place.claims) {
    if (!language.fits(index, claim, written)) continue;
    const entry = index.targetOf(claim);
    const ambiguous = index.needsContext(claim) || language.mayBeWord(written);
    // Two forms of one entry may meet here; the less ambiguous one speaks.
    if (senses.get(entry)?.ambiguous !== false) senses.set(entry, { entry, ambiguous });
  }
  return [...senses.values()];
}

/** The abbreviations that a passage spells out, each with the sentence that does. */
function explainedIn({ silentWhereExplained, definitions, reading }: PassageContext): Set<string> {
  if (!silentWhereExplained || definitions.length === 0) return new Set();
  const { sentenceStarts } = reading;
  return new Set(
    definitions.map(({ short, shortStart }) => `${sentenceAt(sentenceStarts, shortStart)} ${short}`),
  );
}

function isExplained(reading: Reading, explained: ReadonlySet<string>, { start, end }: Place): boolean {
  if (explained.size === 0) return false;
  const sentence = sentenceAt(reading.sentenceStarts, start);
  const written = reading.text.slice(start, end);
  return explained.has(`${sentence} ${written}`) || explained.has(`${sentence} ${written.replace(/s$/, '')}`);
}

function spanOf({ index, passage }: PassageContext, { place, senses }: Verdict): Span {
  const [first, ...rest] = senses;
  const entry = index.refOf(first?.entry ?? 0);
  const others = rest.filter(({ excluded }) => !excluded).map((sense) => index.refOf(sense.entry));
  const span = { passage, start: place.start, end: place.end, entry };
  return others.length > 0 ? { ...span, others } : span;
}

function decisionOf({ index, passage, reading }: PassageContext, verdict: Verdict): Decision[] {
  const { place, senses, marked, open, silent } = verdict;
  const [first] = senses;
  if (first === undefined || !open || (first.reasons.length === 0 && !first.ambiguous)) return [];
  const unproven: Reason = { kind: 'unproven', text: '', where: 'page', worth: 0 };
  const reasons = first.reasons.length > 0 ? first.reasons : [unproven];
  const explained: Reason[] = silent ? [{ kind: 'explained', text: '', where: 'sentence', worth: 0 }] : [];
  return [
    {
      passage,
      start: place.start,
      end: place.end,
      form: reading.text.slice(place.start, place.end),
      entry: index.refOf(first.entry),
      marked: marked && !silent,
      ambiguous: first.ambiguous,
      sum: first.sum,
      reasons: marked ? [...explained, ...reasons] : [...reasons].sort((a, b) => a.worth - b.worth),
    },
  ];
}
