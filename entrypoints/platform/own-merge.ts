import { spentTombstones, type Version, type Versions } from '../../glossary/sync/versions.ts';
import { announceShelfChange } from './changes.ts';
import type { OwnStamp } from './database.ts';
import type { Library } from './library.ts';
import { type OwnStore, withOwnStore } from './own-store.ts';

/** More terms going at once than somebody deletes one by one: a snapshot is kept before. */
const MANY = 5;

/**
 * Takes over what other machines wrote later than this one, in one transaction, and tells every open page.
 * Terms that were never stamped are from now on. Returns how many terms came, changed or went.
 */
export async function takeVersions(library: Library, versions: Versions, now: number): Promise<number> {
  const touched = await withOwnStore(library, async (own) => {
    await stampTheUnstamped(own, now);
    const stamps = await own.stamps.all();
    const news = [...versions.values()].filter((version) => isNews(version, stamps.get(version.id), now));
    const count = await takeOver(own, news, now);
    await prune(own, now);
    return count;
  });
  if (touched > 0) await announceShelfChange();
  return touched;
}

/** What this machine knows of its own terms, written last first; of deleted ones too. At most `most`. */
export async function ownVersions(
  library: Library,
  most: number,
): Promise<{ readonly newest: readonly Version[]; readonly count: number }> {
  const db = await library.database();
  const store = db.transaction('stamps').store;
  const [ids, stamps] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const all = stamps.map(({ stamp, gone }, at) => ({ id: ids[at] ?? '', stamp, gone }));
  const newest = all.sort((a, b) => (a.stamp > b.stamp ? -1 : a.stamp < b.stamp ? 1 : a.id < b.id ? -1 : 1));
  const tried = newest.slice(0, most);
  const entries = await library.entries(tried.map(({ id }) => `own/${id}`));
  return {
    newest: tried.flatMap(({ id, stamp, gone }, at): Version[] => {
      const entry = entries[at];
      // Deleted since the stamps were read: the next round tells of it.
      if (gone || entry === undefined) return gone ? [{ id, stamp }] : [];
      return [{ id, stamp, entry }];
    }),
    count: all.filter(({ gone }) => !gone).length,
  };
}

function isNews({ id, stamp, entry }: Version, known: OwnStamp | undefined, now: number): boolean {
  if (known !== undefined) return stamp > known.stamp;
  // A grave of somebody unknown is kept only as long as it is of use.
  return entry !== undefined || spentTombstones([{ id, stamp }], now).length === 0;
}

async function takeOver(own: OwnStore, news: readonly Version[], now: number): Promise<number> {
  if (news.length === 0) return 0;
  const ids = await own.ids();
  const there = new Set(ids);
  const put = news.flatMap(({ entry }) => entry ?? []);
  const gone = news.filter(({ id, entry }) => entry === undefined && there.has(id)).map(({ id }) => id);
  await own.stamps.take(
    new Map(news.map(({ id, stamp, entry }) => [id, { stamp, gone: entry === undefined }])),
  );
  if (put.length + gone.length === 0) return 0;
  await own.keepSnapshot(gone.length > MANY ? 'before' : 'daily', now);
  const left = new Set(gone);
  const added = put.map(({ id }) => id).filter((id) => !there.has(id));
  await own.store([...ids.filter((id) => !left.has(id)), ...added], put, gone);
  return put.length + gone.length;
}

async function stampTheUnstamped(own: OwnStore, now: number): Promise<void> {
  const stamps = await own.stamps.all();
  const unstamped = (await own.ids()).filter((id) => stamps.get(id)?.gone !== false);
  await own.stamps.write(unstamped, [], now);
}

async function prune(own: OwnStore, now: number): Promise<void> {
  const stamps = await own.stamps.all();
  const graves = [...stamps].flatMap(([id, { stamp, gone }]) => (gone ? [{ id, stamp }] : []));
  await own.stamps.forget(spentTombstones(graves, now));
}
