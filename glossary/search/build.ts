import type { Glossary } from '../entry.ts';
import { NameCollector } from './name-collector.ts';
import { packNames, packWordEntries, packWordNames, sortWords } from './pack.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import { packSections } from './sections.ts';
import { Splitter } from './splitter.ts';
import { packTexts } from './text-table.ts';
import { WordTable } from './word-table.ts';
import { WordsTold } from './words-told.ts';

/**
 * Builds what `search` looks at, from glossaries in the reader's order.
 *
 * @example search(buildSearchIndex([glossary]), 'workers par', 10)
 */
export function buildSearchIndex(glossaries: readonly Glossary[]): SearchIndex {
  const splitter = new Splitter();
  const table = new WordTable();
  const names = new NameCollector(splitter, table);
  const told = new WordsTold(splitter, table);
  const refs: string[] = [];
  for (const { id, entries } of glossaries) {
    for (const entry of entries) {
      names.add(entry, refs.length);
      told.add(entry, refs.length);
      refs.push(`${id}/${entry.id}`);
    }
  }
  const words = sortWords(table);
  const sorted = packNames(names, words.ranks);
  return openSearchIndex(
    packSections([
      ...Object.values(packTexts(refs)),
      ...sorted.sections,
      ...words.sections,
      ...packWordNames(sorted, words.ranks.length),
      ...packWordEntries(told, words.ranks),
    ]),
  );
}
