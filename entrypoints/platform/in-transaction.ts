import type { IDBPTransaction, StoreNames } from 'idb';
import { abort, type LibraryDatabase } from './database.ts';
import type { Library } from './library.ts';

/**
 * Works in one transaction: when `work` throws, or the browser stops in the middle, nothing has happened.
 * `work` must wait for requests of the transaction only, or it ends too early.
 */
export async function inTransaction<const Names extends readonly StoreNames<LibraryDatabase>[], T>(
  library: Library,
  names: Names,
  work: (transaction: IDBPTransaction<LibraryDatabase, Names, 'readwrite'>) => Promise<T>,
): Promise<T> {
  const transaction = (await library.database()).transaction(names, 'readwrite');
  const done = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work(transaction);
    const failed = await done;
    if (failed !== undefined) throw failed.error;
    return result;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}
