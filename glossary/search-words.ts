import { fold } from './fold.ts';

/** Text that folding only puts in lower case: five times as fast to do at once. */
const PLAIN = /^[\x20-\x7e]*$/;
const DOTTED = /[A-Za-z]\.[A-Za-z]/;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

/**
 * The words of a text as the search compares them: case, accents, dots of acronyms and the kind of
 * apostrophe do not count, a hyphen parts words.
 *
 * @example searchWords("Workers’ P.R.C.-style Pyŏngyang") // ['workers', 'prc', 'style', 'pyongyang']
 */
export function searchWords(text: string): string[] {
  const plain = PLAIN.test(text) && !DOTTED.test(text) ? text.toLowerCase() : fold(text);
  return plain
    .replaceAll("'", '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}
