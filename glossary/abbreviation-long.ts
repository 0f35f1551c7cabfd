import type { ShortForm } from './abbreviation-short.ts';

/** A long form as found, with what is known of its place. */
export interface LongForm {
  readonly text: string;
  readonly words: number;
  readonly opensSentence: boolean;
}

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/gu;
const LOWER_START = /^\p{Ll}/u;
const PARTY_AND_STATE = /^[RDI]-(?=\p{Lu})/u;
/** Source text, tables and formulas. */
const CODE = /[@#_=<>{}`|\\^~]|::|["”]\s*[:[\](]/;
/** "British Aircraft Corp.", "… of the U.S."; any other period ends a sentence. */
const ABBREVIATED_END = /(?:^|\s)(?:\p{Lu}\p{L}{0,4}|(?:\p{L}\.)+\p{L})\.$/u;
const LOOSE_END = /[-–—/*:]$/;

/** Whether words that give the letters of `short` can be its long form. */
export function isLongForm(long: LongForm, short: ShortForm): boolean {
  const { text, words } = long;
  if (text.length <= short.text.length || LOOSE_END.test(text) || CODE.test(text)) return false;
  if (text.endsWith('.') && !ABBREVIATED_END.test(text)) return false;
  if (repeats(text.toLowerCase(), short.text.toLowerCase())) return false;
  // "Ted Cruz (R-Texas)".
  const party = PARTY_AND_STATE.exec(short.text)?.[0];
  if (party !== undefined && !text.startsWith(party)) return false;
  if (words === 1 && !isSpelledOut(text, short)) return false;
  return short.letters.length > 1 || isCommonNoun(long);
}

/** A short form that its long form contains explains nothing: "BeOpen.com (“BeOpen”)". */
function repeats(long: string, short: string): boolean {
  if (/\s/.test(short)) return long.includes(short);
  return long.split(/[^\p{L}\p{N}]+/u).includes(short) || long.split(/\s+/).includes(short);
}

/** One word is a long form only where it is a word, not another code: "pH (pHo)". */
function isSpelledOut(text: string, short: ShortForm): boolean {
  const lower = text.match(LOWER)?.length ?? 0;
  return text.length >= short.letters.length + 3 && LETTER.test(text) && lower >= 3;
}

/** A single letter stands for a word, never for a name ("Messi (M)") or the copyright sign. */
function isCommonNoun({ text, opensSentence }: LongForm): boolean {
  if (text.length < 6 || text.toLowerCase() === 'copyright') return false;
  return opensSentence || LOWER_START.test(text);
}
