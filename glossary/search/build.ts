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
  private gathered = new Gathered();
  private first = 0;
  private next = 0;

  begin({ id }: Omit<Glossary, 'entries'>, ids: readonly string[]): void {
    this.first = this.next;
    this.next += ids.length;
    for (const entry of ids) this.gathered.refs.add(`${id}/${entry}`);
  }

  add(entry: Entry, place: number): void {
    this.gathered.names.add(entry, this.first + place);
    this.gathered.told.add(entry, this.first + place);
  }

  finish(): SearchIndex {
    const sections = sectionsOf(this.gathered);
    // What it was made of goes before all of it is copied into one place.
    this.gathered = new Gathered();
    return openSearchIndex(packSections(sections));
  }
}

class Gathered {
  private readonly splitter = new Splitter();
  readonly table = new WordTable();
  readonly names = new NameCollector(this.splitter, this.table);
  readonly told = new WordsTold(this.splitter, this.table);
  readonly refs = new TextCollector();
}

function sectionsOf({ table, names, told, refs }: Gathered) {
  const words = sortWords(table);
  const sorted = packNames(names, words.ranks);
  return [
    ...Object.values(refs.table()),
    ...sorted.sections,
    ...words.sections,
    ...packWordNames(sorted, words.ranks.length),
    ...packWordEntries(told, words.ranks),
  ];
}
