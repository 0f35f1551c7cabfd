import type { ShortForm } from './abbreviation-short.ts';
import { isDigit, type Letter, type Part, type Words } from './abbreviation-words.ts';

/** The cheapest way to read a short form out of words. */
export interface Alignment {
  /** 0 for initials without a gap; grows with each liberty taken. */
  readonly cost: number;
  /** Offset in the text where the long form begins. */
  readonly start: number;
  /** Words in the long form. */
  readonly words: number;
}

/**
 * What each liberty costs. A letter that begins a word or a part of one is free. Chosen on one half of a
 * labelled corpus; the gap between right and wrong pairs is wide, so the exact values matter little.
 */
const COST = {
  /** A letter inside a word that has given a letter before; next to that letter it is cheaper. */
  inside: 1.4,
  adjacent: 0.25,
  /** … inside a word that has given none. */
  orphan: 3,
  /** Leaving out a word, by what it is. */
  skipStop: 0.15,
  skipNumber: 0.2,
  skipPart: 0.9,
  skipWord: 2,
  comma: 1,
  /** Words after the last letter. */
  tail: 0.8,
  /** A digit or plural s that the long form does not have. */
  digit: 1.8,
  plural: 0.5,
  /** Beginning in the middle of a word, or with a word such as "of". */
  startInside: 4,
  startStop: 5,
  /** Of two equal alignments the shorter wins. */
  word: 0.01,
};

/** Words that a short form may pass over at next to no cost. */
export const STOP_WORDS = new Set(
  (
    'a an and as at but by for from in into nor of on or per the to upon with within ' +
    'al da das de del della der des di do du e el en et für im la las le les los und van von y и в на по'
  ).split(' '),
);

/** How a digit is spelled at the start of a word. */
const DIGITS = [
  ['zero'],
  ['one', 'mono', 'first'],
  ['two', 'di', 'bi', 'double', 'second'],
  ['three', 'tri', 'third'],
  ['four', 'tetra', 'quad'],
  ['five', 'penta', 'fifth'],
  ['six', 'hexa'],
  ['seven', 'hepta'],
  ['eight', 'octa'],
  ['nine', 'nona'],
];

/** An X may stand for these: JAXA, "TX" for transplant. */
const X_SOUNDS = /^(?:ex|cross|trans)/;

const IMPOSSIBLE = 1e6;

/**
 * The most that an alignment may cost to be believed, by the number of letters: longer forms give more
 * evidence and may take more liberties.
 */
export function costLimit(letters: number): number {
  if (letters === 1) return 0.3;
  if (letters === 2) return 4.1;
  return letters === 3 ? 5.6 : 7;
}

/** Costs by part: what it costs to leave out all the parts before it (one more entry than parts). */
function skipSums(parts: readonly Part[]): number[] {
  const sums = [0];
  let sum = 0;
  parts.forEach((part, index) => {
    const alone = parts[index - 1]?.word !== part.word && parts[index + 1]?.word !== part.word;
    let cost = alone ? COST.skipWord : COST.skipPart;
    if (STOP_WORDS.has(part.text)) cost = COST.skipStop;
    else if (isDigit(part.text)) cost = COST.skipNumber;
    sum += cost + (part.afterComma ? COST.comma : 0);
    sums.push(sum);
  });
  return sums;
}

function matches(char: string, letter: Letter, parts: readonly Part[]): boolean {
  if (char === letter.char) return true;
  if (!letter.first) return false;
  const part = parts[letter.part]?.text ?? '';
  if (char === '&') return part === 'and';
  if (char === 'x') return X_SOUNDS.test(part);
  return isDigit(char) && (DIGITS[Number(char)] ?? []).some((spelled) => part.startsWith(spelled));
}

/** The words with their costs, shared by the rows of one alignment. */
interface Ground {
  readonly words: Words;
  readonly skips: readonly number[];
  /** By letter: the cost of ending there. */
  readonly tail: readonly number[];
}

function prepare(words: Words): Ground {
  const { letters, parts } = words;
  const skips = skipSums(parts);
  const all = skips[parts.length] ?? 0;
  const tail = letters.map(({ part }) =>
    part === parts.length - 1 ? 0 : COST.tail + all - (skips[part + 1] ?? 0),
  );
  return { words, skips, tail };
}

/**
 * One step of the alignment, from the last letter of the short form to the second: `rest` holds, for each
 * letter of the words, what the letters of the short form after number `index` cost if this one is taken from
 * there; the result says the same one letter of the short form earlier.
 */
function step(ground: Ground, short: ShortForm, index: number, rest: readonly number[]): number[] {
  const { words, skips, tail } = ground;
  const char = short.letters[index] ?? '';
  const count = short.letters.length;
  const plural = short.plural && index === count - 1;
  const missing = missingCost(char, short);
  const result: number[] = new Array(words.letters.length);
  let part = words.parts.length;
  let later = IMPOSSIBLE;
  let here = IMPOSSIBLE;
  let inside = IMPOSSIBLE;
  let next = IMPOSSIBLE;
  let ending = IMPOSSIBLE;
  for (let at = words.letters.length - 1; at >= 0; at--) {
    const letter = words.letters[at];
    if (!letter) continue;
    if (letter.part !== part) {
      part = letter.part;
      later = here;
      inside = next = IMPOSSIBLE;
      // The s of a plural is free at the end of a word.
      ending = plural && letter.char === 's' ? (rest[at] ?? IMPOSSIBLE) : IMPOSSIBLE;
    }
    const restHere = rest[at] ?? IMPOSSIBLE;
    let cost = Math.min(later - (skips[part + 1] ?? 0), next + COST.adjacent, inside + COST.inside);
    cost = Math.min(cost, restHere + missing, ending);
    if (plural) cost = Math.min(cost, (tail[at] ?? 0) + COST.plural);
    result[at] = cost;
    const taken = matches(char, letter, words.parts) ? restHere : IMPOSSIBLE;
    inside = Math.min(inside, next);
    next = taken;
    const comma = words.parts[part]?.afterComma ? COST.comma : 0;
    const enter = letter.first ? 0 : COST.inside + COST.orphan;
    here = Math.min(here, taken + (skips[part] ?? 0) + comma + enter);
  }
  return result;
}

/**
 * What it costs that the words lack this letter: it leaves next to no room for other liberties. Plain initials
 * must all be there: "CBS News (CNN)" defines nothing.
 */
function missingCost(char: string, { letters, initials }: ShortForm): number {
  if (isDigit(char)) return COST.digit;
  return letters.length < 3 || initials ? IMPOSSIBLE : costLimit(letters.length) - 0.7;
}

/**
 * Reads `short` out of the words so that the long form reaches to their end; `anchored` means that it must
 * also begin with the first of them. Time: letters of the short form × letters of the words.
 */
export function align(short: ShortForm, words: Words, anchored: boolean): Alignment | undefined {
  const { letters, parts } = words;
  const count = short.letters.length;
  const ground = prepare(words);
  let rest: readonly number[] = ground.tail;
  for (let index = count - 1; index >= 1; index--) rest = step(ground, short, index, rest);
  let best: Alignment | undefined;
  letters.forEach((letter, at) => {
    const part = parts[letter.part];
    if (!part || !letter.first || (anchored && part.word > 0)) return;
    if (!matches(short.letters[0] ?? '', letter, parts)) return;
    const length = words.ends.length - part.word;
    const stop = length > 1 && parts[letter.part + 1]?.word !== part.word && STOP_WORDS.has(part.text);
    const start = (part.leads ? 0 : COST.startInside) + (stop ? COST.startStop : 0);
    const cost = (rest[at] ?? IMPOSSIBLE) + start + COST.word * length;
    if (length > count + 5 || cost >= IMPOSSIBLE / 2) return;
    if (!best || cost <= best.cost) best = { cost, start: part.wordStart, words: length };
  });
  return best;
}
