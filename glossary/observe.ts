import type { Definition } from './abbreviations.ts';
import type { Index } from './compile.ts';
import type { Observed, PageDefinition } from './evidence.ts';
import { ROLE } from './flat-index.ts';
import { hashOf } from './hash.ts';
import { factsOf } from './index-facts.ts';
import type { Reading } from './reading.ts';
import { sentenceAt } from './sentences.ts';

/** Shorter passages (menu items, dates, names) say little about what a page is about. */
const LEAST_PROSE = 20;
/** Two capitals, or a capital and a digit, close together. Ranges, because property classes cost four times as much. */
const ABBREVIATED =
  /[A-Z\u00c0-\u00de\u0391-\u03a9\u0400-\u042f][a-z.&/-]?[A-Z0-9\u00c0-\u00de\u0391-\u03a9\u0400-\u042f]|[0-9][A-Z]/;

/** Whether a passage has anything like an abbreviation: without one, no text defines or uses one. */
export function hasAbbreviations(text: string): boolean {
  return ABBREVIATED.test(text);
}

/** What a passage adds to the evidence of its page. */
export function observe(
  index: Index,
  reading: Reading,
  definitions: readonly Definition[],
): Observed | undefined {
  const { text } = reading;
  const prose = text.length >= LEAST_PROSE;
  if (!prose && definitions.length === 0 && reading.claims.length === 0) return undefined;
  const cues = new Set<string>();
  const named = new Set<string>();
  const { ambiguous } = factsOf(index);
  const wordsAt = wordsIn(reading);
  for (const [at, claim] of reading.claims.entries()) {
    const isForm = index.roleOf(claim) === ROLE.form;
    if (isForm && index.needsContext(claim)) continue;
    const words = wordsAt(at);
    if (isForm && ambiguous[index.targetOf(claim)] === 1) named.add(words);
    cues.add(words);
  }
  return {
    hash: prose ? hashOf(text) : undefined,
    cues: [...cues],
    named: [...named],
    defined: definitions.map((definition) => written(reading, definition)),
  };
}

/** Looks up the words of claims, one after the other: several entries and cues mostly claim the same ones. */
function wordsIn({ text, starts, ends }: Reading): (claim: number) => string {
  const isSpacedEvenly = !/\s\s|[^\S ]/.test(text);
  let [from, to, words] = [-1, -1, ''];
  return (claim) => {
    const [start = 0, end = 0] = [starts[claim], ends[claim]];
    if (start === from && end === to) return words;
    [from, to, words] = [start, end, text.slice(start, end)];
    if (!isSpacedEvenly) words = words.replace(/\s+/g, ' ');
    return words;
  };
}

/** Characters of the sentence around a definition that are worth keeping. */
const LONGEST_SENTENCE = 100;

/** The definition with its sentence, from where its long or short form begins if the sentence is long. */
function written(reading: Reading, definition: Definition): PageDefinition {
  const { short, long, shortStart, longStart } = definition;
  const { text, sentenceStarts } = reading;
  const from = Math.min(shortStart, longStart);
  const number = sentenceAt(sentenceStarts, from);
  const start = sentenceStarts[number] ?? 0;
  const end = sentenceStarts[number + 1] ?? text.length;
  if (end - start <= LONGEST_SENTENCE) return [short, long, text.slice(start, end).trim()];
  return [
    short,
    long,
    `${from > start ? '…' : ''}${text.slice(from, Math.min(end, from + 3 * LONGEST_SENTENCE)).trim()}`,
  ];
}
