import { MOST_NAME_WORDS } from './search-index.ts';
import { LONGEST_ITEM } from './sorted-list.ts';
import { Splitter } from './splitter.ts';

/** Characters of a query that are looked at: the longest name there can be. */
const MOST_CHARACTERS = 1_000;

/** What the reader typed, folded: its words, and all of it without spaces. */
export interface Query {
  readonly joined: Uint16Array;
  readonly words: readonly Uint16Array[];
  /** Where words begin in `joined` that have a space before them. */
  readonly gaps: ReadonlySet<number>;
}

/** Reads a query; it has no words where there is nothing to look for. */
export function readQuery(text: string): Query {
  const splitter = new Splitter();
  splitter.split(text.slice(0, MOST_CHARACTERS), MOST_NAME_WORDS);
  const { units, starts, ends, glued, count } = splitter;
  const words = [];
  const gaps = new Set<number>();
  for (let word = 0; word < count; word++) {
    const start = starts[word] ?? 0;
    words.push(units.slice(start, ends[word] ?? 0));
    if (word > 0 && glued[word] === 0) gaps.add(start);
  }
  const length = count === 0 ? 0 : (ends[count - 1] ?? 0);
  return { joined: units.slice(0, Math.min(LONGEST_ITEM, length)), words, gaps };
}

/** Typos that are forgiven in so many letters. */
export function forgiven(length: number): number {
  if (length >= 8) return 2;
  return length >= 4 ? 1 : 0;
}
