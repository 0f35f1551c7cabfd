import type { Entry, Glossary } from '../entry.ts';
import { type Gathering, gather } from '../gathering.ts';
import { NameCollector } from './name-collector.ts';
import { packNames, packWordEntries, packWordNames, sortWords } from './pack.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import { packSections } from './sections.ts';
import { Splitter } from './splitter.ts';
import { TextCollector } from './text-table.ts';
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
  private readonly refs = new TextCollector();
  private names = this.noNames();
  private told = this.nothingTold();
  private first = 0;
  private next = 0;

  begin({ id }: Omit<Glossary, 'entries'>, ids: readonly string[]): void {
    this.first = this.next;
    this.next += ids.length;
    for (const entry of ids) this.refs.add(`${id}/${entry}`);
  }

  add(entry: Entry, place: number): void {
    this.names.add(entry, this.first + place);
    this.told.add(entry, this.first + place);
  }

  finish(): SearchIndex {
    return openSearchIndex(packSections(this.sections()));
  }

  /** What was gathered goes as soon as it is packed: with large glossaries, each is a tenth of a gigabyte. */
  private sections() {
    const words = sortWords(this.table);
    const told = packWordEntries(this.told, words.ranks);
    this.told = this.nothingTold();
    const sorted = packNames(this.names, words.ranks);
    this.names = this.noNames();
    return [
      ...Object.values(this.refs.table()),
      ...sorted.sections,
      ...words.sections,
      ...packWordNames(sorted, words.ranks.length),
      ...told,
    ];
  }

  private noNames(): NameCollector {
    return new NameCollector(this.splitter, this.table);
  }

  private nothingTold(): WordsTold {
    return new WordsTold(this.splitter, this.table);
  }
}
