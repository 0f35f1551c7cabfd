import { foldLetter, isDigit } from './abbreviation-words.ts';

/** A short form as the letters that a long form must account for. */
export interface ShortForm {
  readonly text: string;
  /** Folded letters and digits. */
  readonly letters: readonly string[];
  /** Ends in a plural s after capitals: "ICBMs". */
  readonly plural: boolean;
  /** Nothing but capitals. */
  readonly initials: boolean;
}

const MOST_CHARACTERS = 16;
const MOST_LETTERS = 12;
const MOST_WORDS = 3;

const LETTER = /\p{L}/u;
const STARTS = /^[\p{L}\p{N}]/u;
const CAPITAL_OR_DIGIT = /[\p{Lu}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const INITIALS = /^(?:\p{Lu}\.?)+$/u;
const PLURAL = /\p{Lu}[\p{L}\p{N}]*['’]?s$/u;
/** Comparisons ("P < 0.05"), decimals and versions ("D6.1"), amounts ("EUR 500"), quotations (005930.KS). */
const NOT_A_FORM =
  /[<>=%$€£@#*\\{}]|^[^(]*\)|^[^[]*\]|\([^)]*$|\[[^\]]*$|\d\.\d|(?:^|\s)\d{2,}(?:\s|$)|[\p{Lu}\p{N}]{2,}\.[\p{Lu}]{1,3}$/u;
/** Lower-case words too common to be a form. */
const SMALL_WORDS = new Set(
  (
    'all am an and any are as at be big bit but by can dad day did do e.g eg end ex far few for get go got had ' +
    'has he her him his how i.e ie if in is it its let low man may me mom mum my new no nor not now of off oh ' +
    'ok old on one or our out own per put sa see set she so sum ten the to too try two up us use via vs was we ' +
    'who why yes yet you'
  ).split(' '),
);
const NUMERAL = /^[ivx]+$/;

/**
 * Whether a string can be a short form at all: a letter in it, two to twelve letters and digits (one, if a
 * capital), three words at most, and a capital or digit unless it is very short.
 */
export function isShortForm(text: string): boolean {
  if (text.length === 0 || text.length > MOST_CHARACTERS) return false;
  if (!LETTER.test(text) || !STARTS.test(text) || NOT_A_FORM.test(text) || NUMERAL.test(text)) return false;
  if (UNSPACED.test(text) || text.split(/\s+/).length > MOST_WORDS) return false;
  const letters = lettersOf(text).length;
  if (letters === 0 || letters > MOST_LETTERS) return false;
  return CAPITAL_OR_DIGIT.test(text) || (letters > 1 && text.length <= 3 && !SMALL_WORDS.has(text));
}

/** Reads the letters of a short form. */
export function readShortForm(text: string): ShortForm {
  const letters = lettersOf(text);
  const plural = letters.length > 2 && PLURAL.test(text);
  return { text, letters, plural, initials: INITIALS.test(text) };
}

/** The form with its two halves exchanged, at each sign or change from digits: IFN-gamma, gamma-IFN. */
export function exchanged(short: ShortForm): ShortForm[] {
  const forms: ShortForm[] = [];
  for (let at = 1; at < short.text.length; at++) {
    const before = foldLetter(short.text[at - 1] ?? '');
    const here = foldLetter(short.text[at] ?? '');
    if (here === '' || (before !== '' && !(isDigit(before) && !isDigit(here)))) continue;
    forms.push(readShortForm(short.text.slice(at) + short.text.slice(0, at)));
  }
  return forms;
}

function lettersOf(text: string): string[] {
  const letters: string[] = [];
  for (const raw of text) {
    const char = foldLetter(raw);
    if (char !== '') letters.push(char);
  }
  return letters;
}
