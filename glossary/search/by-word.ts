import type { Query } from './query.ts';
import { MOST_EXTRA, type Ranking, WORTH } from './ranking.ts';
import { GLUED, type SearchIndex } from './search-index.ts';
import { lengthOf, prefixRange } from './sorted-list.ts';

/** The words that begin with a word of the query. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
  /** Whether the first of them is the word itself. */
  readonly exact: boolean;
}

/** The words of the index that begin with each word of the query. */
export function wordRanges(index: SearchIndex, query: Query): WordRange[] {
  return query.words.map((word) => {
    const { from, to } = prefixRange(index.words, word);
    return { from, to, exact: from < to && lengthOf(index.words, from) === word.length };
  });
}

/** Offers the entries with a name that has all words of the query: in a row, or anywhere. */
export function offerByWord(
  index: SearchIndex,
  { query, ranges, ranking }: { query: Query; ranges: readonly WordRange[]; ranking: Ranking },
): void {
  const { wordNameOffsets, wordNames, names, nameEntries } = index;
  const rarest = rarestOf(ranges, wordNameOffsets);
  if (rarest === undefined) return;
  const end = wordNameOffsets[rarest.to] ?? 0;
  for (let at = wordNameOffsets[rarest.from] ?? 0; at < end; at++) {
    const name = wordNames[at] ?? 0;
    const less = Math.min(MOST_EXTRA, Math.max(0, lengthOf(names, name) - query.joined.length));
    const band = bandOf(index, name, ranges);
    if (band > 0) ranking.offer(nameEntries[name] ?? 0, band - less, name);
  }
}

/** Letters on each side of a cut: with fewer, nearly every word could be two. */
const LEAST_CUT = 2;

/** Takes a query of one word for two that were written together, as "jongun" for "Jong Un". */
export function offerByCut(index: SearchIndex, query: Query, ranking: Ranking): void {
  const [word, more] = query.words;
  if (word === undefined || more !== undefined) return;
  for (let cut = LEAST_CUT; cut <= word.length - LEAST_CUT; cut++) {
    const halves = { ...query, words: [word.subarray(0, cut), word.subarray(cut)] };
    const ranges = wordRanges(index, halves);
    if (ranges[0]?.exact) offerByWord(index, { query: halves, ranges, ranking });
  }
}

function rarestOf(ranges: readonly WordRange[], offsets: Uint32Array): WordRange | undefined {
  let rarest: WordRange | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const range of ranges) {
    const size = (offsets[range.to] ?? 0) - (offsets[range.from] ?? 0);
    if (size >= least) continue;
    least = size;
    rarest = range;
  }
  return least > 0 ? rarest : undefined;
}

function bandOf(index: SearchIndex, name: number, ranges: readonly WordRange[]): number {
  const start = index.nameWordOffsets[name] ?? 0;
  const end = index.nameWordOffsets[name + 1] ?? 0;
  for (let first = start; first + ranges.length <= end; first++) {
    if (standsAt(index, first, ranges)) return WORTH.insideName;
  }
  const all = ranges.every((range) => hasWord(index, { start, end }, range));
  return all ? WORTH.anyOrder : 0;
}

/** Whether the words of the query stand in a row, whole but for the last, which one may be still typing. */
function standsAt({ nameWords }: SearchIndex, first: number, ranges: readonly WordRange[]): boolean {
  const last = ranges.length - 1;
  return ranges.every(({ from, to, exact }, at) => {
    const word = ((nameWords[first + at] ?? 0) & ~GLUED) >>> 0;
    return at === last ? word >= from && word < to : exact && word === from;
  });
}

function hasWord(
  { nameWords }: SearchIndex,
  { start, end }: { start: number; end: number },
  { from, to }: WordRange,
): boolean {
  for (let at = start; at < end; at++) {
    const word = ((nameWords[at] ?? 0) & ~GLUED) >>> 0;
    if (word >= from && word < to) return true;
  }
  return false;
}
