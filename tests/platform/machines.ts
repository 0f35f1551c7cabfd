import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { type Library, openLibrary } from '../../entrypoints/platform/library.ts';
import { type Round, syncOwnTerms } from '../../entrypoints/platform/own-sync.ts';
import { changeOwnTerms } from '../../entrypoints/platform/own-terms.ts';
import { QUOTA, type SyncArea } from '../../entrypoints/platform/sync-area.ts';
import { bytesOf, isOwnItem } from '../../glossary/sync/items.ts';
import { entryOf } from '../glossary/sync/made-versions.ts';

/** Text that can hardly be packed. */
export const noise = (seed: number, length: number) =>
  Array.from({ length: length / 4 }, (_, at) =>
    ((at * 7919 + seed * 104_729 + at * at * seed) % 36 ** 4).toString(36),
  ).join('');

/** What an area looks like from inside. */
export type Stock = Map<string, unknown>;

/** A synchronised store that keeps to its quota as Chromium's does, and counts its writes. */
export class Area implements SyncArea {
  readonly stock: Stock = new Map();
  /** Keys that were written here and are not on the server yet. */
  readonly dirty = new Set<string>();
  writes = 0;

  async get() {
    return Object.fromEntries(this.stock);
  }

  async set(items: Readonly<Record<string, unknown>>) {
    this.writes++;
    const after = { ...Object.fromEntries(this.stock), ...items };
    if (bytesOf(after) > QUOTA) throw new Error('QUOTA_BYTES quota exceeded');
    for (const [key, item] of Object.entries(items)) {
      if (bytesOf({ [key]: item }) > 8_192) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
    }
    // As JSON: what comes back is never the very object that went in.
    for (const [key, item] of Object.entries(items)) this.stock.set(key, JSON.parse(JSON.stringify(item)));
    for (const key of Object.keys(items)) this.dirty.add(key);
  }

  async remove(keys: readonly string[]) {
    this.writes++;
    for (const key of keys) {
      this.stock.delete(key);
      this.dirty.add(key);
    }
  }
}

/** One of the reader's machines, with a clock that may be wrong. */
export class Machine {
  readonly area = new Area();
  readonly library: Library;
  readonly #skew: number;

  private constructor(library: Library, skew: number) {
    this.library = library;
    this.#skew = skew;
  }

  /** A machine with an empty profile. The clocks of the test must be fake. */
  static async open(skew = 0): Promise<Machine> {
    globalThis.indexedDB = new IDBFactory();
    const library = openLibrary();
    await library.database();
    return new Machine(library, skew);
  }

  write(id: string, definition: string): Promise<unknown> {
    return this.writeAll({ [id]: definition });
  }

  /** Definitions by id, written at once. */
  writeAll(definitions: Readonly<Record<string, string>>): Promise<unknown> {
    const put = Object.entries(definitions).map(([id, definition]) => entryOf(id, definition));
    return this.#atItsTime(() => changeOwnTerms(this.library, { put }));
  }

  remove(id: string): Promise<unknown> {
    return this.#atItsTime(() => changeOwnTerms(this.library, { remove: [id] }));
  }

  round(mend = false): Promise<Round> {
    return this.#atItsTime(() => syncOwnTerms(this.library, this.area, { now: Date.now(), mend }));
  }

  /** Definitions by id. */
  async terms(): Promise<Record<string, string>> {
    const entries = (await this.library.glossary('own'))?.entries ?? [];
    return Object.fromEntries(entries.map(({ id, definition }) => [id, definition]).sort());
  }

  /** Stamps by id, also of what is gone. */
  async stamps(): Promise<Record<string, { stamp: string; gone: boolean }>> {
    const db = await this.library.database();
    const [ids, stamps] = [await db.getAllKeys('stamps'), await db.getAll('stamps')];
    return Object.fromEntries(ids.map((id, at) => [id, stamps[at] ?? { stamp: '', gone: false }]));
  }

  async #atItsTime<T>(work: () => Promise<T>): Promise<T> {
    const now = Date.now();
    vi.setSystemTime(Math.max(0, now + this.#skew));
    try {
      return await work();
    } finally {
      vi.setSystemTime(now + 1_000);
    }
  }
}

/**
 * What the browser does when it is online: item by item, the server's or the machine's own goes, `mine` deciding
 * where both have changed. Only the keys that `some` lets through get through. Says whether any item moved.
 */
export function exchange(
  { area }: Machine,
  server: Stock,
  { mine = true, some = () => true }: { mine?: boolean; some?: (key: string) => boolean } = {},
): boolean {
  let moved = false;
  const keys = new Set([...area.stock.keys(), ...server.keys(), ...area.dirty]);
  for (const key of [...keys].filter((one) => isOwnItem(one) && some(one))) {
    const [from, to] = area.dirty.has(key) && mine ? [area.stock, server] : [server, area.stock];
    const item = from.get(key);
    if (JSON.stringify(item) !== JSON.stringify(to.get(key))) moved = true;
    if (item === undefined) to.delete(key);
    else to.set(key, item);
    area.dirty.delete(key);
  }
  return moved;
}

/** Lets machines meet until none has anything to say. @throws Error if they never come to an end. */
export async function settle(machines: readonly Machine[], server: Stock): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    let quiet = true;
    for (const machine of machines) {
      const before = exchange(machine, server);
      const { wrote } = await machine.round(true);
      const after = exchange(machine, server);
      if (before || wrote || after) quiet = false;
    }
    if (quiet) return;
  }
  throw new Error('The machines go on writing for ever.');
}
