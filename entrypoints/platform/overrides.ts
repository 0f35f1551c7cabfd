import type { IDBPTransaction } from 'idb';
import { sameEntry } from '../../glossary/compare.ts';
import type { Entry, EntryRef } from '../../glossary/entry.ts';
import type { Override } from '../../glossary/subscriptions/overrides.ts';
import { announceShelfChange } from './changes.ts';
import { entriesOf, type LibraryDatabase } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import type { Library } from './library.ts';

/** The reader's wordings of entries of a shared glossary, in no particular order. */
export async function overridesOf(library: Library, glossary: string): Promise<Override[]> {
  return (await library.database()).getAll('overrides', entriesOf(glossary));
}

/** Which entries the reader has reworded, of all glossaries. */
export async function overriddenRefs(library: Library): Promise<ReadonlySet<EntryRef>> {
  return new Set(await (await library.database()).getAllKeys('overrides'));
}

/**
 * Puts the reader's wording in the place of a shared entry; it stays there over every update. The same words
 * as the shared ones drop what was there before. Returns what takes it back.
 */
export function override(library: Library, glossary: string, entry: Entry): Promise<() => Promise<void>> {
  return change(library, { glossary, id: entry.id }, ({ shared, seen }) =>
    shared !== undefined && sameEntry(shared, entry) ? undefined : { entry, seen },
  );
}

/** Takes the shared entry again; one that is not shared any more goes. Returns what takes that back. */
export function dropOverride(library: Library, glossary: string, id: string): Promise<() => Promise<void>> {
  return change(library, { glossary, id }, () => undefined);
}

interface Place {
  readonly glossary: string;
  readonly id: string;
}

/** What an entry is before its wording changes. */
interface Standing {
  readonly old: Override | undefined;
  readonly shared: Entry | undefined;
  /** What the reader sees when they write now. */
  readonly seen: Entry;
}

type Wording = Pick<Override, 'entry' | 'seen'> | undefined;

async function change(
  library: Library,
  place: Place,
  next: (standing: Standing) => Wording,
): Promise<() => Promise<void>> {
  const old = await write(library, place, next);
  return async () => {
    await write(library, place, () => old);
  };
}

const WRITTEN = ['glossaries', 'orders', 'entries', 'subscriptions', 'overrides'] as const;
type Transaction = IDBPTransaction<LibraryDatabase, typeof WRITTEN, 'readwrite'>;

async function write(
  library: Library,
  place: Place,
  next: (standing: Standing) => Wording,
): Promise<Override | undefined> {
  const old = await inTransaction(library, WRITTEN, async (transaction) => {
    await touch(transaction, place.glossary);
    const standing = await standingOf(transaction, place);
    await put(transaction, place, { wording: next(standing), shared: standing.shared });
    return standing.old;
  });
  await announceShelfChange();
  return old;
}

async function standingOf(transaction: Transaction, { glossary, id }: Place): Promise<Standing> {
  const ref = `${glossary}/${id}`;
  const old = await transaction.objectStore('overrides').get(ref);
  const there = await transaction.objectStore('entries').get(ref);
  const shared = old === undefined ? there : old.shared;
  const seen = shared ?? old?.seen;
  if (seen === undefined) throw new Error('This entry is not in the glossary any more.');
  return { old, shared, seen };
}

async function put(
  transaction: Transaction,
  { glossary, id }: Place,
  { wording, shared }: { wording: Wording; shared: Entry | undefined },
): Promise<void> {
  const ref = `${glossary}/${id}`;
  const overrides = transaction.objectStore('overrides');
  if (wording === undefined) await overrides.delete(ref);
  else await overrides.put({ ...wording, ...(shared !== undefined && { shared }) }, ref);
  const shown = wording?.entry ?? shared;
  const entries = transaction.objectStore('entries');
  if (shown === undefined) await entries.delete(ref);
  else await entries.put(shown, ref);
  const order = ((await transaction.objectStore('orders').get(glossary)) ?? []).filter((one) => one !== id);
  if (shown === undefined || shared === undefined) {
    const ids = shown === undefined ? order : [...order, id];
    await transaction.objectStore('orders').put(ids, glossary);
    const item = await transaction.objectStore('glossaries').get(glossary);
    if (item !== undefined) await transaction.objectStore('glossaries').put({ ...item, count: ids.length });
  }
}

/** The index is built anew, and a check that has begun does not end with what it has seen before. */
async function touch(transaction: Transaction, glossary: string): Promise<void> {
  const subscriptions = transaction.objectStore('subscriptions');
  const subscription = (await subscriptions.getAll()).find((one) => one.glossary === glossary);
  const item = await transaction.objectStore('glossaries').get(glossary);
  if (subscription === undefined || item === undefined)
    throw new Error('This glossary is not subscribed to any more.');
  await subscriptions.put({ ...subscription, turn: subscription.turn + 1 });
  await transaction.objectStore('glossaries').put({ ...item, revision: crypto.randomUUID() });
}
