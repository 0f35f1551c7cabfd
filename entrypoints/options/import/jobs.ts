import { type DBSchema, openDB } from 'idb';
import type { ImportRequest } from './offer.ts';

interface JobDatabase extends DBSchema {
  /** Keyed by content. */
  jobs: { key: string; value: ImportRequest };
}

/** A database of its own: the file itself is in it, and is gone as soon as the import is over. */
const NAME = 'glossator-imports';

function database() {
  return openDB<JobDatabase>(NAME, 1, {
    upgrade: (db) => {
      db.createObjectStore('jobs', { keyPath: 'content' });
    },
  });
}

async function withJobs<T>(work: (db: Awaited<ReturnType<typeof database>>) => Promise<T>): Promise<T> {
  const db = await database();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Keeps a file until its import is over, so that a closed page loses nothing. */
export function keepJob(request: ImportRequest): Promise<unknown> {
  return withJobs((db) => db.put('jobs', request));
}

/** Imports that were neither confirmed nor given up. */
export function keptJobs(): Promise<ImportRequest[]> {
  return withJobs((db) => db.getAll('jobs'));
}

export function dropJob(content: string): Promise<void> {
  return withJobs((db) => db.delete('jobs', content));
}
