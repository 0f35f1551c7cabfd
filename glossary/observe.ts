import type { Definition } from './abbreviations.ts';
import type { Index } from './compile.ts';
import { isKept, type Observed, type PageDefinition } from './evidence.ts';
import { ROLE } from './flat-index.ts';
import { hashOf } from './hash.ts';
import { factsOf } from './index-facts.ts';
import type { Reading } from './reading.ts';
import { sentenceAt, sentenceStarts } from './sentences.ts';

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
  for (const [at, claim] of reading.claims.entries()) {
    const isForm = index.roleOf(claim) === ROLE.form;
    if (isForm && index.needsContext(claim)) continue;
    const words = text.slice(reading.starts[at], reading.ends[at]).replace(/\s+/g, ' ');
    if (!isKept(words)) continue;
    if (isForm && ambiguous[index.targetOf(claim)] === 1) named.add(words);
    cues.add(words);
  }
  return {
    hash: prose ? hashOf(text) : undefined,
    cues: [...cues],
    named: [...named],
    defined: definitions.map((definition) => written(text, definition)),
  };
}

/** The definition with the sentence that gives it, from where the long or short form begins if it is long. */
function written(text: string, definition: Definition): PageDefinition {
  const { short, long, shortStart, longStart } = definition;
  const starts = sentenceStarts(text);
  const from = Math.min(shortStart, longStart);
  const number = sentenceAt(starts, from);
  const sentence = text.slice(starts[number], starts[number + 1] ?? text.length).trim();
  return [short, long, sentence.length <= 100 ? sentence : `…${text.slice(from, starts[number + 1]).trim()}`];
}
