import { compareGlossaries, type Differences } from '../../../glossary/compare.ts';
import type { Glossary } from '../../../glossary/entry.ts';
import { announceShelfChange } from '../../platform/changes.ts';
import { changeOwnTerms, keepOwnTerms, OWN } from '../../platform/own-terms.ts';
import { library } from '../library.ts';
import { switchOn } from './shelf-changes.ts';

/**
 * What an import would do. `new`: another glossary on the shelf. `update`: in place of the one with its id.
 * `own`: its entries join the reader's own terms, and none of those goes.
 */
export interface ImportPlan {
  readonly kind: 'new' | 'update' | 'own';
  readonly glossary: Glossary;
  readonly differences: Differences;
}

/** Decides what an import does; glossaries that come from elsewhere are never replaced by a file. */
export async function planImport(incoming: Glossary): Promise<ImportPlan> {
  const shelf = await library.shelf();
  const there = shelf.find(({ id }) => id === incoming.id);
  if (there?.origin === 'file' || there?.origin === 'own') {
    const before = await library.glossary(incoming.id);
    const differences = compareGlossaries(before, incoming);
    if (there.origin === 'file') return { kind: 'update', glossary: incoming, differences };
    return { kind: 'own', glossary: incoming, differences: { ...differences, removed: [] } };
  }
  if (incoming.id === OWN) {
    return { kind: 'own', glossary: incoming, differences: compareGlossaries(undefined, incoming) };
  }
  const taken = new Set(shelf.map(({ id }) => id));
  const glossary = { ...incoming, id: freeGlossaryId(incoming.id, taken) };
  return { kind: 'new', glossary, differences: compareGlossaries(undefined, glossary) };
}

/** Stores all of an import in one transaction, or nothing; returns what takes it back. */
export async function carryOutImport({ kind, glossary }: ImportPlan): Promise<() => Promise<unknown>> {
  if (kind === 'own') {
    await keepOwnTerms(library);
    const back = await changeOwnTerms(library, { put: glossary.entries });
    return () => changeOwnTerms(library, back);
  }
  const before = await library.glossary(glossary.id);
  await library.put(glossary, 'file');
  await switchOn(glossary.id);
  await announceShelfChange();
  return async () => {
    if (before === undefined) await library.remove(glossary.id);
    else await library.put(before, 'file');
    await announceShelfChange();
  };
}

function freeGlossaryId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted.slice(0, 120)}-${number}`;
  return id;
}
