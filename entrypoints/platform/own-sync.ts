import { bucketOf, readBucket } from '../../glossary/sync/buckets.ts';
import {
  BUCKETS,
  bucketIn,
  bytesOf,
  type Items,
  isOwnItem,
  itemsOf,
  leftovers,
} from '../../glossary/sync/items.ts';
import { hasNews, isTooLong, MOST_TRIED, type Packed, packed } from '../../glossary/sync/packing.ts';
import type { Version, Versions } from '../../glossary/sync/versions.ts';
import type { Library } from './library.ts';
import { ownVersions, takeVersions } from './own-merge.ts';
import { isFull, QUOTA, type SyncArea } from './sync-area.ts';

/** Bytes that own terms may take at most … */
const ROOM = 80_000;
/** … and that are left for settings to grow into. */
const RESERVE = 8_000;
/** Of these, what settings may take before terms make room. */
const PATIENCE = 4_000;

/** What came of a round. */
export interface Round {
  /** Terms that follow the reader, of all that there are. */
  readonly travelling: number;
  readonly count: number;
  /** Terms that came, changed or went here. */
  readonly taken: number;
  readonly wrote: boolean;
  /** What could not be read; nothing of it was taken over. */
  readonly complaints: readonly string[];
  /** Something has arrived only in part, or damaged: to be mended if it stays so. */
  readonly torn: boolean;
  /** Something was written by a newer Glossator, and left alone. */
  readonly newer: boolean;
}

export interface RoundOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Writes what is torn anew instead of waiting for the rest. */
  readonly mend: boolean;
}

/**
 * One round: takes over what other machines wrote, and writes what they cannot know yet. The store is never the
 * only place where something is kept: every machine holds all of its terms and sees to it that its latest words
 * are there. So nothing is lost where machines overwrite each other, parts are missing, or there is no room.
 *
 * @throws Error of the browser when it takes no more writes; everything is still here, and a later round goes on.
 */
export async function syncOwnTerms(library: Library, area: SyncArea, options: RoundOptions): Promise<Round> {
  const items = await area.get();
  const store = readStore(items, options.mend);
  const taken = await takeVersions(library, store.versions, options.now);
  const { newest, count } = await ownVersions(library, MOST_TRIED);
  const fit = newest.filter((version) => !store.closed.has(bucketOf(version.id)) && !isTooLong(version));
  const written = await write(fit, store, { area, items });
  const there = written ?? store.versions;
  const travels = ({ id, stamp, entry }: Version) => entry !== undefined && there.get(id)?.stamp === stamp;
  const { complaints, torn, newer } = store;
  const travelling = newest.filter(travels).length;
  return { travelling, count, taken, wrote: written !== undefined, complaints, torn, newer };
}

interface Store {
  readonly versions: Versions;
  /** Versions of every bucket that can be read. */
  readonly buckets: ReadonlyMap<number, Versions>;
  /** Buckets that must not be written. */
  readonly closed: ReadonlySet<number>;
  readonly complaints: readonly string[];
  readonly torn: boolean;
  readonly newer: boolean;
}

function readStore(items: Items, mend: boolean): Store {
  const buckets = new Map<number, Versions>();
  const closed = new Set<number>();
  const complaints: string[] = [];
  let [torn, newer] = [false, false];
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const stored = bucketIn(bucket, items);
    if (stored.state === 'torn') torn = true;
    if (stored.state === 'newer') newer = true;
    if (stored.state === 'newer' || (stored.state === 'torn' && !mend)) closed.add(bucket);
    if (stored.state !== 'whole') continue;
    const read = readBucket(stored.text);
    complaints.push(...read.complaints);
    // What belongs elsewhere was put there by nobody we know.
    const own = [...read.versions].filter(([id]) => bucketOf(id) === bucket);
    buckets.set(bucket, new Map(own));
  }
  const versions = new Map([...buckets.values()].flatMap((all) => [...all]));
  return { versions, buckets, closed, complaints, torn, newer };
}

interface Target {
  readonly area: SyncArea;
  readonly items: Items;
}

/** Writes what is new, as far as there is room; `undefined` where nothing is. Returns what is in the store then. */
async function write(
  newest: readonly Version[],
  store: Store,
  target: Target,
): Promise<Versions | undefined> {
  const isOpen = (key: string) => isOwnItem(key) && !store.closed.has(Number(key.split('.')[1]));
  const own = Object.entries(target.items).filter(([key]) => isOpen(key));
  const taken = bytesOf(Object.fromEntries(own));
  const free = QUOTA - (bytesOf(target.items) - taken);
  const room = Math.max(0, Math.min(ROOM, free - RESERVE));
  const crowded = taken > room && free - taken < RESERVE - PATIENCE;
  if (!crowded && !hasNews(newest, store.versions, room)) return undefined;
  return writeWithin(room, newest, store, target);
}

/** Browsers count a little differently: what one of them refuses is tried again with less. */
async function writeWithin(
  room: number,
  newest: readonly Version[],
  store: Store,
  target: Target,
): Promise<Versions> {
  const choice = packed(newest, room);
  try {
    await writeBuckets(choice, store, target);
    return choice.versions;
  } catch (error) {
    if (!isFull(error) || choice.versions.size === 0) throw error;
    return writeWithin(Math.floor(room * 0.75), newest, store, target);
  }
}

async function writeBuckets(
  { texts, versions }: Packed,
  store: Store,
  { area, items }: Target,
): Promise<void> {
  const wanted = new Map<number, Version[]>();
  for (const version of versions.values()) {
    const bucket = bucketOf(version.id);
    wanted.set(bucket, [...(wanted.get(bucket) ?? []), version]);
  }
  const changed = [...texts.keys()].filter(
    (bucket) =>
      !store.closed.has(bucket) &&
      !isSame(wanted.get(bucket) ?? [], store.buckets.get(bucket), items, bucket),
  );
  // First what is in the way: where there is no room, nothing could be added before.
  const gone = changed.flatMap((bucket) => leftovers(bucket, texts[bucket] ?? '', items));
  if (gone.length > 0) await area.remove(gone);
  const added = Object.assign({}, ...changed.map((bucket) => itemsOf(bucket, texts[bucket] ?? '')));
  if (Object.keys(added).length > 0) await area.set(added);
}

/** By what is said and not by the text: another version of a packer may write it another way. */
function isSame(
  wanted: readonly Version[],
  stored: Versions | undefined,
  items: Items,
  bucket: number,
): boolean {
  if (stored === undefined) return wanted.length === 0 && bucketIn(bucket, items).state === 'empty';
  return wanted.length === stored.size && wanted.every(({ id, stamp }) => stored.get(id)?.stamp === stamp);
}
