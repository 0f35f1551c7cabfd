import type { IDBPTransaction } from 'idb';
import type { Entry, Glossary } from '../../glossary/entry.ts';
import { type Override, withOverrides, withoutOverrides } from '../../glossary/subscriptions/overrides.ts';
import { entriesOf, type LibraryDatabase } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import type { Library } from './library.ts';
import type { Arrival, OtherVersion, Subscription } from './subscription.ts';

const WRITTEN = [
  'glossaries',
  'orders',
  'entries',
  'subscriptions',
  'versions',
  'overrides',
  'arrivals',
] as const;
type Transaction = IDBPTransaction<LibraryDatabase, typeof WRITTEN, 'readwrite'>;

/** A subscribed glossary as it was published, and what the reader put over it. */
export interface Shared {
  readonly published: Glossary;
  readonly overrides: readonly Override[];
}

/** Subscriptions and their glossaries within one transaction: all that is done to them is done, or nothing. */
export class SubscriptionStore {
  readonly #transaction: Transaction;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  get(url: string): Promise<Subscription | undefined> {
    return this.#transaction.objectStore('subscriptions').get(url);
  }

  all(): Promise<Subscription[]> {
    return this.#transaction.objectStore('subscriptions').getAll();
  }

  async put(subscription: Subscription): Promise<void> {
    await this.#transaction.objectStore('subscriptions').put(subscription);
  }

  arrival(url: string): Promise<Arrival | undefined> {
    return this.#transaction.objectStore('arrivals').get(url);
  }

  async putArrival(arrival: Arrival): Promise<void> {
    await this.#transaction.objectStore('arrivals').put(arrival);
  }

  async dropArrivals(isOver: (arrival: Arrival) => boolean): Promise<void> {
    const store = this.#transaction.objectStore('arrivals');
    for (const arrival of await store.getAll()) if (isOver(arrival)) await store.delete(arrival.url);
  }

  /** An id that no glossary on the shelf has. */
  async freeId(wanted: string): Promise<string> {
    const taken = new Set(await this.#transaction.objectStore('glossaries').getAllKeys());
    let id = wanted;
    // `own` is kept free for what the reader writes.
    for (let number = 2; taken.has(id) || id === 'own'; number++) id = `${wanted.slice(0, 120)}-${number}`;
    return id;
  }

  async shared(id: string): Promise<Shared | undefined> {
    const item = await this.#transaction.objectStore('glossaries').get(id);
    if (item === undefined) return undefined;
    const entries: Entry[] = await this.#transaction.objectStore('entries').getAll(entriesOf(id));
    const ids = (await this.#transaction.objectStore('orders').get(id)) ?? [];
    const places = new Map(ids.map((entry, at) => [entry, at]));
    entries.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
    const { origin: _o, count: _c, revision: _r, ...head } = item;
    const overrides = await this.#transaction.objectStore('overrides').getAll(entriesOf(id));
    return { published: withoutOverrides({ ...head, entries }, overrides), overrides };
  }

  /** Puts a version on the shelf with what the reader put over it. */
  async write({ published, overrides }: Shared): Promise<void> {
    const { id } = published;
    const { entries, ...head } = withOverrides(published, overrides);
    const requests: Promise<unknown>[] = [];
    const ask = (request: Promise<unknown>) => {
      // Where a later request cannot even be made, nobody waits for this one any more.
      request.catch(() => undefined);
      requests.push(request);
    };
    const store = this.#transaction.objectStore('entries');
    ask(store.delete(entriesOf(id)));
    for (const entry of entries) ask(store.put(entry, `${id}/${entry.id}`));
    ask(
      this.#transaction.objectStore('orders').put(
        entries.map((entry) => entry.id),
        id,
      ),
    );
    // Hashing would end the transaction; all that counts is that the revision was never there before.
    const item = { ...head, origin: 'subscription', count: entries.length } as const;
    ask(this.#transaction.objectStore('glossaries').put({ ...item, revision: crypto.randomUUID() }));
    const kept = this.#transaction.objectStore('overrides');
    ask(kept.delete(entriesOf(id)));
    for (const override of overrides) ask(kept.put(override, `${id}/${override.entry.id}`));
    await Promise.all(requests);
  }

  otherVersion(id: string): Promise<OtherVersion | undefined> {
    return this.#transaction.objectStore('versions').get(id);
  }

  async putOtherVersion(id: string, version: OtherVersion): Promise<void> {
    await this.#transaction.objectStore('versions').put(version, id);
  }

  /** Takes a subscription away with its glossary and all that belongs to it. */
  async remove({ url, glossary: id }: Subscription): Promise<void> {
    await this.#transaction.objectStore('subscriptions').delete(url);
    if (id === undefined) return;
    await this.#transaction.objectStore('entries').delete(entriesOf(id));
    await this.#transaction.objectStore('overrides').delete(entriesOf(id));
    await this.#transaction.objectStore('orders').delete(id);
    await this.#transaction.objectStore('glossaries').delete(id);
    await this.#transaction.objectStore('versions').delete(id);
  }
}

/** Works on subscriptions in one transaction; when `work` throws, nothing has happened. */
export function withSubscriptions<T>(
  library: Library,
  work: (store: SubscriptionStore) => Promise<T>,
): Promise<T> {
  return inTransaction(library, WRITTEN, (transaction) => work(new SubscriptionStore(transaction)));
}
