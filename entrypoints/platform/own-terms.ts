import type { Entry } from '../../glossary/entry.ts';
import { announceShelfChange } from './changes.ts';
import type { Snapshot } from './database.ts';
import type { Library } from './library.ts';
import { isOther, type OwnStore, withOwnStore } from './own-store.ts';

export { OWN } from './own-store.ts';

/** What is to be done to the reader's own terms. */
export interface OwnChange {
  /** New or in place of the one with the same id. */
  readonly put?: readonly Entry[];
  readonly remove?: readonly string[];
}

/**
 * Changes the reader's own terms, all at once or not at all, and tells everyone. The glossary is made with
 * the first term. `change` gets the ids that are taken. Returns what takes the change back.
 */
export async function changeOwnTerms(
  library: Library,
  change: OwnChange | ((taken: ReadonlySet<string>) => OwnChange),
): Promise<OwnChange> {
  const back = await withOwnStore(library, async (own) => {
    await own.keepSnapshot('daily', Date.now());
    const ids = await own.ids();
    const { put = [], remove = [] } = typeof change === 'function' ? change(new Set(ids)) : change;
    const touched = [...new Set([...put.map(({ id }) => id), ...remove])];
    const before = await Promise.all(touched.map((id) => own.entry(id)));
    const taken = new Set(ids);
    const added = put.map(({ id }) => id).filter((id) => !taken.has(id));
    const gone = new Set(remove);
    const known = new Map(touched.map((id, at) => [id, before[at]]));
    const others = put.filter((entry) => isOther(entry, known.get(entry.id)));
    const there = remove.filter((id) => known.get(id) !== undefined);
    await own.write([...ids.filter((id) => !gone.has(id)), ...new Set(added)], others, there);
    return {
      put: before.filter((entry) => entry !== undefined),
      remove: touched.filter((_, at) => before[at] === undefined),
    };
  });
  await announceShelfChange();
  return back;
}

/** Puts a whole list of terms in place of what there is; returns what brings the old one back. */
export async function replaceOwnTerms(
  library: Library,
  next: Snapshot['glossary'],
): Promise<() => Promise<void>> {
  const before = await withOwnStore(library, async (own) => {
    await own.keepSnapshot('before', Date.now());
    const old = await own.glossary();
    await own.replace(next);
    return old;
  });
  await announceShelfChange();
  return async () => {
    await withOwnStore(library, (own: OwnStore) => own.replace(before ?? { ...next, entries: [] }));
    await announceShelfChange();
  };
}

/** Deletes all own terms, and their glossary; returns what brings them back. */
export async function clearOwnTerms(library: Library): Promise<() => Promise<void>> {
  const before = await withOwnStore(library, async (own) => {
    await own.keepSnapshot('before', Date.now());
    const old = await own.glossary();
    await own.clear();
    return old;
  });
  await announceShelfChange();
  return async () => {
    if (before === undefined) return;
    const { entries, ...head } = before;
    await withOwnStore(library, async (own) => {
      // What came in the meantime stays.
      const now = (await own.glossary())?.entries ?? [];
      const back = new Set(entries.map(({ id }) => id));
      await own.replace({ ...head, entries: [...entries, ...now.filter(({ id }) => !back.has(id))] });
    });
    await announceShelfChange();
  };
}

/** Keeps the own terms as they are, before something changes many of them. */
export async function keepOwnTerms(library: Library): Promise<void> {
  await withOwnStore(library, (own) => own.keepSnapshot('before', Date.now()));
}

/** The snapshots of the own terms, newest first. */
export async function snapshots(library: Library): Promise<Snapshot[]> {
  return (await (await library.database()).getAll('snapshots')).reverse();
}

/**
 * An id for a new term that is not taken: from its letters, and a tag of its own, so that two machines that write
 * the same term apart from each other do not give it the same id.
 *
 * @example freeId('Workers’ Party', new Set(), 'k3x9') // 'workers-party-k3x9'
 */
export function freeId(term: string, taken: ReadonlySet<string>, tag: string): string {
  const slug = term
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const base = `${[...slug].slice(0, 60).join('') || 'term'}-${tag}`;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}
