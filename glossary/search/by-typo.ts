import { forgiven, type Query } from './query.ts';
import { type Ranking, WORTH } from './ranking.ts';
import { GLUED, type SearchIndex } from './search-index.ts';
import { lengthOf, prefixRange } from './sorted-list.ts';
import { FAR, findNear } from './typo.ts';

/** What a second typo takes away … */
const SECOND_TYPO = 25;
/** … and a wrong first letter, which people rarely mistype. */
const WRONG_START = 60;
/** With fewer letters, half the glossary begins like a mistyped query … */
const LEAST_FOR_BEGINNING = 5;
/** … all the more when the first letter may be the wrong one. */
const LEAST_FOR_WRONG_START = 7;
/** Fewer letters are no word to mistype. */
const LEAST_LETTERS = 4;
/** More words than anyone mistypes at once; each costs a walk through all words. */
const MOST_WORDS = 6;

/** Offers the entries with a name that is the query but for a typo or two, or begins like that. */
export function offerByTypo(
  index: SearchIndex,
  query: Query,
  { ranking, budget = forgiven(query.joined.length) }: { ranking: Ranking; budget?: number },
): void {
  const { names, nameEntries } = index;
  const { length } = query.joined;
  if (budget === 0 || length < LEAST_LETTERS) return;
  findNear(names, query.joined, budget, (name, beginning, whole, sameStart) => {
    const least = sameStart ? LEAST_FOR_BEGINNING : LEAST_FOR_WRONG_START;
    let worth = 0;
    if (whole <= budget) worth = WORTH.typo - SECOND_TYPO * (whole - 1);
    else if (beginning <= budget && length >= least) {
      const extra = Math.min(20, lengthOf(names, name) - length);
      worth = WORTH.typoBeginning - SECOND_TYPO * (beginning - 1) - Math.max(0, extra);
    }
    if (worth > 0) ranking.offer(nameEntries[name] ?? 0, worth - (sameStart ? 0 : WRONG_START), name);
  });
}

/** The words of the index that are near to a word of the query. */
interface Reach {
  readonly words: readonly number[];
  /** For each word of the index: 0 where it is far, else one more than its typos. */
  readonly typos: Uint8Array;
  /** Names that have one of the words. */
  readonly names: number;
}

/** Offers the entries with a name that has all words of the query, some of them mistyped. */
export function offerByWordTypo(index: SearchIndex, query: Query, ranking: Ranking): void {
  if (query.words.length > MOST_WORDS || query.words.every(({ length }) => forgiven(length) === 0)) return;
  const reaches = query.words.map((word) => reachOf(index, word));
  const rarest = reaches.reduce((one, other) => (other.names < one.names ? other : one));
  const { wordNameOffsets, wordNames, nameEntries } = index;
  const band = reaches.length === 1 ? WORTH.typoInside : WORTH.typoAnyOrder;
  for (const word of rarest.words) {
    const end = wordNameOffsets[word + 1] ?? 0;
    for (let at = wordNameOffsets[word] ?? 0; at < end; at++) {
      const name = wordNames[at] ?? 0;
      const typos = typosIn(index, name, reaches);
      if (typos < FAR) ranking.offer(nameEntries[name] ?? 0, band - 10 * Math.min(2, typos), name);
    }
  }
}

function reachOf({ words: list, wordNameOffsets }: SearchIndex, word: Uint16Array): Reach {
  const words: number[] = [];
  const typos = new Uint8Array(list.shared.length);
  let names = 0;
  const budget = forgiven(word.length);
  const take = (item: number, distance: number) => {
    const size = (wordNameOffsets[item + 1] ?? 0) - (wordNameOffsets[item] ?? 0);
    if (size === 0) return;
    words.push(item);
    typos[item] = distance + 1;
    names += size;
  };
  if (budget === 0) {
    const { from, to } = prefixRange(list, word);
    for (let item = from; item < to; item++) take(item, 0);
  } else {
    findNear(list, word, budget, (item, beginning, whole) => {
      const loose = beginning === 0 || word.length >= LEAST_FOR_BEGINNING;
      const distance = loose ? Math.min(beginning, whole) : whole;
      if (distance <= budget) take(item, distance);
    });
  }
  return { words, typos, names };
}

/** The typos with which a name has a word of every reach; `FAR` if it has not. */
function typosIn(
  { nameWordOffsets, nameWords }: SearchIndex,
  name: number,
  reaches: readonly Reach[],
): number {
  const start = nameWordOffsets[name] ?? 0;
  const end = nameWordOffsets[name + 1] ?? 0;
  let total = 0;
  for (const { typos } of reaches) {
    let least = FAR;
    for (let at = start; at < end; at++) {
      const near = typos[((nameWords[at] ?? 0) & ~GLUED) >>> 0] ?? 0;
      if (near > 0 && near - 1 < least) least = near - 1;
    }
    if (least === FAR) return FAR;
    total += least;
  }
  return total;
}
