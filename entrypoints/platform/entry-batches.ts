import type { Entry } from '../../glossary/entry.ts';
import { entriesOf } from './database.ts';
import type { Library } from './library.ts';

/** Entries that are in memory at a time. */
const BATCH = 500;

/** An entry with the id that it is stored under, which in a damaged store may be another than its own. */
export interface StoredEntry {
  readonly id: string;
  readonly entry: Entry;
}

interface Read {
  readonly batch: readonly StoredEntry[];
  /** Where the next ones are; absent after the last. */
  readonly rest: IDBKeyRange | undefined;
}

/**
 * The entries of a content, in the order of their ids and not of their glossary, some at a time: however many
 * there are, they are never in memory together. What changes meanwhile may be seen or not.
 */
export async function* entryBatches(
  library: Library,
  content: string,
): AsyncGenerator<readonly StoredEntry[], undefined> {
  const db = await library.database();
  const whole = entriesOf(content);
  const read = async (range: IDBKeyRange): Promise<Read> => {
    const { store } = db.transaction('entries');
    const [keys, entries] = await Promise.all([store.getAllKeys(range, BATCH), store.getAll(range, BATCH)]);
    const batch = entries.map((entry, at) => ({ id: keys[at]?.slice(content.length + 1) ?? '', entry }));
    const last = keys.length < BATCH ? undefined : keys.at(-1);
    return { batch, rest: last === undefined ? undefined : IDBKeyRange.bound(last, whole.upper, true, true) };
  };
  let reading: Promise<Read> | undefined = read(whole);
  while (reading !== undefined) {
    const { batch, rest }: Read = await reading;
    // The next one is fetched while this one is worked at.
    reading = rest && read(rest);
    yield batch;
  }
}
