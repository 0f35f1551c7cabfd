import { ClaimBuilder } from './claim-builder.ts';
import { claimsOfEntry, claimsOfGlossary } from './claims.ts';
import type { Glossary } from './entry.ts';
import { Index } from './flat-index.ts';
import { writeIndex } from './index-writer.ts';

export { openIndex } from './flat-index.ts';
export type { Index };

/**
 * Compiles glossaries, given in the reader's order, into one index. What can never be matched is left
 * out (`unmatchable` says why); forms that collide keep all their entries.
 */
export function compile(glossaries: readonly Glossary[]): Index {
  const claims = new ClaimBuilder();
  const entryStarts = [0];
  const entryIds: string[] = [];
  for (const [number, glossary] of glossaries.entries()) {
    for (const claim of claimsOfGlossary(glossary, number)) claims.add(claim);
    for (const entry of glossary.entries) {
      for (const claim of claimsOfEntry(entry, entryIds.length, glossary.language)) claims.add(claim);
      entryIds.push(entry.id);
    }
    entryStarts.push(entryIds.length);
  }
  const glossaryIds = glossaries.map((glossary) => glossary.id);
  return new Index(writeIndex(claims, { entryIds, glossaryIds, entryStarts }));
}
