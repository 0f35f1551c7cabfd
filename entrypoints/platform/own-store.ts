import type { IDBPTransaction, StoreNames } from 'idb';
import type { Entry, Glossary } from '../../glossary/entry.ts';
import { entriesOf, headOf, type LibraryDatabase, type ShelfItem, type Snapshot } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import type { Library } from './library.ts';
import { OwnStamps } from './own-stamps.ts';

/** Id of the glossary that the reader writes. */
export const OWN = 'own';
/** Snapshots kept of each kind. */
export const SNAPSHOTS_KEPT = 10;

const WRITTEN = [
  'glossaries',
  'orders',
  'entries',
  'snapshots',
  'stamps',
  'clocks',
] as const satisfies StoreNames<LibraryDatabase>[];
/** Everything that belongs to the own terms. */
export type OwnTransaction = IDBPTransaction<LibraryDatabase, typeof WRITTEN, 'readwrite'>;

/** The reader's own terms within one transaction: all that is done to them is done, or nothing. */
export class OwnStore {
  readonly #transaction: OwnTransaction;
  /** When each term was written. */
  readonly stamps: OwnStamps;

  constructor(transaction: OwnTransaction) {
    this.#transaction = transaction;
    this.stamps = new OwnStamps(transaction);
  }

  /** Ids in order; empty before the first term. */
  async ids(): Promise<readonly string[]> {
    return (await this.#transaction.objectStore('orders').get(OWN)) ?? [];
  }

  entry(id: string): Promise<Entry | undefined> {
    return this.#transaction.objectStore('entries').get(`${OWN}/${id}`);
  }

  /** Everything; `undefined` before the first term. */
  async glossary(): Promise<Glossary | undefined> {
    const item = await this.#transaction.objectStore('glossaries').get(OWN);
    if (item === undefined) return undefined;
    const entries = await this.#transaction.objectStore('entries').getAll(entriesOf(OWN));
    const places = new Map((await this.ids()).map((id, at) => [id, at]));
    entries.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
    return { ...headOf(item), entries };
  }

  /** Writes terms as the reader's word of this moment. */
  async write(ids: readonly string[], put: readonly Entry[], gone: readonly string[]): Promise<void> {
    await this.stamps.write(
      put.map(({ id }) => id),
      gone,
      Date.now(),
    );
    await this.store(ids, put, gone);
  }

  /** Writes terms that have their stamps already. */
  async store(ids: readonly string[], put: readonly Entry[], gone: readonly string[]): Promise<void> {
    const entries = this.#transaction.objectStore('entries');
    const item = (await this.#transaction.objectStore('glossaries').get(OWN)) ?? newItem();
    const requests: Promise<unknown>[] = [];
    const ask = (request: Promise<unknown>) => {
      // Where a later request cannot even be made, nobody waits for this one any more.
      request.catch(() => undefined);
      requests.push(request);
    };
    for (const id of gone) ask(entries.delete(`${OWN}/${id}`));
    for (const entry of put) ask(entries.put(entry, `${OWN}/${entry.id}`));
    ask(this.#transaction.objectStore('orders').put(ids, OWN));
    // Hashing would end the transaction; all that counts is that the revision was never there before.
    const changed = { ...item, count: ids.length, revision: crypto.randomUUID() };
    ask(this.#transaction.objectStore('glossaries').put(changed));
    await Promise.all(requests);
  }

  /** Puts what there is in place of all terms; those that are the same stay as they were written. */
  async replace({ entries, ...head }: Glossary): Promise<void> {
    const before = new Map((await this.glossary())?.entries.map((entry) => [entry.id, entry]));
    const old = (await this.#transaction.objectStore('glossaries').get(OWN)) ?? newItem();
    await this.#transaction.objectStore('glossaries').put({ ...old, ...head, id: OWN });
    const ids = entries.map(({ id }) => id);
    const kept = new Set(ids);
    await this.write(
      ids,
      entries.filter((entry) => isOther(entry, before.get(entry.id))),
      [...before.keys()].filter((id) => !kept.has(id)),
    );
  }

  /** Deletes every term and takes the glossary off the shelf. */
  async clear(): Promise<void> {
    await this.write([], [], await this.ids());
    await this.#transaction.objectStore('orders').delete(OWN);
    await this.#transaction.objectStore('glossaries').delete(OWN);
  }

  /** Keeps the terms as they are now; a `daily` one only where the day has none yet. */
  async keepSnapshot(kind: Snapshot['kind'], now: number): Promise<void> {
    const store = this.#transaction.objectStore('snapshots');
    const all = (await store.getAll()).filter((one) => one.kind === kind);
    if (kind === 'daily' && all.some(({ at }) => dayOf(at) === dayOf(now))) return;
    const glossary = await this.glossary();
    if (glossary === undefined || glossary.entries.length === 0) return;
    await store.put({ at: now, kind, glossary });
    const old = all.sort((a, b) => b.at - a.at).slice(SNAPSHOTS_KEPT - 1);
    await Promise.all(old.map(({ at }) => store.delete(at)));
  }
}

/** Works on the own terms in one transaction; when `work` throws, nothing has happened. */
export function withOwnStore<T>(library: Library, work: (own: OwnStore) => Promise<T>): Promise<T> {
  return inTransaction(library, WRITTEN, (transaction) => work(new OwnStore(transaction)));
}

/** Whether writing an entry would change anything. */
export function isOther(entry: Entry, before: Entry | undefined): boolean {
  return before === undefined || JSON.stringify(entry) !== JSON.stringify(before);
}

/** The day as the reader's calendar has it. */
function dayOf(at: number): string {
  return new Date(at).toDateString();
}

function newItem(): ShelfItem {
  return {
    format: 1,
    id: OWN,
    title: 'My terms',
    version: '1',
    language: navigator.language.split('-')[0] || 'en',
    context: [],
    origin: 'own',
    count: 0,
    revision: '',
  };
}
