import { Folder } from './fold.ts';

/** Text that folding only puts in lower case: five times as fast to do at once. */
const PLAIN = /^[\x20-\x7e]*$/;
const DOTTED = /[A-Za-z]\.[A-Za-z]/;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;
/** Units turned into a string at once: more would be too many arguments of one call. */
const CHUNK = 8_192;

let folder: Folder | undefined;

/**
 * The words of a text as the search compares them: case, accents, dots of acronyms and the kind of
 * apostrophe do not count, a hyphen parts words.
 *
 * @example searchWords("Workers’ P.R.C.-style Pyŏngyang") // ['workers', 'prc', 'style', 'pyongyang']
 */
export function searchWords(text: string): string[] {
  const plain = PLAIN.test(text) && !DOTTED.test(text) ? text.toLowerCase() : folded(text);
  return plain
    .replaceAll("'", '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

function folded(text: string): string {
  folder ??= new Folder();
  folder.begin(text);
  let result = '';
  do {
    folder.fill();
    for (let at = 0; at < folder.length; at += CHUNK) {
      result += String.fromCharCode(...folder.units.subarray(at, Math.min(at + CHUNK, folder.length)));
    }
    folder.drop(folder.length);
  } while (!folder.done);
  return result;
}
