import type { EntryRef } from './entry.ts';
import { offerByName } from './search/by-name.ts';
import { offerBySomeWords, offerByText } from './search/by-text.ts';
import { offerByTypo, offerByWordTypo } from './search/by-typo.ts';
import { offerByCut, offerByWord, wordRanges } from './search/by-word.ts';
import { type Query, readQuery } from './search/query.ts';
import { isExact, isNear, Ranking } from './search/ranking.ts';
import { type SearchIndex, TERM } from './search/search-index.ts';
import { textAt } from './search/text-table.ts';

// The three belong together: who searches builds or opens what is searched.
export { buildSearchIndex, SearchGathering } from './search/build.ts';
export { openSearchIndex, type SearchIndex } from './search/search-index.ts';

/** An entry that answers a query. */
export interface Hit {
  readonly entry: EntryRef;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** The name that matched as the glossary writes it, where it is not the term. */
  readonly form?: string;
  /** Just what was typed, but for case, accents, spaces and the like. */
  readonly exact?: true;
  /** Not what was typed, but close: mistyped, or only some of the words. */
  readonly near?: true;
}

/**
 * The entries that answer a query, best first, at most `limit`: the query is a name; a term, then another
 * name, begins with it; a word in a name does; it is mistyped; a name has its words in any order; the
 * definition has them. Case, accents, hyphens and the dots of acronyms make no difference.
 *
 * @example search(buildSearchIndex([glossary]), 'pyngyang', 10)[0]?.entry // 'north-korea/pyongyang'
 */
export function search(index: SearchIndex, query: string, limit: number): Hit[] {
  const most = Math.min(Math.floor(limit), index.refs.offsets.length - 1);
  const read = readQuery(query);
  if (!(most > 0) || read.words.length === 0) return [];
  const ranking = new Ranking(index.refs.offsets.length - 1);
  rank(index, read, { ranking, enough: most });
  return ranking.best(most).map(({ entry, worth, name }) => {
    const form = name === undefined || index.nameRoles[name] === TERM ? '' : textAt(index.nameTexts, name);
    return {
      entry: textAt(index.refs, entry),
      score: worth,
      ...(form !== '' && { form }),
      ...(isExact(worth) && { exact: true as const }),
      ...(isNear(worth) && { near: true as const }),
    };
  });
}

/** From the best way to match to the least, until there is enough: a later way never beats an earlier one. */
function rank(
  index: SearchIndex,
  query: Query,
  { ranking, enough }: { ranking: Ranking; enough: number },
): void {
  offerByName(index, query, ranking);
  if (ranking.count >= enough) return;
  const ranges = wordRanges(index, query);
  offerByWord(index, { query, ranges, ranking });
  if (ranking.count === 0) offerByCut(index, query, ranking);
  if (ranking.count >= enough) return;
  offerByTypo(index, query, { ranking });
  if (ranking.count >= enough) return;
  offerByWordTypo(index, query, ranking);
  if (ranking.count >= enough) return;
  offerByText(index, ranges, ranking);
  if (ranking.count > 0) return;
  offerBySomeWords(index, ranges, ranking);
  // Nothing at all: then rather what is two slips away from a short word than an empty list.
  offerByTypo(index, query, { ranking, budget: 2 });
}
