/** Text cut into words, their parts, and the letters that a short form can be made of. */

/** A run of letters or of digits between signs: "non-heart-beating" has three, "IL-10" two. */
export interface Part {
  /** Folded: lower case, no diacritics. */
  readonly text: string;
  /** Number of the word (text between white space), counted from 0, … */
  readonly word: number;
  /** … and the offset in the text where that word begins, opening quotes and brackets left out. */
  readonly wordStart: number;
  /** First of its word, single letters and numbers before it not counted ("N-bromo…", "2,4-dinitro…"). */
  readonly leads: boolean;
  /** A comma stands between it and the part before. */
  readonly afterComma: boolean;
}

/** A letter or digit (or `&`), folded to one character, and where it stands. */
export interface Letter {
  readonly char: string;
  /** Index of its part. */
  readonly part: number;
  readonly first: boolean;
  readonly last: boolean;
}

export interface Words {
  readonly letters: readonly Letter[];
  readonly parts: readonly Part[];
  /** Offset where each word ends, by number of the word. */
  readonly ends: readonly number[];
}

const LETTER = /[\p{L}\p{N}]/u;
/** Inside a word these stand between no two parts: marks, invisible signs, the apostrophe of "People's". */
const SILENT = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff'’ʼ]/u;
const SPACE = /\s/;
const PIECE = /\S+/g;
/** What stands before the word proper: "(FEV1)/forced", "malformations--persistent". */
const PREFIX = /^\([^()]*\)\/|^\p{L}{3,60}(?:[–—]|--)(?=\p{L})/u;
const OPENING = /["'“”‘’«„([{]/;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const folded = new Map<string, string>();

/** Lower case without diacritics, one UTF-16 unit; empty for what is neither letter nor digit. */
export function foldLetter(char: string): string {
  if (char >= 'a' && char <= 'z') return char;
  if (char >= 'A' && char <= 'Z') return char.toLowerCase();
  const known = folded.get(char);
  if (known !== undefined) return known;
  const plain = LETTER.test(char) ? (char.normalize('NFKD').toLowerCase()[0] ?? '') : '';
  const result = char === '&' ? '&' : plain;
  // Every letter of Unicode fits; a bound all the same, since the map lives as long as the program.
  if (folded.size < 5000) folded.set(char, result);
  return result;
}

export function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** Cuts the text from `start` to `end` into words, parts and letters. */
export function readWords(text: string, start: number, end: number): Words {
  const letters: Letter[] = [];
  const parts: Part[] = [];
  const ends: number[] = [];
  const slice = text.slice(start, end);
  let afterComma = false;
  for (const piece of slice.matchAll(PIECE)) {
    const offset = prefixLength(piece[0]);
    const wordStart = start + piece.index + offset;
    const found = readParts(piece[0].slice(offset));
    found.forEach((chars, index) => {
      const part = parts.length;
      const leads = found.slice(0, index).every((before) => before.length === 1 || isDigit(before));
      parts.push({ text: chars, word: ends.length, wordStart, leads, afterComma: afterComma && index === 0 });
      for (let at = 0; at < chars.length; at++) {
        letters.push({ char: chars[at] ?? '', part, first: at === 0, last: at === chars.length - 1 });
      }
    });
    if (found.length > 0) ends.push(start + piece.index + piece[0].length);
    afterComma = piece[0].endsWith(',');
  }
  return { letters, parts, ends };
}

function readParts(word: string): string[] {
  const parts: string[] = [];
  let current = '';
  for (const raw of word) {
    const char = foldLetter(raw);
    const breaks = char === '' ? !SILENT.test(raw) : current !== '' && isDigit(current) !== isDigit(char);
    if (breaks && current !== '') {
      parts.push(current);
      current = '';
    }
    current += char;
  }
  if (current !== '') parts.push(current);
  return parts;
}

function prefixLength(word: string): number {
  const prefix = PREFIX.exec(word);
  if (prefix) return prefix[0].length;
  let length = 0;
  while (length < word.length && opensOnly(word, length)) length++;
  return length;
}

/** Whether a quote or bracket opens here and does not close in the same word. */
function opensOnly(word: string, at: number): boolean {
  const char = word[at] ?? '';
  const close = CLOSING[char];
  return OPENING.test(char) && !(close !== undefined && word.includes(close, at + 1));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Offset where the last `count` words of a range begin. */
export function lastWords(text: string, { from, to }: Range, count: number): number {
  let at = to;
  for (let words = 0; words < count && at > from; words++) {
    while (at > from && isSpace(text, at - 1)) at--;
    while (at > from && !isSpace(text, at - 1)) at--;
  }
  return at;
}

/** Offset where the first `count` words of a range end. */
export function firstWords(text: string, { from, to }: Range, count: number): number {
  let at = from;
  for (let words = 0; words < count && at < to; words++) {
    while (at < to && isSpace(text, at)) at++;
    while (at < to && !isSpace(text, at)) at++;
  }
  return at;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || (code >= 0xa0 && SPACE.test(text[at] ?? ''));
}
