import type { NameCollector } from './name-collector.ts';
import { PostingsWriter } from './postings.ts';
import { GLUED } from './search-index.ts';
import { sortByUnits } from './sort-units.ts';
import { packList } from './sorted-list.ts';
import type { WordTable } from './word-table.ts';
import type { WordsTold } from './words-told.ts';

type Sections = readonly (Uint8Array | Uint16Array | Uint32Array)[];

/** The words in order, and the place of each by its number in the table. */
export function sortWords({ units, ends, count }: WordTable): { ranks: Uint32Array; sections: Sections } {
  const starts = new Uint32Array(count);
  if (count > 0) starts.set(ends.subarray(0, count - 1), 1);
  const order = upTo(count);
  sortByUnits(order, { units, starts, ends });
  const ranks = new Uint32Array(count);
  for (let rank = 0; rank < count; rank++) ranks[order[rank] ?? 0] = rank;
  return { ranks, sections: Object.values(packList(order, { units, starts, ends })) };
}

/** Names in order, with the words of each. */
export interface SortedNames {
  readonly offsets: Uint32Array;
  readonly words: Uint32Array;
  readonly sections: Sections;
}

/** The names in order, and what belongs to each. */
export function packNames(names: NameCollector, ranks: Uint32Array): SortedNames {
  const { count } = names;
  const order = upTo(count);
  sortByUnits(order, names);
  const offsets = new Uint32Array(count + 1);
  const words = new Uint32Array(names.wordOffsets[count] ?? 0);
  let length = 0;
  for (let rank = 0; rank < count; rank++) {
    const name = order[rank] ?? 0;
    const end = names.wordOffsets[name + 1] ?? 0;
    for (let at = names.wordOffsets[name] ?? 0; at < end; at++) {
      const word = names.words[at] ?? 0;
      words[length++] = ((ranks[(word & ~GLUED) >>> 0] ?? 0) | (word & GLUED)) >>> 0;
    }
    offsets[rank + 1] = length;
  }
  const entries = order.map((name) => names.entries[name] ?? 0);
  const roles = new Uint8Array(count);
  order.forEach((name, rank) => {
    roles[rank] = names.roles[name] ?? 0;
  });
  const list = Object.values(packList(order, names));
  const texts = Object.values(names.texts.table(order));
  return {
    offsets,
    words,
    sections: [...list, entries, roles, ...texts, offsets, words],
  };
}

/** For each word, the names it stands in. */
export function packWordNames({ offsets, words }: SortedNames, wordCount: number): Sections {
  const plain = words.map((word) => (word & ~GLUED) >>> 0);
  const starts = countingOffsets(plain, wordCount);
  const names = new Uint32Array(words.length);
  const next = starts.slice();
  for (let name = 0; name + 1 < offsets.length; name++) {
    const end = offsets[name + 1] ?? 0;
    for (let at = offsets[name] ?? 0; at < end; at++) {
      const word = plain[at] ?? 0;
      names[next[word] ?? 0] = name;
      next[word] = (next[word] ?? 0) + 1;
    }
  }
  return [starts, names];
}

/** For each word, the entries that explain themselves with it. */
export function packWordEntries(told: WordsTold, ranks: Uint32Array): Sections {
  const words = told.words.subarray(0, told.count).map((word) => ranks[word] ?? 0);
  const starts = countingOffsets(words, ranks.length);
  const entries = new Uint32Array(told.count);
  const next = starts.slice();
  for (let at = 0; at < told.count; at++) {
    const word = words[at] ?? 0;
    entries[next[word] ?? 0] = told.entries[at] ?? 0;
    next[word] = (next[word] ?? 0) + 1;
  }
  return writePostings(starts, entries);
}

function writePostings(starts: Uint32Array, entries: Uint32Array): Sections {
  const offsets = new Uint32Array(starts.length);
  const writer = new PostingsWriter();
  for (let word = 0; word + 1 < starts.length; word++) {
    offsets[word] = writer.begin();
    // Entries may have come in any order.
    for (const entry of entries.subarray(starts[word], starts[word + 1]).sort()) writer.add(entry);
  }
  offsets[starts.length - 1] = writer.length;
  return [offsets, writer.bytes.slice(0, writer.length)];
}

/** Where the items of each key begin once they are sorted by key. */
function countingOffsets(keys: Uint32Array, keyCount: number): Uint32Array {
  const offsets = new Uint32Array(keyCount + 1);
  for (const key of keys) offsets[key + 1] = (offsets[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key++) offsets[key + 1] = (offsets[key + 1] ?? 0) + (offsets[key] ?? 0);
  return offsets;
}

function upTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let at = 0; at < count; at++) numbers[at] = at;
  return numbers;
}
