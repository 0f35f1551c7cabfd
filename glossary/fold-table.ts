/** How each character folds, looked up by UTF-16 unit; rows beyond ASCII are worked out when first met. */
import { classOf } from './characters.ts';

/** Folds to one unit: `CASED` and `LOWER` hold it, `CLASS` its class. */
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

/** 0 where a unit was not met yet; `kindOf` fills it. */
export const KIND = new Uint8Array(0x10000);
export const CASED = new Uint16Array(0x10000);
export const LOWER = new Uint16Array(0x10000);
export const CLASS = new Uint8Array(0x10000);

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
  if ((unit & 0xf800) === 0xd800) return HALF;
  const kind = kindOfCharacter(character);
  if (kind !== SIMPLE) return kind;
  const piece = foldCluster(character);
  if (piece.cased.length === 1) {
    CASED[unit] = piece.cased.charCodeAt(0);
    LOWER[unit] = piece.lower.charCodeAt(0);
    CLASS[unit] = classOf(piece.cased.charCodeAt(0));
    return kindOfCharacter(piece.cased);
  }
  expansions.set(unit, piece);
  return piece.cased === '' ? GONE : SEVERAL;
}

/** The kind of a UTF-16 unit; fills the tables on the way. */
export function kindOf(unit: number): number {
  const known = KIND[unit] ?? 0;
  if (known !== 0) return known;
  CASED[unit] = unit;
  LOWER[unit] = unit;
  CLASS[unit] = classOf(unit);
  const kind = work(unit);
  KIND[unit] = kind;
  return kind;
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
