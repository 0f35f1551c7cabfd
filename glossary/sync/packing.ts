import { bucketOf, writeBucket } from './buckets.ts';
import { BUCKETS, costOf } from './items.ts';
import type { Version, Versions } from './versions.ts';

/** Versions that are worth trying: more than the smallest terms would fill the store with. */
export const MOST_TRIED = 4_000;
/** Characters of an entry as JSON; a longer one would crowd out hundreds of others. */
const LONGEST = 24_000;

/** What travels, and the text of every bucket. */
export interface Packed {
  readonly versions: Versions;
  /** `BUCKETS` texts; empty for a bucket without versions. */
  readonly texts: readonly string[];
}

/** Whether an entry is so long that it stays where it was written. */
export function isTooLong(version: Version): boolean {
  return version.entry !== undefined && JSON.stringify(version.entry).length > LONGEST;
}

/**
 * Packs as much as there is room for: what was written last comes first, since the rest has reached the reader's
 * other machines long ago. `newest` is sorted so; `room` is in bytes.
 *
 * The choice is always a beginning of the list. Of two machines that know each other's choice, one has therefore
 * all of the other's and that one nothing to say: they never push each other's terms out in turn.
 */
export function packed(newest: readonly Version[], room: number): Packed {
  const all = pack(newest);
  if (costOfAll(all) <= room) return all;
  let fits = pack([]);
  let [least, most] = [0, newest.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    const tried = pack(newest.slice(0, middle));
    if (costOfAll(tried) > room) most = middle - 1;
    else [least, fits] = [middle, tried];
  }
  return fits;
}

/**
 * Whether there is anything to be told: something that is not in the store yet and for which there is room.
 * `stored` holds the versions in the store.
 */
export function hasNews(newest: readonly Version[], stored: Versions, room: number): boolean {
  const missing = newest.findIndex(({ id, stamp }) => stored.get(id)?.stamp !== stamp);
  return missing >= 0 && costOfAll(pack(newest.slice(0, missing + 1))) <= room;
}

function pack(versions: readonly Version[]): Packed {
  const buckets = Array.from({ length: BUCKETS }, (): Version[] => []);
  for (const version of versions) buckets[bucketOf(version.id)]?.push(version);
  return {
    versions: new Map(versions.map((version) => [version.id, version])),
    texts: buckets.map((bucket) => (bucket.length === 0 ? '' : writeBucket(bucket))),
  };
}

function costOfAll({ texts }: Packed): number {
  return texts.reduce((sum, text) => sum + costOf(text), 0);
}
