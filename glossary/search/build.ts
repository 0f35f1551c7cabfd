import type { Entry, Glossary } from '../entry.ts';
import { type Gathering, gather } from '../gathering.ts';
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
  return gather(new SearchGathering(), glossaries);
}

/** Builds what `search` looks at from entries that come one by one. */
export class SearchGathering implements Gathering<SearchIndex> {
  private readonly splitter = new Splitter();
  private readonly table = new WordTable();
  private readonly names = new NameCollector(this.splitter, this.table);
  private readonly told = new WordsTold(this.splitter, this.table);
  private readonly refs: string[] = [];
  private first = 0;

  begin({ id }: Omit<Glossary, 'entries'>, ids: readonly string[]): void {
    this.first = this.refs.length;
    for (const entry of ids) this.refs.push(`${id}/${entry}`);
  }

  add(entry: Entry, place: number): void {
    this.names.add(entry, this.first + place);
    this.told.add(entry, this.first + place);
  }

  finish(): SearchIndex {
    const words = sortWords(this.table);
    const sorted = packNames(this.names, words.ranks);
    return openSearchIndex(
      packSections([
        ...Object.values(packTexts(this.refs)),
        ...sorted.sections,
        ...words.sections,
        ...packWordNames(sorted, words.ranks.length),
        ...packWordEntries(this.told, words.ranks),
      ]),
    );
  }
}
