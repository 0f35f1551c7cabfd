import { ARABIC, CLASS_BITS } from './characters.ts';
import type { Folder } from './fold.ts';
import { unitOf } from './fold-table.ts';

/** Letters that must be left after a prefix, lest a short word be taken for a prefix and a shorter one. */
const LEFT_AFTER_ARTICLE = 3;
const LEFT_AFTER_ARABIC_LETTER = 4;
const LEFT_AFTER_HEBREW_LETTER = 3;
const LEFT_AFTER_HEBREW_LETTERS = 4;

const ALEF = 0x627;
const LAM = 0x644;
/** "And": wa, fa. */
const ARABIC_CONJUNCTIONS = new Set([0x648, 0x641]);
/** "In, like": bi, ka; the article follows them in full. */
const ARABIC_PREPOSITIONS = new Set([0x628, 0x643]);
/** He, vav, bet, lamed, kaf, mem, shin. */
const HEBREW_PREFIXES = new Set([0x5d4, 0x5d5, 0x5d1, 0x5dc, 0x5db, 0x5de, 0x5e9]);
/** Vav and shin stand before another prefix. */
const HEBREW_FIRST_PREFIXES = new Set([0x5d5, 0x5e9]);

/** No prefix is longer: wa + bi + al. */
export const LONGEST_PREFIX = 4;

/**
 * How many letters at the start of an Arabic or Hebrew word may be an article, conjunction or
 * preposition written onto it, as a set of bits: bit n for n letters. والحزب could be و + الحزب or
 * وال + حزب.
 */
export function prefixLengths({ rows }: Folder, from: number, to: number): number {
  const arabic = ((rows[from] ?? 0) & CLASS_BITS) === ARABIC;
  return arabic ? arabicPrefixes(rows, from, to) : hebrewPrefixes(rows, from, to);
}

function arabicPrefixes(rows: Int32Array, from: number, to: number): number {
  const letter = (at: number) => unitOf(rows[at] ?? 0);
  const one = (at: number) => (to - at >= LEFT_AFTER_ARABIC_LETTER ? 1 << (at - from) : 0);
  const article = (at: number) => (to - at >= LEFT_AFTER_ARTICLE ? 1 << (at - from) : 0);
  let at = from;
  let found = 0;
  if (ARABIC_CONJUNCTIONS.has(letter(at))) found |= one(++at);
  if (letter(at) === LAM) return found | one(at + 1) | (letter(at + 1) === LAM ? article(at + 2) : 0);
  if (ARABIC_PREPOSITIONS.has(letter(at))) found |= one(++at);
  if (letter(at) === ALEF && letter(at + 1) === LAM) found |= article(at + 2);
  return found;
}

function hebrewPrefixes(rows: Int32Array, from: number, to: number): number {
  const first = unitOf(rows[from] ?? 0);
  if (!HEBREW_PREFIXES.has(first)) return 0;
  const two = HEBREW_FIRST_PREFIXES.has(first) && HEBREW_PREFIXES.has(unitOf(rows[from + 1] ?? 0));
  const one = to - from > LEFT_AFTER_HEBREW_LETTER ? 1 << 1 : 0;
  return one | (two && to - from - 2 >= LEFT_AFTER_HEBREW_LETTERS ? 1 << 2 : 0);
}
