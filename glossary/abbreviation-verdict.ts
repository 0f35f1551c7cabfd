import { type Alignment, align, costLimit } from './abbreviation-alignment.ts';
import { isLongForm } from './abbreviation-long.ts';
import { alignRearranged, alignRemainder } from './abbreviation-rearranged.ts';
import { readShortForm, type ShortForm } from './abbreviation-short.ts';
import { firstWords, lastWords, readWords, type Words } from './abbreviation-words.ts';
import type { Definition } from './abbreviations.ts';

/** A place where a text may define a short form. */
export interface Candidate {
  readonly shortStart: number;
  readonly shortEnd: number;
  /** The words that the long form is in: it reaches to their end, or from their start where it comes after. */
  readonly from: number;
  readonly to: number;
  readonly order: 'long-first' | 'short-first';
  /**
   * What speaks for a definition apart from the letters: brackets, words such as "stands for", the "or" of
   * news ("…, or RGB,"), or nothing but a comma or dash.
   */
  readonly sign: 'bracket' | 'words' | 'weak' | 'bare';
  /** Short form first, and the long form may end before `to`. */
  readonly open?: boolean;
}

/** A definition and how far its letters are from plain initials. */
export interface Verdict {
  readonly definition: Definition;
  readonly cost: number;
}

/** Words in a long form beyond the letters of its short form, after Schwartz and Hearst. */
const MOST_EXTRA_WORDS = 5;
/** "Defra", "Lib Dems": might as well be a word or a name. */
const WORD_LIKE = /^(?=.{4})\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*$/u;
const WORD_LIKE_LIMIT = 1.5;
/** Without brackets the letters must be initials, or nearly. */
const WORDS_SHARE = 0.6;
const BARE_LIMIT = 0.7;

/** The definition that a candidate holds, if the letters of its short form can be read out of the words. */
export function judge(text: string, candidate: Candidate): Verdict | undefined {
  const short = readShortForm(text.slice(candidate.shortStart, candidate.shortEnd));
  let best: Verdict | undefined;
  for (const words of readings(text, candidate, short.letters.length + MOST_EXTRA_WORDS)) {
    const verdict = judgeWords(text, candidate, { short, words });
    if (verdict && (!best || verdict.cost < best.cost)) best = verdict;
  }
  return best;
}

/** The words nearest to the short form; where the end is open, each beginning of them. */
function readings(text: string, { from, to, order, open }: Candidate, most: number): Words[] {
  // One word more shows whether "the" stands before the long form.
  if (order === 'long-first') return [readWords(text, lastWords(text, { from, to }, most + 1), to)];
  if (!open) return [readWords(text, from, to)];
  const words = readWords(text, from, firstWords(text, { from, to }, most));
  return words.ends.map((_, last) => ({
    letters: words.letters.filter((letter) => (words.parts[letter.part]?.word ?? 0) <= last),
    parts: words.parts.filter((part) => part.word <= last),
    ends: words.ends.slice(0, last + 1),
  }));
}

interface Reading {
  readonly short: ShortForm;
  readonly words: Words;
}

function judgeWords(text: string, candidate: Candidate, { short, words }: Reading): Verdict | undefined {
  const found = bestAlignment(short, words, candidate);
  if (!found || found.cost > limit(short, found, candidate)) return undefined;
  const { shortStart, shortEnd } = candidate;
  const longEnd = candidate.open ? wordEnd(text, found.start, words) : candidate.to;
  const long = text.slice(found.start, longEnd);
  const opensSentence = found.start === candidate.from;
  if (!isLongForm({ text: long, words: found.words, opensSentence }, short)) return undefined;
  const definition = { short: short.text, long, shortStart, shortEnd, longStart: found.start, longEnd };
  return { definition, cost: found.cost };
}

/** Where the last word ends, without the punctuation after it. */
function wordEnd(text: string, start: number, words: Words): number {
  const end = words.ends.at(-1) ?? start;
  return end - (/["'”’.,;:!?)\]]*$/.exec(text.slice(start, end))?.[0].length ?? 0);
}

function bestAlignment(short: ShortForm, words: Words, candidate: Candidate): Alignment | undefined {
  const anchored = candidate.order === 'short-first';
  const straight = align(short, words, anchored);
  if (anchored || short.letters.length < 3 || candidate.sign === 'bare') return straight;
  if (candidate.sign !== 'bracket') {
    const fits = straight && straight.cost <= limit(short, straight, candidate);
    return fits ? straight : alignRemainder(short, words);
  }
  return [straight, ...alignRearranged(short, words)].reduce(
    (best, next) => (next && (!best || next.cost < best.cost) ? next : best),
    undefined,
  );
}

/** The most that the alignment may cost at a candidate of this kind. */
function limit(short: ShortForm, found: Alignment, { sign, order }: Candidate): number {
  const count = short.letters.length;
  const most = WORD_LIKE.test(short.text) ? Math.min(costLimit(count), WORD_LIKE_LIMIT) : costLimit(count);
  if (sign === 'bare' && count < 5) return count < 3 ? 0 : BARE_LIMIT;
  if (sign === 'weak' || sign === 'bare') return Math.min(most, 0.5 + (count < 3 ? 0 : 0.5 * count));
  if (sign === 'words') return most * WORDS_SHARE;
  if (order === 'long-first') return most;
  return Math.min(most, found.words === 1 ? 0.9 + 0.5 * count : 1.5 + 0.3 * count);
}
