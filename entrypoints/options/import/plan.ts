import { sameEntry } from '../../../glossary/compare.ts';
import type { Entry } from '../../../glossary/entry.ts';
import { contentOf, entriesOf, type ShelfItem } from '../../platform/database.ts';
import type { Library } from '../../platform/library.ts';
import { OWN } from '../../platform/own-store.ts';
import { type Listing, MOST_LISTED, type Plan, type Target } from './offer.ts';

/** Entries that are compared at a time: what they take of memory is all that two glossaries take. */
const COMPARED = 1_000;

/** Entries that have been read and stored, and the id that their file asks for. */
interface Staged {
  readonly content: string;
  readonly id: string;
}

/**
 * What an import would change. Without a target, a file goes in place of the one with its id that was
 * imported before; glossaries that come from elsewhere are never replaced by a file.
 */
export async function planImport(library: Library, staged: Staged, wanted?: Target): Promise<Plan> {
  const shelf = await library.shelf();
  const target = wanted ?? usualTarget(staged.id, shelf);
  const taken = new Set([OWN, ...shelf.map(({ id }) => id)]);
  const id =
    target.kind === 'new' ? freeGlossaryId(staged.id, taken) : target.kind === 'own' ? OWN : target.id;
  const there = shelf.find((item) => item.id === id);
  const found = await compareContents(library, there && contentOf(there), staged.content);
  const removed = target.kind === 'own' ? { count: 0, first: [] } : found.removed;
  return { ...found, removed, target, id };
}

function usualTarget(id: string, shelf: readonly ShelfItem[]): Target {
  if (id === OWN) return { kind: 'own' };
  const there = shelf.find((item) => item.id === id);
  return there?.origin === 'file' ? { kind: 'update', id } : { kind: 'new' };
}

function freeGlossaryId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted.slice(0, 120)}-${number}`;
  return id;
}

type Found = Pick<Plan, 'added' | 'changed' | 'removed' | 'same'>;

/** Compares two contents, both in the order of their ids, without ever holding either. */
async function compareContents(library: Library, before: string | undefined, after: string): Promise<Found> {
  const lists = { added: new Listed(), changed: new Listed(), removed: new Listed(), same: new Listed() };
  const old = before === undefined ? undefined : entriesInOrder(library, before);
  let known = (await old?.next())?.value;
  for await (const entry of entriesInOrder(library, after)) {
    while (known !== undefined && known.id < entry.id) {
      lists.removed.take(known);
      known = (await old?.next())?.value;
    }
    if (known?.id !== entry.id) lists.added.take(entry);
    else {
      lists[sameEntry(known, entry) ? 'same' : 'changed'].take(entry);
      known = (await old?.next())?.value;
    }
  }
  for (; known !== undefined; known = (await old?.next())?.value) lists.removed.take(known);
  return { ...lists, same: lists.same.count };
}

/** Counts entries and keeps the first terms. */
class Listed implements Listing {
  count = 0;
  readonly first: string[] = [];

  take({ term }: Entry): void {
    this.count++;
    if (this.first.length < MOST_LISTED) this.first.push(term);
  }
}

async function* entriesInOrder(library: Library, content: string): AsyncGenerator<Entry, undefined> {
  const db = await library.database();
  let range = entriesOf(content);
  for (;;) {
    const batch = await db.getAll('entries', range, COMPARED);
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < COMPARED) return undefined;
    range = IDBKeyRange.bound(`${content}/${last.id}`, entriesOf(content).upper, true, true);
  }
}
