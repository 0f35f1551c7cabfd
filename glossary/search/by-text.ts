import type { WordRange } from './by-word.ts';
import { readPostings } from './postings.ts';
import { type Ranking, WORTH } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';
import { lengthOf } from './sorted-list.ts';

/** Words of a query that are looked up in the definitions. */
const MOST_WORDS = 12;
/** What a definition gains whose words are the very words of the query. */
const VERY_WORDS = 30;

/** Offers the entries of which names and definition together have all words of the query. */
export function offerByText(index: SearchIndex, ranges: readonly WordRange[], ranking: Ranking): void {
  const sought = ranges.slice(0, MOST_WORDS);
  // The word one is still typing may be any that begins like it, but one letter begins too many.
  const loose = sought.map(({ from, to, exact }) => {
    const single = from < to && lengthOf(index.words, from) === 1;
    return exact && single ? { from, to: from + 1 } : { from, to };
  });
  const entryCount = index.refs.offsets.length - 1;
  const whole = entriesWithAll(index, sought.map(wholeWord), entryCount);
  const found = entriesWithAll(index, loose, entryCount);
  for (let entry = 0; entry < entryCount; entry++) {
    if ((found[entry] ?? 0) < sought.length) continue;
    ranking.offer(entry, WORTH.definition + (whole[entry] === sought.length ? VERY_WORDS : 0));
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function wholeWord({ from, exact }: WordRange): Span {
  return { from, to: exact ? from + 1 : from };
}

/** How many of the first ranges each entry has a word of, without a miss. */
function entriesWithAll(index: SearchIndex, ranges: readonly Span[], entryCount: number): Uint8Array {
  const { wordEntryOffsets, wordEntries, wordNameOffsets, wordNames, nameEntries } = index;
  const counts = new Uint8Array(entryCount);
  ranges.forEach(({ from, to }, at) => {
    const take = (entry: number) => {
      if (counts[entry] === at) counts[entry] = at + 1;
    };
    for (let word = from; word < to; word++) {
      const start = wordEntryOffsets[word] ?? 0;
      readPostings(wordEntries, { start, end: wordEntryOffsets[word + 1] ?? 0 }, take);
    }
    const end = wordNameOffsets[to] ?? 0;
    for (let name = wordNameOffsets[from] ?? 0; name < end; name++) {
      take(nameEntries[wordNames[name] ?? 0] ?? 0);
    }
  });
  return counts;
}

/** Of a query of several words, this share must stand in a name for it to be near. */
const LEAST_SHARE = 0.5;

/** Offers the entries with a name that has many of the words of the query, or all of whose words are in it. */
export function offerBySomeWords(index: SearchIndex, ranges: readonly WordRange[], ranking: Ranking): void {
  if (ranges.length < 2) return;
  const { wordNameOffsets, wordNames, nameWordOffsets, nameEntries } = index;
  const counts = new Uint8Array(nameEntries.length);
  for (const { from, exact } of ranges) {
    if (!exact) continue;
    const end = wordNameOffsets[from + 1] ?? 0;
    for (let at = wordNameOffsets[from] ?? 0; at < end; at++) {
      const name = wordNames[at] ?? 0;
      counts[name] = Math.min(254, counts[name] ?? 0) + 1;
    }
  }
  for (let name = 0; name < counts.length; name++) {
    const count = counts[name] ?? 0;
    if (count === 0) continue;
    const size = (nameWordOffsets[name + 1] ?? 0) - (nameWordOffsets[name] ?? 0);
    const share = count / ranges.length;
    if (share < LEAST_SHARE && count < size) continue;
    // All of a name within a longer question is nearer than a part of one, and a long name than a short one.
    const part = count < size ? (20 * count) / size : 50;
    ranking.offer(
      nameEntries[name] ?? 0,
      WORTH.someWords - 99 + Math.round(part + 49 * Math.min(1, share)),
      name,
    );
  }
}
