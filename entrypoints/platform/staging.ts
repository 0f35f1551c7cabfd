import type { Entry } from '../../glossary/entry.ts';
import { contentOf, entriesOf, type ShelfItem } from './database.ts';
import type { Library } from './library.ts';

/**
 * Entries are stored as they are read, under a key that no glossary has yet. Confirming an import then is one
 * small write that points a glossary at them; until then, and when anything is killed in between, nobody sees
 * them. No id of a glossary begins with this.
 */
const MARK = '~';

/** A key for entries that are to be stored and shown to nobody yet. */
export function newContent(): string {
  return `${MARK}${crypto.randomUUID()}`;
}

/** Makes the place for a content, so that it is found and cleaned up whatever happens. */
export async function beginContent(library: Library, content: string): Promise<void> {
  await (await library.database()).put('orders', [], content);
}

/** Stores some entries of a content. */
export async function addToContent(
  library: Library,
  content: string,
  entries: readonly Entry[],
): Promise<void> {
  const db = await library.database();
  const transaction = db.transaction('entries', 'readwrite', { durability: 'relaxed' });
  const requests = entries.map((entry) => transaction.store.put(entry, `${content}/${entry.id}`));
  await Promise.all([...requests, transaction.done]);
}

/** Says in which order a content's entries stand. */
export async function endContent(library: Library, content: string, ids: readonly string[]): Promise<void> {
  await (await library.database()).put('orders', ids, content);
}

/**
 * Puts a glossary on the shelf whose entries are stored already, in one write, in place of the one with its
 * id. Returns the item that was there before; its content stays until it is dropped.
 *
 * @throws Error when there is one and it was to be new; nothing has changed then.
 */
export async function shelve(
  library: Library,
  item: ShelfItem,
  isNew = false,
): Promise<ShelfItem | undefined> {
  const transaction = (await library.database()).transaction('glossaries', 'readwrite');
  const before = await transaction.store.get(item.id);
  if (before !== undefined && isNew) throw new Error(`${before.title} came onto the shelf meanwhile.`);
  await transaction.store.put(item);
  await transaction.done;
  return before;
}

/** Takes a glossary off the shelf; its content stays until it is dropped. */
export async function unshelve(library: Library, id: string): Promise<void> {
  await (await library.database()).delete('glossaries', id);
}

/** Deletes a content that no glossary points at; true where there was one. */
export async function dropContent(library: Library, content: string): Promise<boolean> {
  const db = await library.database();
  const transaction = db.transaction(['glossaries', 'entries', 'orders'], 'readwrite');
  // Asked here and not before: another window may point a glossary at it at any moment.
  const used = (await transaction.objectStore('glossaries').getAll()).map(contentOf);
  const idle = !used.includes(content);
  if (idle) {
    await Promise.all([
      transaction.objectStore('entries').delete(entriesOf(content)),
      transaction.objectStore('orders').delete(content),
    ]);
  }
  await transaction.done;
  return idle;
}

/** Drops what no glossary points at and nobody holds: left by imports that were given up or cut short. */
export async function dropAbandoned(library: Library): Promise<void> {
  const db = await library.database();
  const used = new Set((await db.getAll('glossaries')).map(contentOf));
  const idle = (await db.getAllKeys('orders')).filter((content) => !used.has(content));
  for (const content of idle) {
    await navigator.locks.request(lockOf(content), { ifAvailable: true }, async (lock) => {
      if (lock !== null) await dropContent(library, content);
    });
  }
}

/** Keeps a content from being dropped as abandoned, until the returned function is called or the page is gone. */
export async function holdContent(content: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(
      lockOf(content),
      { mode: 'shared' },
      () => new Promise<void>((release) => resolve(release)),
    );
    held.catch(reject);
  });
}

function lockOf(content: string): string {
  return `glossator content ${content}`;
}
