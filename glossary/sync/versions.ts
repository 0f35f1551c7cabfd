import type { Entry } from '../entry.ts';
import { type Stamp, timeOf } from './stamp.ts';

/** What one machine last wrote about an entry. Without an entry it says that there is none any more. */
export interface Version {
  readonly id: string;
  readonly stamp: Stamp;
  readonly entry?: Entry;
}

/** Versions by the id of their entry. */
export type Versions = ReadonlyMap<string, Version>;

/** Deleted terms that are remembered, so that a machine that was away does not bring them back. */
export const MOST_TOMBSTONES = 300;
/** Half a year: longer than a machine in use is away. */
export const TOMBSTONE_LIFE = 183 * 86_400_000;

/** The later of two versions of one entry; the same one whichever comes first. */
export function later(a: Version, b: Version): Version {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp ? a : b;
  // Only a copied profile writes one stamp twice. Which of the two wins does not matter, only that all agree.
  return JSON.stringify(a.entry ?? '') >= JSON.stringify(b.entry ?? '') ? a : b;
}

/**
 * What is known once two have told each other everything: per entry, the last word holds. The order in which
 * machines meet, and how often, makes no difference.
 */
export function merged(a: Versions, b: Versions): Versions {
  const all = new Map(a);
  for (const [id, version] of b) {
    const other = all.get(id);
    all.set(id, other === undefined ? version : later(other, version));
  }
  return all;
}

/**
 * Ids of the tombstones that need no longer be kept: the old ones, and all but the newest few hundred. What they
 * buried could come back from a machine that has been away for all that time; nothing can be lost by it.
 */
export function spentTombstones(
  tombstones: readonly Pick<Version, 'id' | 'stamp'>[],
  now: number,
): readonly string[] {
  const newest = [...tombstones].sort(newestFirst);
  return newest
    .filter(({ stamp }, at) => at >= MOST_TOMBSTONES || timeOf(stamp) < now - TOMBSTONE_LIFE)
    .map(({ id }) => id);
}

/** For sorting: what was written last comes first. */
export function newestFirst(a: Pick<Version, 'id' | 'stamp'>, b: Pick<Version, 'id' | 'stamp'>): number {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
