import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry, Glossary } from '../../glossary/entry.ts';
import type { Override } from '../../glossary/subscriptions/overrides.ts';
import type { Clock, Stamp } from '../../glossary/sync/stamp.ts';
import type { Complaint } from './messages.ts';
import type { Arrival, OtherVersion, Subscription } from './subscription.ts';

/** Where a glossary comes from. */
export type Origin = 'built-in' | 'own' | 'file' | 'subscription';

/** A glossary on the shelf, without its entries. */
export interface ShelfItem extends Omit<Glossary, 'entries'> {
  readonly origin: Origin;
  readonly count: number;
  /** Changes with every change of the content: the compiled index knows by it whether it is current. */
  readonly revision: string;
  /** What its entries' keys begin with, and the key of their order; its id where absent. */
  readonly content?: string;
  /** Characters of its entries as JSON. */
  readonly size?: number;
}

/** The compiled index as it was built, and what from. */
export interface StoredIndex {
  /** Names the revisions of the glossaries and the layout it was built for. */
  readonly signature: string;
  readonly buffer: ArrayBuffer;
  /** What of the glossaries could not be used. */
  readonly complaints: readonly Complaint[];
}

/** The reader's own terms as they were. */
export interface Snapshot {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `daily`: before the first change of a day. `before`: before something replaced all of them. */
  readonly kind: 'daily' | 'before';
  readonly glossary: Glossary;
}

/** When one of the reader's own terms was written last, or deleted. */
export interface OwnStamp {
  readonly stamp: Stamp;
  readonly gone: boolean;
}

export interface LibraryDatabase extends DBSchema {
  glossaries: { key: string; value: ShelfItem };
  /** Keyed `content/entry`, where the content is the glossary's id unless its item says otherwise. */
  entries: { key: string; value: Entry };
  /** Ids of a glossary's entries in order; apart from the item, which is read far more often. */
  orders: { key: string; value: readonly string[] };
  indexes: { key: 'terms' | 'search'; value: StoredIndex };
  /** Revisions of the packs as they were last read from the package, by file. */
  packs: { key: string; value: string };
  snapshots: { key: number; value: Snapshot };
  /** Of the own terms, also of those that are gone, by id. */
  stamps: { key: string; value: OwnStamp };
  clocks: { key: 'own'; value: Clock };
  /** By address. */
  subscriptions: { key: string; value: Subscription };
  /** By glossary. */
  versions: { key: string; value: OtherVersion };
  /** Keyed `glossary/entry`. */
  overrides: { key: string; value: Override };
  /** By address. */
  arrivals: { key: string; value: Arrival };
}

const NAME = 'glossator';
const VERSION = 4;

/** Opens the library's database. @throws DOMException when the browser refuses to store anything. */
export function openDatabase(): Promise<IDBPDatabase<LibraryDatabase>> {
  return openDB<LibraryDatabase>(NAME, VERSION, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('glossaries', { keyPath: 'id' });
        db.createObjectStore('entries');
        db.createObjectStore('orders');
        db.createObjectStore('indexes');
        db.createObjectStore('packs');
      }
      if (from < 2) db.createObjectStore('snapshots', { keyPath: 'at' });
      if (from < 3) {
        db.createObjectStore('stamps');
        db.createObjectStore('clocks');
      }
      if (from < 4) {
        db.createObjectStore('subscriptions', { keyPath: 'url' });
        db.createObjectStore('versions');
        db.createObjectStore('overrides');
        db.createObjectStore('arrivals', { keyPath: 'url' });
      }
    },
    // Another window holds a newer Glossator's upgrade up: step aside, the next call opens again.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** What the keys of a glossary's entries begin with. */
export function contentOf({ id, content }: Pick<ShelfItem, 'id' | 'content'>): string {
  return content ?? id;
}

/** A glossary without what only the shelf knows of it. */
export function headOf(item: ShelfItem): Omit<Glossary, 'entries'> {
  const { origin: _o, count: _c, revision: _r, content: _n, size: _s, ...head } = item;
  return head;
}

/** All entries of a content: `g/` up to, not including, `g0` (`0` follows `/`). */
export function entriesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${id}/`, `${id}0`, false, true);
}

/** Undoes a transaction, unless a request that failed has done so already. */
export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
