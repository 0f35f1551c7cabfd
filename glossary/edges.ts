import { CLASS_BITS, HEBREW, joins, OTHER } from './characters.ts';
import type { Folder } from './fold.ts';

const [APOSTROPHE, QUOTE, UNDERSCORE, AND, DOT, COMMA, PLUS, HASH] = Array.from('\'"_&.,+#', (sign) =>
  sign.charCodeAt(0),
);
/** What stands behind the apostrophe in don't, it's, he'd, I'm, we'll, you're, they've: no word of its own. */
const CONTRACTED = new Set(['t', 's', 'd', 'm', 'll', 're', 've']);
/** Names so short that a sign behind them makes another name: C, C++, C#. */
const SHORT_NAME = 2;

/**
 * Whether a match may begin at unit `from`, which is where a word, syllable or character begins.
 * What is left to decide here is which signs glue words into one: AT&T, snake_case, 5,000, don't.
 */
export function opensAt(folder: Folder, from: number): boolean {
  if (from === 0) return true;
  const { units, classes, starts } = folder;
  if (starts[from] === starts[from - 1]) return false;
  if (!joins(classes[from] ?? 0)) return !isSign(classes[from]) || !joins(classes[from - 1] ?? 0);
  if (from < 2 || !joins(classes[from - 2] ?? 0)) return true;
  const sign = units[from - 1];
  if (sign === UNDERSCORE || sign === AND) return false;
  if (sign === DOT || sign === COMMA) return !(isDigit(units[from]) && isDigit(units[from - 2]));
  if (sign === QUOTE) return !(isHebrew(classes[from]) && isHebrew(classes[from - 2]));
  return sign !== APOSTROPHE || !CONTRACTED.has(wordAt(folder, from));
}

/** Whether a match that began at unit `from` may end before unit `to`. */
export function closesAt(folder: Folder, from: number, to: number): boolean {
  const { units, classes, starts, length } = folder;
  if (to >= length) return true;
  if (starts[to] === starts[to - 1]) return false;
  if (!joins(classes[to - 1] ?? 0)) return !isSign(classes[to - 1]) || !joins(classes[to] ?? 0);
  const sign = units[to];
  if ((sign === PLUS || sign === HASH) && to - from <= SHORT_NAME) return false;
  if (!joins(classes[to + 1] ?? 0)) return true;
  if (sign === UNDERSCORE || sign === AND) return false;
  if (sign === DOT || sign === COMMA) return !(isDigit(units[to - 1]) && isDigit(units[to + 1]));
  if (sign === QUOTE) return !(isHebrew(classes[to - 1]) && isHebrew(classes[to + 1]));
  return sign !== APOSTROPHE || !gluesOn(folder, from, to);
}

/** Whether what follows an apostrophe makes another word: don't, O'Brien; not the possessive. */
function gluesOn(folder: Folder, from: number, to: number): boolean {
  const tail = wordAt(folder, to + 1);
  return tail === 't' || (to - from === 1 && tail !== 's');
}

/** The word at a unit if it is short enough to be a contraction, else an empty string. */
function wordAt({ units, classes }: Folder, from: number): string {
  let to = from;
  while (to - from < 3 && joins(classes[to] ?? 0)) to++;
  return to - from > 2 ? '' : String.fromCharCode(...units.subarray(from, to));
}

function isSign(charClass: number | undefined): boolean {
  return ((charClass ?? 0) & CLASS_BITS) === OTHER;
}

function isHebrew(charClass: number | undefined): boolean {
  return ((charClass ?? 0) & CLASS_BITS) === HEBREW;
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x30 && unit <= 0x39;
}
