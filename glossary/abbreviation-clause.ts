/** How far back or ahead a long form may reach, in UTF-16 units. */
export const REACH = 260;

/**
 * Where a clause ends: a sentence, a semicolon or colon, an empty line, a bracket that closed after standing
 * on its own. A single line break is white space, as in the source of a page; an abbreviated word ("St. ",
 * "T. kodakaraensis") ends nothing.
 */
const BORDER =
  /(?<!(?<!\p{L})\p{L}|(?<!\p{L})(?:St|Dr|Mr|Mrs|Ms|vs|cf|No|Gen|Lt|Col|Sgt|Corp|Inc|Co|Ltd|Gov|Sen|Rep))\.["”’')\]]*\s+(?=[\p{Lu}\p{N}"“([])|[?!]["”’')\]]*\s|[;:]\s|\n[^\S\n]*\n|(?:^|\s)(?:[([][^()[\]]*[)\]][.,]?|[–—]|--)\s/gu;

/** Offset of the first word that a long form ending at `end` can begin with, not before `floor`. */
export function clauseStart(text: string, floor: number, end: number): number {
  const from = Math.max(floor, end - REACH);
  const slice = text.slice(from, end);
  // A window that cuts a word in two begins after it.
  const whole = from === floor ? 0 : slice.search(/\s/) + 1;
  if (whole === 0 && from > floor) return end;
  let start = whole;
  for (const border of slice.matchAll(BORDER)) start = border.index + border[0].length;
  return from + start;
}

const END = /[.?!]["”’)]*(?:\s|$)|[;:()—]|\n[^\S\n]*\n|\s–|--|\s-\s/;

/** Offset where the clause that begins at `start` ends, a whole word within reach. */
export function clauseEnd(text: string, start: number): number {
  const ahead = text.slice(start, start + REACH);
  const end = END.exec(ahead)?.index;
  if (end !== undefined || start + REACH >= text.length) return start + (end ?? ahead.length);
  return start + Math.max(0, ahead.search(/\s\S*$/));
}
