import { type Alignment, align, STOP_WORDS } from './abbreviation-alignment.ts';
import { exchanged, type ShortForm } from './abbreviation-short.ts';
import type { Words } from './abbreviation-words.ts';

/** Letters in another order must fit with few liberties (by letter of the short form) … */
const MOST_PER_LETTER = 0.5;
/** … and yield to letters in order. */
const REARRANGED = 2.5;
/** Plain initials, articles and prepositions between them left out. */
const INITIALS = 0.2;

/** Alignments of the letters in another order: IFN-gamma for gamma-interferon, RDC for a Democratic Republic. */
export function alignRearranged(short: ShortForm, words: Words): Alignment[] {
  const most = MOST_PER_LETTER * short.letters.length;
  return [...exchanged(short).map((form) => align(form, words, false)), alignInitials(short, words)]
    .filter((found): found is Alignment => found !== undefined && found.cost <= most)
    .map((found) => ({ ...found, cost: found.cost + REARRANGED }));
}

/**
 * The same letters in another order, as names translated from another language have them: "Democratic
 * Republic of the Congo (RDC)". Only where each word of the long form gives exactly its first letter.
 */
function alignInitials(short: ShortForm, words: Words): Alignment | undefined {
  const count = short.letters.length;
  const initials = words.parts.filter((part) => !STOP_WORDS.has(part.text)).slice(-count);
  const first = initials[0];
  if (count < 3 || initials.length < count || !first?.leads) return undefined;
  const given = initials.map((part) => part.text[0] ?? '');
  if (sorted(short.letters) !== sorted(given)) return undefined;
  return { cost: 0, start: first.wordStart, words: words.ends.length - first.word };
}

/**
 * A long form that lacks the first letter, as news shortens names that were given before: "the demarcation
 * line, or MDL". Only where the rest is plain initials and "the" shows where it begins.
 */
export function alignRemainder(short: ShortForm, words: Words): Alignment | undefined {
  const letters = short.letters.slice(1);
  const found = align({ ...short, letters }, words, false);
  const first = words.parts.findIndex((part) => part.wordStart === found?.start);
  if (!found || letters.length < 2 || words.parts[first - 1]?.text !== 'the') return undefined;
  return found.cost <= INITIALS ? found : undefined;
}

function sorted(letters: readonly string[]): string {
  return [...letters].sort().join('');
}
