/** Words that end in a full stop without ending the sentence, in lower case. */
const ABBREVIATED = new Set(
  (
    'mr mrs ms dr prof gen rep sen gov lt col sgt maj adm capt cmdr cpl pvt hon rev st jr sr vs inc ltd co corp ' +
    'etc al cf eg ie approx dept est jan feb mar apr jun jul aug sep sept oct nov dec mt ca resp'
  ).split(' '),
);
/** … and those that do so before a number. */
const BEFORE_NUMBERS = new Set(['no', 'nos', 'vol', 'fig', 'art', 'sec', 'pp']);
/** Longest word that is looked up as an abbreviation. */
const LONGEST_ABBREVIATION = 6;

/**
 * Where the sentences of a passage begin: offsets in order, the first is 0. News abbreviations ("Gen. Kim",
 * "U.S. forces", "Jan. 5") do not end a sentence.
 *
 * @example sentenceStarts('One. Two.') // [0, 5]
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  const enders = /[.!?…]["”’'»)\]]*\s+(?=\S)|[。！？]["”’'」』）]*\s*(?=\S)/g;
  for (let found = enders.exec(text); found !== null; found = enders.exec(text)) {
    const next = found.index + found[0].length;
    if (found[0].startsWith('.') && !endsSentence(text, found.index, next)) continue;
    starts.push(next);
  }
  return starts;
}

function endsSentence(text: string, dot: number, next: number): boolean {
  const following = String.fromCodePoint(text.codePointAt(next) ?? 0);
  if (/\p{Ll}/u.test(following)) return false;
  let from = dot;
  while (from > 0 && dot - from < LONGEST_ABBREVIATION && /[\p{L}\p{N}]/u.test(text.charAt(from - 1))) from--;
  const word = text.slice(from, dot);
  if (/^\p{Lu}$/u.test(word)) return false;
  const lower = word.toLowerCase();
  return !ABBREVIATED.has(lower) && !(BEFORE_NUMBERS.has(lower) && /\d/.test(following));
}

/** The number of the sentence that holds the offset. */
export function sentenceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
