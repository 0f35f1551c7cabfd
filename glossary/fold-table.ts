/** How each character folds, looked up by UTF-16 unit; rows beyond ASCII are worked out when first met. */
import { classOf, MARK, OTHER, SPACE } from './characters.ts';

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
/** Folds to several units: `foldCluster` tells them. */
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
  ё: 'е',
  Ё: 'Е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
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

/** The text that a cluster folds to, in its own case. */
function casedOf(cluster: string): string {
  if (KEPT_AS_THEY_ARE.test(cluster)) return cluster;
  const quotes = cluster.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"');
  const bare = quotes.normalize('NFKD').replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1');
  // A spacing accent (¨) would fold to a space and a mark that then sits on the wrong letter.
  if (/^ \p{M}/u.test(bare)) return quotes;
  const composed = bare
    .normalize('NFC')
    .replace(/[\u0300-\u036f\u200b]|\p{Default_Ignorable_Code_Point}/gu, '');
  return Array.from(composed, (character) => LETTERS[character] ?? character).join('');
}

function rowsOf(cased: string): Int32Array {
  const rows: number[] = [];
  for (const character of cased) {
    const small = character.toLowerCase();
    const lower = small.length === character.length ? small : character;
    let found = classOf(character.codePointAt(0) ?? 0);
    for (let at = 0; at < lower.length; at++) {
      rows.push(rowFor(lower.charCodeAt(at), found));
      found |= MARK;
    }
  }
  return Int32Array.from(rows);
}

const clusters = new Map<string, Int32Array>();
/** More than a script has letters with marks; no page can make us keep more. */
const MOST_CLUSTERS = 16_384;

/**
 * The rows of one character, or of a letter with the marks that follow it. Marks on Latin and Greek letters go; on
 * others those go that make no letter of their own (й stays, а́ is а). Both units of a pair have its
 * class, the second with `MARK`.
 */
export function foldCluster(cluster: string): Int32Array {
  const known = clusters.get(cluster);
  if (known) return known;
  const rows = rowsOf(casedOf(cluster));
  if (clusters.size >= MOST_CLUSTERS) clusters.clear();
  clusters.set(cluster, rows);
  return rows;
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
  if (kind !== SIMPLE && kind !== DOT) return row(kind, unit, classOf(unit));
  const rows = foldCluster(character);
  const [only = 0] = rows;
  if (rows.length === 1) {
    return row(kindOfCharacter(String.fromCharCode(unitOf(only))), unitOf(only), only & 0xff);
  }
  return row(rows.length === 0 ? GONE : SEVERAL, unit, classOf(unit));
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

/** What `work` would find for ASCII, without making ready what it asks of other scripts. */
function plainRow(unit: number): number {
  const character = String.fromCharCode(unit);
  if (character.trim() === '') return row(BLANK, unit, classOf(unit));
  if (character === '-') return row(HYPHEN, unit, classOf(unit));
  if (character === '.') return row(DOT, unit, classOf(unit));
  const folded = character === '`' ? "'" : character.toLowerCase();
  return rowFor(folded.charCodeAt(0), classOf(unit));
}

for (let unit = 0; unit < 0x80; unit++) ROWS[unit] = plainRow(unit);
