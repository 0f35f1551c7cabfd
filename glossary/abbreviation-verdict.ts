import { type Alignment, align, alignInitials, alignRemainder, costLimit } from './abbreviation-alignment.ts';
import { exchanged, readShortForm, type ShortForm } from './abbreviation-short.ts';
import { readWords, type Words } from './abbreviation-words.ts';
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
  /** The long form may end before `to`. */
  readonly open?: boolean;
}

/** A definition and how far its letters are from plain initials. */
export interface Verdict {
  readonly definition: Definition;
  readonly cost: number;
}

/** Letters in another order must fit with few liberties, by letter, and yield to letters in order. */
const REARRANGED_SHARE = 0.5;
const REARRANGED = 2.5;
const LOWER = /\p{Ll}/gu;
const LOWER_START = /^\p{Ll}/u;
const PARTY_AND_STATE = /^[RDI]-(?=\p{Lu})/u;
const LOOSE_END = /[-–—/]$/;

/** The definition that a candidate holds, if the letters of its short form can be read out of the words. */
export function judge(text: string, candidate: Candidate): Verdict | undefined {
  const short = readShortForm(text.slice(candidate.shortStart, candidate.shortEnd));
  const words = readWords(text, candidate.from, candidate.to);
  let best: Verdict | undefined;
  for (const length of lengths(words, short, candidate)) {
    const verdict = judgeWords(text, candidate, { short, words: length });
    if (verdict && (!best || verdict.cost < best.cost)) best = verdict;
  }
  return best;
}

/** The words themselves, or where the end is open their beginnings. */
function lengths(words: Words, short: ShortForm, candidate: Candidate): Words[] {
  if (!candidate.open) return [words];
  const most = Math.min(words.ends.length, short.letters.length + 5);
  return Array.from({ length: most }, (_, count) => ({
    letters: words.letters.filter((letter) => (words.parts[letter.part]?.word ?? 0) <= count),
    parts: words.parts.filter((part) => part.word <= count),
    ends: words.ends.slice(0, count + 1),
  }));
}

function judgeWords(
  text: string,
  candidate: Candidate,
  { short, words }: { short: ShortForm; words: Words },
): Verdict | undefined {
  const found = bestAlignment(short, words, candidate);
  if (!found || found.cost > limit(short, found, candidate)) return undefined;
  const longEnd = candidate.open ? wordEnd(text, found.start, words) : candidate.to;
  const long = text.slice(found.start, longEnd);
  const opensSentence = found.start === candidate.from;
  if (!isLongForm({ long, short, words: found.words, opensSentence })) return undefined;
  const { shortStart, shortEnd } = candidate;
  const definition = { short: short.text, long, shortStart, shortEnd, longStart: found.start, longEnd };
  return { definition, cost: found.cost };
}

/** Where the last word ends, without the punctuation after it. */
function wordEnd(text: string, start: number, words: Words): number {
  const end = words.ends.at(-1) ?? start;
  return end - (/[\s"'”’.,;:!?)\]]*$/.exec(text.slice(start, end))?.[0].length ?? 0);
}

function bestAlignment(short: ShortForm, words: Words, candidate: Candidate): Alignment | undefined {
  const anchored = candidate.order === 'short-first';
  const straight = align(short, words, anchored);
  if (anchored || short.letters.length < 3 || candidate.sign === 'bare') return straight;
  if (candidate.sign !== 'bracket') {
    const fits = straight && straight.cost <= limit(short, straight, candidate);
    return fits ? straight : alignRemainder(short, words);
  }
  return [straight, ...rearranged(short, words)].reduce(
    (best, next) => (next && (!best || next.cost < best.cost) ? next : best),
    undefined,
  );
}

function rearranged(short: ShortForm, words: Words): Alignment[] {
  const most = REARRANGED_SHARE * short.letters.length;
  return [...exchanged(short).map((form) => align(form, words, false)), alignInitials(short, words)]
    .filter((found) => found !== undefined && found.cost <= most)
    .map((found) => ({ ...found, cost: found.cost + REARRANGED }));
}

/** The most that the alignment may cost at a candidate of this kind. */
function limit(short: ShortForm, found: Alignment, { sign, order }: Candidate): number {
  const count = short.letters.length;
  const most = costLimit(count);
  if (sign === 'bare') return count < 3 ? 0 : 0.7;
  if (sign === 'weak') return count < 3 ? Math.min(most, 0.5) : Math.min(most, 0.5 + 0.5 * count);
  if (sign === 'words') return most * 0.6;
  if (order === 'long-first') return most;
  return Math.min(most, found.words === 1 ? 0.9 + 0.5 * count : 1.5 + 0.3 * count);
}

interface Long {
  readonly long: string;
  readonly short: ShortForm;
  readonly words: number;
  readonly opensSentence: boolean;
}

/** What a long form must be, whatever its letters. */
function isLongForm({ long, short, words, opensSentence }: Long): boolean {
  const count = short.letters.length;
  if (long.length <= short.text.length || LOOSE_END.test(long)) return false;
  if (long.toLowerCase().split(/\s+/).includes(short.text.toLowerCase())) return false;
  const party = PARTY_AND_STATE.exec(short.text)?.[0];
  if (party !== undefined && !long.startsWith(party)) return false;
  const lower = long.match(LOWER)?.length ?? 0;
  if (words === 1 && (long.length < count + 3 || (lower < 3 && LOWER_CASED.test(long)))) return false;
  if (count > 1) return true;
  // A single letter stands for a word, never for a name or the copyright sign.
  return long.length >= 6 && (LOWER_START.test(long) || (opensSentence && long !== 'Copyright'));
}

const LOWER_CASED = /\p{L}/u;
