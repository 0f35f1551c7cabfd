import { languagesOf } from './stop-words.ts';

/** Characters of a passage that are looked at; a guess needs no more. */
const SAMPLE = 600;
/** Small words of one language that a guess must rest on. */
const FEWEST_HITS = 2;
/** How far the best language must be ahead of the next. */
const LEAD = 1.3;

/** Scripts that give the language away, with the letters that do. */
const BY_SCRIPT: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3041-\u30ff]/],
  ['ko', /[\uac00-\ud7a3\u1100-\u11ff]/],
  ['th', /[\u0e01-\u0e5b]/],
  ['el', /[\u0391-\u03ff]{2}/],
  ['he', /[\u05d0-\u05ea]/],
  ['hi', /[\u0904-\u0939]/],
  ['fa', /[\u067e\u0686\u0698\u06af]/],
  ['ar', /[\u0621-\u064a]{2}/],
  ['uk', /[\u0456\u0457\u0454\u0491]/],
  ['ru', /[\u044b\u044d\u0451]/],
];

/** A language and how many small words speak for it; infinitely many where the script gives it away. */
export interface Guess {
  readonly language: string;
  readonly hits: number;
}

/**
 * A light guess at the language of a passage: from its script where that is enough, else from small words.
 * Gives a primary tag (`en`), or `undefined` when the text is too short or too even to tell.
 *
 * @example guessLanguage('Die Katze ist auf dem Dach')?.language // 'de'
 */
export function guessLanguage(text: string): Guess | undefined {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const latin = sample.match(/[A-Za-z\u00c0-\u024f\u1e00-\u1eff’']+/g) ?? [];
  const latinLetters = latin.reduce((sum, word) => sum + word.length, 0);
  if (latinLetters * 2 < sample.replace(/[\s\d\p{P}]/gu, '').length) return guessByScript(sample);
  // Capitals begin names, and names are the same in every language; a text in capitals has nothing else.
  const shouted = !/\p{Ll}/u.test(sample);
  return guessByWords(latin.filter((word, at) => at === 0 || shouted || !/^\p{Lu}/u.test(word)));
}

function guessByScript(sample: string): Guess | undefined {
  const found = BY_SCRIPT.find(([, letters]) => letters.test(sample));
  return found && { language: found[0], hits: Number.POSITIVE_INFINITY };
}

function guessByWords(words: readonly string[]): Guess | undefined {
  const hits = new Map<string, number>();
  for (const word of words) {
    for (const language of languagesOf(word.toLowerCase())) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  const [best, next] = [...hits].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === undefined || best[1] < FEWEST_HITS) return undefined;
  return best[1] >= LEAD * (next?.[1] ?? 0) ? { language: best[0], hits: best[1] } : undefined;
}

/** The primary part of a language tag, in lower case: `en` for `en-GB`. */
export function primaryTag(tag: string): string {
  return (tag.split('-', 1)[0] ?? '').toLowerCase();
}

/** Languages written mainly in a script other than Latin, with letters of that script. */
const OWN_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, 'ru uk be bg sr mk kk ky mn tg tt'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh ja yue wuu ko'],
  [/\p{Script=Arabic}/u, 'ar fa ur ps ckb ug'],
  [/\p{Script=Hebrew}/u, 'he yi'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi mr ne sa'],
];

/** Whether a language is usually written in the script of these words. Latin counts for all the rest. */
export function writtenIn(language: string, words: string): boolean {
  const own = OWN_SCRIPT.find(([letters]) => letters.test(words));
  if (own !== undefined) return own[1].split(' ').includes(language);
  return !OWN_SCRIPT.some(([, languages]) => languages.split(' ').includes(language));
}
