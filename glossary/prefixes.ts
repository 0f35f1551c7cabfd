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

/**
 * How many letters at the start of an Arabic or Hebrew word may be an article, conjunction or
 * preposition written onto it, shortest first: والحزب could be و + الحزب or وال + حزب.
 */
export function prefixLengths(folder: Folder, from: number, to: number): readonly number[] {
  const arabic = ((folder.rows[from] ?? 0) & CLASS_BITS) === ARABIC;
  const word = Uint16Array.from(folder.rows.subarray(from, to), unitOf);
  return arabic ? arabicPrefixes(word) : hebrewPrefixes(word);
}

function arabicPrefixes(word: Uint16Array): number[] {
  const lengths: number[] = [];
  const add = (length: number, left: number) => {
    if (word.length - length >= left && !lengths.includes(length)) lengths.push(length);
  };
  let at = ARABIC_CONJUNCTIONS.has(word[0] ?? 0) ? 1 : 0;
  if (at > 0) add(at, LEFT_AFTER_ARABIC_LETTER);
  if (word[at] === LAM) {
    add(at + 1, LEFT_AFTER_ARABIC_LETTER);
    if (word[at + 1] === LAM) add(at + 2, LEFT_AFTER_ARTICLE);
    return lengths;
  }
  if (ARABIC_PREPOSITIONS.has(word[at] ?? 0)) add(++at, LEFT_AFTER_ARABIC_LETTER);
  if (word[at] === ALEF && word[at + 1] === LAM) add(at + 2, LEFT_AFTER_ARTICLE);
  return lengths;
}

function hebrewPrefixes(word: Uint16Array): number[] {
  if (!HEBREW_PREFIXES.has(word[0] ?? 0)) return [];
  const lengths = word.length - 1 >= LEFT_AFTER_HEBREW_LETTER ? [1] : [];
  const two = HEBREW_FIRST_PREFIXES.has(word[0] ?? 0) && HEBREW_PREFIXES.has(word[1] ?? 0);
  if (two && word.length - 2 >= LEFT_AFTER_HEBREW_LETTERS) lengths.push(2);
  return lengths;
}
