import { ClaimBuilder } from './claim-builder.ts';
import { claimsOfEntry, claimsOfGlossary } from './claims.ts';
import type { Entry, Glossary } from './entry.ts';
import { Index } from './flat-index.ts';
import { type Gathering, gather } from './gathering.ts';
import { writeIndex } from './index-writer.ts';

export { openIndex } from './flat-index.ts';
export type { Index };

/**
 * Compiles glossaries, given in the reader's order, into one index. What can never be matched is left
 * out (`unmatchable` says why); forms that collide keep all their entries.
 */
export function compile(glossaries: readonly Glossary[]): Index {
  return gather(new IndexGathering(), glossaries);
}

/** Compiles an index of entries that come one by one. */
export class IndexGathering implements Gathering<Index> {
  private readonly claims = new ClaimBuilder();
  private readonly entryIds: string[] = [];
  private readonly glossaryIds: string[] = [];
  private readonly entryStarts = [0];
  private language = 'en';

  begin(glossary: Omit<Glossary, 'entries'>, ids: readonly string[]): void {
    this.language = glossary.language;
    this.claims.begin(this.rankOf(this.entryIds.length));
    for (const claim of claimsOfGlossary(glossary, this.glossaryIds.length)) this.claims.add(claim);
    this.glossaryIds.push(glossary.id);
    for (const id of ids) this.entryIds.push(id);
    this.entryStarts.push(this.entryIds.length);
  }

  add(entry: Entry, place: number): void {
    const number = (this.entryStarts.at(-2) ?? 0) + place;
    this.claims.begin(this.rankOf(number));
    for (const claim of claimsOfEntry(entry, number, this.language)) this.claims.add(claim);
  }

  finish(): Index {
    const { entryIds, glossaryIds, entryStarts } = this;
    return new Index(writeIndex(this.claims, { entryIds, glossaryIds, entryStarts }));
  }

  /** Where an entry's claims stand among all: each glossary's own come before those of its entries. */
  private rankOf(entry: number): number {
    return entry + this.glossaryIds.length;
  }
}
