import type { Query } from './query.ts';
import { MOST_EXTRA, type Ranking, WORTH } from './ranking.ts';
import { GLUED, type SearchIndex, TERM } from './search-index.ts';
import { lengthOf, prefixRange } from './sorted-list.ts';

/** Offers the entries of which a name is the query or begins with it. */
export function offerByName(index: SearchIndex, query: Query, ranking: Ranking): void {
  const { names, nameEntries, nameRoles } = index;
  const { from, to } = prefixRange(names, query.joined);
  for (let name = from; name < to; name++) {
    const extra = lengthOf(names, name) - query.joined.length;
    const isTerm = nameRoles[name] === TERM;
    const worth = worthOf(extra, isTerm, hasGapsOf(index, name, query));
    ranking.offer(nameEntries[name] ?? 0, worth, name);
  }
}

function worthOf(extra: number, isTerm: boolean, sameGaps: boolean): number {
  if (extra === 0) {
    if (!sameGaps) return WORTH.exactUnspaced;
    return isTerm ? WORTH.exactTerm : WORTH.exactName;
  }
  const less = Math.min(MOST_EXTRA, extra);
  if (!sameGaps) return WORTH.beginsUnspaced - Math.min(less, WORTH.beginsUnspaced - WORTH.typo - 1);
  return (isTerm ? WORTH.beginsTerm : WORTH.beginsName) - less;
}

/** Whether a name has its spaces where the query has them. */
function hasGapsOf(index: SearchIndex, name: number, { joined, gaps }: Query): boolean {
  const { nameWordOffsets, nameWords, words } = index;
  const end = nameWordOffsets[name + 1] ?? 0;
  let start = 0;
  let met = 0;
  for (let at = nameWordOffsets[name] ?? 0; at < end && start < joined.length; at++) {
    const word = nameWords[at] ?? 0;
    const isGap = start > 0 && word < GLUED;
    if (isGap && !gaps.has(start)) return false;
    if (isGap) met++;
    start += lengthOf(words, (word & ~GLUED) >>> 0);
  }
  return met === gaps.size;
}
