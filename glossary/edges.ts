import { CLASS_BITS, HEBREW, joins, OTHER } from './characters.ts';
import type { Folder } from './fold.ts';
import { unitOf } from './fold-table.ts';

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
  const { rows, offsets } = folder;
  const own = rows[from] ?? 0;
  const before = rows[from - 1] ?? 0;
  const further = from < 2 ? 0 : (rows[from - 2] ?? 0);
  if (offsets.startOf(from) === offsets.startOf(from - 1)) return false;
  if (!joins(own)) return !isSign(own) || !joins(before);
  if (!joins(further)) return true;
  const sign = unitOf(before);
  if (sign === UNDERSCORE || sign === AND) return false;
  if (sign === DOT || sign === COMMA) return !(isDigit(own) && isDigit(further));
  if (sign === QUOTE) return !(isHebrew(own) && isHebrew(further));
  return sign !== APOSTROPHE || !CONTRACTED.has(wordAt(folder, from));
}

/** Whether a match that began at unit `from` may end before unit `to`. */
export function closesAt(folder: Folder, from: number, to: number): boolean {
  const { rows, offsets, length } = folder;
  if (to >= length) return true;
  const own = rows[to - 1] ?? 0;
  const after = rows[to] ?? 0;
  const further = rows[to + 1] ?? 0;
  if (offsets.startOf(to) === offsets.startOf(to - 1)) return false;
  if (!joins(own)) return !isSign(own) || !joins(after);
  const sign = unitOf(after);
  if ((sign === PLUS || sign === HASH) && to - from <= SHORT_NAME) return false;
  if (to + 1 >= length || !joins(further)) return true;
  if (sign === UNDERSCORE || sign === AND) return false;
  if (sign === DOT || sign === COMMA) return !(isDigit(own) && isDigit(further));
  if (sign === QUOTE) return !(isHebrew(own) && isHebrew(further));
  return sign !== APOSTROPHE || !gluesOn(folder, from, to);
}

/** Whether what follows an apostrophe makes another word: don't, O'Brien; not the possessive. */
function gluesOn(folder: Folder, from: number, to: number): boolean {
  const tail = wordAt(folder, to + 1);
  return tail === 't' || (to - from === 1 && tail !== 's');
}

/** The word at a unit if it is short enough to be a contraction, else an empty string. */
function wordAt({ rows }: Folder, from: number): string {
  let to = from;
  while (to - from < 3 && joins(rows[to] ?? 0)) to++;
  return to - from > 2 ? '' : String.fromCharCode(...rows.subarray(from, to).map(unitOf));
}

function isSign(row: number): boolean {
  return (row & CLASS_BITS) === OTHER;
}

function isHebrew(row: number): boolean {
  return (row & CLASS_BITS) === HEBREW;
}

function isDigit(row: number): boolean {
  return unitOf(row) >= 0x30 && unitOf(row) <= 0x39;
}
