import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { Entry, Glossary } from '../../glossary/entry.ts';
import { entriesOf, type LibraryDatabase, type Origin, openDatabase, type ShelfItem } from './database.ts';

/**
 * The glossaries on this machine. Everything is in IndexedDB: the background may be stopped at any moment
 * and holds nothing that matters.
 */
export interface Library {
  /** Every glossary, in no particular order, without entries. */
  shelf(): Promise<ShelfItem[]>;
  /** A whole glossary. */
  glossary(id: string): Promise<Glossary | undefined>;
  /** Entries by `glossary/entry`, in the order asked for; `undefined` where there is none. */
  entries(refs: readonly string[]): Promise<(Entry | undefined)[]>;
  /** Puts a glossary on the shelf, in one transaction, in place of the one with its id. */
  put(glossary: Glossary, origin: Origin): Promise<void>;
  remove(id: string): Promise<void>;
  /** For what stands beside the glossaries: compiled indexes and the state of the packs. */
  database(): Promise<IDBPDatabase<LibraryDatabase>>;
}

export function openLibrary(): Library {
  let opening: Promise<IDBPDatabase<LibraryDatabase>> | undefined;
  const database = () => {
    opening ??= openDatabase().then(
      (db) => {
        db.addEventListener('close', () => (opening = undefined));
        return db;
      },
      (error) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  };
  return {
    database,
    shelf: async () => (await database()).getAll('glossaries'),
    glossary: async (id) => readGlossary(await database(), id),
    entries: async (refs) => readEntries(await database(), refs),
    put: async (glossary, origin) => putGlossary(await database(), glossary, origin),
    remove: async (id) => removeGlossary(await database(), id),
  };
}

type Database = IDBPDatabase<LibraryDatabase>;

async function readGlossary(db: Database, id: string): Promise<Glossary | undefined> {
  const transaction = db.transaction(['glossaries', 'orders', 'entries']);
  const [item, ids = [], keys, values] = await Promise.all([
    transaction.objectStore('glossaries').get(id),
    transaction.objectStore('orders').get(id),
    transaction.objectStore('entries').getAllKeys(entriesOf(id)),
    transaction.objectStore('entries').getAll(entriesOf(id)),
  ]);
  if (item === undefined) return undefined;
  const byKey = new Map(keys.map((key, at) => [key, values[at]]));
  const entries = ids.map((entry) => byKey.get(`${id}/${entry}`)).filter((entry) => entry !== undefined);
  const { origin: _o, count: _c, revision: _r, ...head } = item;
  return { ...head, entries };
}

async function readEntries(db: Database, refs: readonly string[]): Promise<(Entry | undefined)[]> {
  const store = db.transaction('entries').store;
  return Promise.all(refs.map((ref) => store.get(ref)));
}

async function putGlossary(db: Database, glossary: Glossary, origin: Origin): Promise<void> {
  const { entries, ...head } = glossary;
  const { id } = glossary;
  const ids = entries.map((entry) => entry.id);
  const item = { ...head, origin, count: entries.length, revision: await digest(JSON.stringify(glossary)) };
  await change(db, ({ glossaries, orders, entries: store }, ask) => {
    ask(store.delete(entriesOf(id)));
    for (const entry of entries) ask(store.put(entry, `${id}/${entry.id}`));
    ask(orders.put(ids, id));
    ask(glossaries.put(item));
  });
}

async function removeGlossary(db: Database, id: string): Promise<void> {
  await change(db, ({ glossaries, orders, entries }, ask) => {
    ask(entries.delete(entriesOf(id)));
    ask(orders.delete(id));
    ask(glossaries.delete(id));
  });
}

const WRITTEN = ['glossaries', 'orders', 'entries'] as const;
type Store<Name extends (typeof WRITTEN)[number]> = IDBPObjectStore<
  LibraryDatabase,
  typeof WRITTEN,
  Name,
  'readwrite'
>;
type Stores = { glossaries: Store<'glossaries'>; orders: Store<'orders'>; entries: Store<'entries'> };

/**
 * All of the requests, or none of them. They are not awaited one by one: a hundred thousand in a row would
 * take ten times as long. One that cannot even be made (a value that cannot be cloned) undoes the others.
 */
async function change(
  db: Database,
  make: (stores: Stores, ask: (request: Promise<unknown>) => void) => void,
): Promise<void> {
  const transaction = db.transaction(WRITTEN, 'readwrite');
  const requests: Promise<unknown>[] = [transaction.done];
  const stores = {
    glossaries: transaction.objectStore('glossaries'),
    orders: transaction.objectStore('orders'),
    entries: transaction.objectStore('entries'),
  };
  try {
    make(stores, (request) => requests.push(request));
  } catch (error) {
    transaction.abort();
    await Promise.allSettled(requests);
    throw error;
  }
  await Promise.all(requests);
}

/** A short name for a text's content. */
export async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
