/** How each character folds, looked up by UTF-16 unit; rows beyond ASCII are worked out when first met. */
import { classOf, OTHER, SPACE } from './characters.ts';

/** Folds to one unit, the row's. */
export const SIMPLE = 1;
export const BLANK = 2;
export const HYPHEN = 3;
export const DOT = 4;
/** Invisible: leaves no trace. */
export const GONE = 5;
/** A vowel point or the like that readers write or leave out: gone, but part of the letter before it. */
export const POINT = 6;
/** A mark that may compose with the letter before it. */
export const COMBINING = 7;
/** A conjoining vowel or final of a Hangul syllable. */
export const JAMO = 8;
/** Half of a surrogate pair. */
export const HALF = 9;
/** Folds to several units: `expansionOf` tells them. */
export const SEVERAL = 10;

/**
 * A row for each UTF-16 unit, 0 where it was not met yet (`rowOf` fills it): the class of what it folds
 * to in bits 0 to 7, that unit in lower case in bits 8 to 23, its kind above. Folded text is kept as
 * such rows: one number tells all that matching asks about a character.
 */
export const ROWS = new Int32Array(0x10000);
export const KIND_SHIFT = 24;

/** A row of kind `SIMPLE`. */
export function rowFor(unit: number, charClass: number): number {
  return row(SIMPLE, unit, charClass);
}

/** The folded unit of a row. */
export function unitOf(row: number): number {
  return (row >> 8) & 0xffff;
}

export const SPACE_ROW = rowFor(0x20, SPACE);

/** A folded piece of text, in its own case and in lower case; both have the same length. */
export interface FoldedPiece {
  readonly cased: string;
  readonly lower: string;
}

const expansions = new Map<number, FoldedPiece>();

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ı: 'i',
  ς: 'σ',
};
const SINGLE_QUOTES = /[‘’‚‛′‵ʹʻʼʽˈ´`׳＇]/gu;
const DOUBLE_QUOTES = /[“”„‟″‶«»״＂]/gu;
const HYPHENS = /[\p{Pd}\u2212\u2043]/u;
/** Signs whose compatibility form would glue letters to the word before: "DPRK™". */
const KEPT_AS_THEY_ARE = /[™℠]/u;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u200b]/u;
/** Arabic vowel signs and tatweel, Hebrew points and accents (not the maqaf, a hyphen). */
const POINTS = /[\u0640\u064b-\u0652\u0670\u06d6-\u06dc\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/u;
/** Marks that are ever second in a canonical composition, and those drawn on any letter. */
const COMPOSING =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1b35\u3099\u309a\uff9e\uff9f]/u;
const JAMO_AFTER_FIRST = /[\u1160-\u11ff\ud7b0-\ud7ff]/u;

/** Lower case that keeps the number of units. */
function lowerOf(cased: string): string {
  let lower = '';
  for (const character of cased) {
    const small = character.toLowerCase();
    lower += small.length === character.length ? small : character;
  }
  return lower;
}

/**
 * Folds one character, or a letter with the marks that follow it, without looking further.
 * Marks on Latin letters go; on others those go that make no letter of their own (й stays, а́ is а).
 */
export function foldCluster(cluster: string): FoldedPiece {
  if (KEPT_AS_THEY_ARE.test(cluster)) return { cased: cluster, lower: cluster };
  const quotes = cluster.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"');
  const bare = quotes.normalize('NFKD').replace(/(\p{Script=Latin})\p{M}+/gu, '$1');
  // A spacing accent (¨) would fold to a space and a mark that then sits on the wrong letter.
  if (/^ \p{M}/u.test(bare)) return { cased: quotes, lower: quotes };
  const composed = bare
    .normalize('NFC')
    .replace(/[\u0300-\u036f\u200b]|\p{Default_Ignorable_Code_Point}/gu, '');
  const cased = Array.from(composed, (character) => LETTERS[character] ?? character).join('');
  return { cased, lower: lowerOf(cased) };
}

function kindOfCharacter(character: string): number {
  if (/\s/u.test(character)) return BLANK;
  if (HYPHENS.test(character)) return HYPHEN;
  if (POINTS.test(character)) return POINT;
  if (COMPOSING.test(character)) return COMBINING;
  if (JAMO_AFTER_FIRST.test(character)) return JAMO;
  if (INVISIBLE.test(character)) return GONE;
  return character === '.' ? DOT : SIMPLE;
}

function work(unit: number): number {
  const character = String.fromCharCode(unit);
  if ((unit & 0xf800) === 0xd800) return row(HALF, unit, OTHER);
  const kind = kindOfCharacter(character);
  const piece = foldCluster(character);
  if (kind !== SIMPLE && kind !== DOT) return row(kind, unit, classOf(unit));
  if (piece.cased.length === 1) {
    return row(kindOfCharacter(piece.cased), piece.lower.charCodeAt(0), classOf(piece.cased.charCodeAt(0)));
  }
  expansions.set(unit, piece);
  return row(piece.cased === '' ? GONE : SEVERAL, unit, classOf(unit));
}

function row(kind: number, unit: number, charClass: number): number {
  return (kind << KIND_SHIFT) | (unit << 8) | charClass;
}

/** The row of a UTF-16 unit; fills the table on the way. */
export function rowOf(unit: number): number {
  const known = ROWS[unit] ?? 0;
  if (known !== 0) return known;
  const found = work(unit);
  ROWS[unit] = found;
  return found;
}

/** The kind of a UTF-16 unit. */
export function kindOf(unit: number): number {
  return rowOf(unit) >> KIND_SHIFT;
}

/** What a unit of kind `SEVERAL` folds to. */
export function expansionOf(unit: number): FoldedPiece {
  return expansions.get(unit) ?? { cased: '', lower: '' };
}

const pairs = new Map<number, FoldedPiece>();

/** What a character beyond U+FFFF folds to. */
export function foldPair(high: number, low: number): FoldedPiece {
  const point = (high << 16) | low;
  const known = pairs.get(point);
  if (known) return known;
  const piece = foldCluster(String.fromCharCode(high, low));
  pairs.set(point, piece);
  return piece;
}

for (let unit = 0; unit < 0x80; unit++) kindOf(unit);
