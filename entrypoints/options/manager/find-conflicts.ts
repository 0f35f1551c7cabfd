import { type Conflict, ConflictFinder } from '../../../glossary/conflicts.ts';
import type { ShelfItem } from '../../platform/database.ts';
import { library } from '../library.ts';

/** Entries compared at a time: some milliseconds, so that the page stays alive. */
const SLICE = 500;

/** Compares glossaries, given in the order in which their meanings are preferred. */
export async function findConflictsIn(
  items: readonly ShelfItem[],
  signal: AbortSignal,
): Promise<readonly Conflict[]> {
  const finder = new ConflictFinder();
  for (const { id } of items) {
    const glossary = await library.glossary(id);
    for (let at = 0; glossary !== undefined && at < glossary.entries.length; at += SLICE) {
      finder.take(glossary, glossary.entries.slice(at, at + SLICE));
      await breath();
      signal.throwIfAborted();
    }
  }
  return finder.conflicts();
}

const breath = () => new Promise((go) => setTimeout(go, 0));
