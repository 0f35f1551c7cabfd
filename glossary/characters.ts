/**
 * What a character is to a reader of words: the low three bits of a class say how words of its script
 * are told apart, the rest are flags.
 */

/** Punctuation, symbols, controls, lone surrogates: belongs to no word. */
export const OTHER = 0;
export const SPACE = 1;
/** Letters, marks and numbers of scripts that put space between words. */
export const WORD = 2;
/** Hangul: words are spaced, but particles are written onto their end. */
export const HANGUL = 3;
/** Scripts written without space between words: Han, Kana, Thai … */
export const UNSPACED = 4;
export const ARABIC = 5;
export const HEBREW = 6;
/** The bits of a class that hold one of the values above. */
export const CLASS_BITS = 7;
export const LOWER_CASE = 8;
/** Written onto the character before it (or the second unit of one character). */
export const MARK = 16;
export const LATIN = 32;
/** A capital, or any letter that has a smaller form. */
export const UPPER_CASE = 64;

/** Bit n is set if class n joins with its like into one spaced word. */
const JOINING = (1 << WORD) | (1 << ARABIC) | (1 << HEBREW);

const UNKNOWN = 255;
const units = new Uint8Array(0x10000).fill(UNKNOWN);
// What `classify` would find, without making ready what it asks of every script.
units.fill(OTHER, 0, 0x80);
units.fill(SPACE, 0x09, 0x0e).fill(SPACE, 0x20, 0x21);
units.fill(WORD, 0x30, 0x3a);
units.fill(WORD | LATIN | UPPER_CASE, 0x41, 0x5b);
units.fill(WORD | LATIN | LOWER_CASE, 0x61, 0x7b);

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  if (!/[\p{L}\p{M}\p{N}]/u.test(character)) return OTHER;
  const upper = character !== character.toLowerCase() ? UPPER_CASE : 0;
  const flags = upper | (/\p{Ll}/u.test(character) ? LOWER_CASE : 0) | (/\p{M}/u.test(character) ? MARK : 0);
  return flags | scriptClass(character);
}

/** The patterns stand where they are used: to make them ready takes a millisecond, which a page in English is spared. */
function scriptClass(character: string): number {
  if (/\p{Script=Latin}/u.test(character)) return WORD | LATIN;
  if (/\p{Script=Hangul}/u.test(character)) return HANGUL;
  if (/\p{Script=Arabic}/u.test(character)) return ARABIC;
  if (/\p{Script=Hebrew}/u.test(character)) return HEBREW;
  const unspaced =
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Yi}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Tale}\p{scx=Talu}\p{scx=Lana}\p{scx=Tavt}]/u;
  return unspaced.test(character) ? UNSPACED : WORD;
}

/** The class of a code point. */
export function classOf(point: number): number {
  const known = units[point] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const found = classify(String.fromCodePoint(point));
  units[point] = found;
  return found;
}

/** Whether characters of this class (other bits do not matter) join with their neighbours into one spaced word. */
export function joins(charClass: number): boolean {
  return ((JOINING >> (charClass & CLASS_BITS)) & 1) === 1;
}
