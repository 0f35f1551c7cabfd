import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { Entry, Glossary } from '../../glossary/entry.ts';
import {
  abort,
  contentOf,
  entriesOf,
  headOf,
  type LibraryDatabase,
  type Origin,
  openDatabase,
  type ShelfItem,
} from './database.ts';

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
  const item = await transaction.objectStore('glossaries').get(id);
  if (item === undefined) return undefined;
  const content = contentOf(item);
  const [ids = [], keys, values] = await Promise.all([
    transaction.objectStore('orders').get(content),
    transaction.objectStore('entries').getAllKeys(entriesOf(content)),
    transaction.objectStore('entries').getAll(entriesOf(content)),
  ]);
  const byKey = new Map(keys.map((key, at) => [key, values[at]]));
  const entries = ids.map((entry) => byKey.get(`${content}/${entry}`)).filter((entry) => entry !== undefined);
  return { ...headOf(item), entries };
}

async function readEntries(db: Database, refs: readonly string[]): Promise<(Entry | undefined)[]> {
  const transaction = db.transaction(['glossaries', 'entries']);
  const glossaries = transaction.objectStore('glossaries');
  const ids = [...new Set(refs.map(glossaryOf))];
  const items = await Promise.all(ids.map((id) => glossaries.get(id)));
  const contents = new Map(ids.map((id, at) => [id, contentOf(items[at] ?? { id })]));
  const keyOf = (ref: string) => `${contents.get(glossaryOf(ref))}${ref.slice(glossaryOf(ref).length)}`;
  return Promise.all(refs.map((ref) => transaction.objectStore('entries').get(keyOf(ref))));
}

function glossaryOf(ref: string): string {
  return ref.slice(0, Math.max(0, ref.indexOf('/')));
}

async function putGlossary(db: Database, glossary: Glossary, origin: Origin): Promise<void> {
  const { entries, ...head } = glossary;
  const { id } = glossary;
  const ids = entries.map((entry) => entry.id);
  const json = JSON.stringify(glossary);
  const item = { ...head, origin, count: ids.length, revision: await digest(json), size: json.length };
  await change(db, async ({ glossaries, orders, entries: store }, ask) => {
    await forget({ glossaries, orders, entries: store }, id);
    for (const entry of entries) ask(store.put(entry, `${id}/${entry.id}`));
    ask(orders.put(ids, id));
    ask(glossaries.put(item));
  });
}

async function removeGlossary(db: Database, id: string): Promise<void> {
  await change(db, async (stores) => {
    await forget(stores, id);
    await stores.glossaries.delete(id);
  });
}

/** Deletes what a glossary holds now. */
async function forget({ glossaries, orders, entries }: Stores, id: string): Promise<void> {
  const content = contentOf((await glossaries.get(id)) ?? { id });
  await Promise.all([entries.delete(entriesOf(content)), orders.delete(content)]);
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
  make: (stores: Stores, ask: (request: Promise<unknown>) => void) => Promise<void>,
): Promise<void> {
  const transaction = db.transaction(WRITTEN, 'readwrite');
  const requests: Promise<unknown>[] = [transaction.done];
  const stores = {
    glossaries: transaction.objectStore('glossaries'),
    orders: transaction.objectStore('orders'),
    entries: transaction.objectStore('entries'),
  };
  try {
    await make(stores, (request) => requests.push(request));
  } catch (error) {
    abort(transaction);
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
