/**
 * A sorted list of unit strings, each stored as what it does not share with the one before. Item `i`
 * shares `shared[i]` units; the rest of it is `tails` from `offsets[i]` to `offsets[i + 1]`.
 */
export interface SortedList {
  readonly shared: Uint8Array;
  readonly offsets: Uint32Array;
  readonly tails: Uint16Array;
  /** The least of `shared` in each block of items: a block that shares more than what is sought is passed over. */
  readonly blocks: Uint8Array;
}

/** Items in a block, as a power of two. */
const BLOCK_BITS = 6;
const BLOCK = 1 << BLOCK_BITS;

/** Units of a string that count: what `shared` can hold. */
export const LONGEST_ITEM = 255;

/** Packs strings that are in order: string `order[i]` is `units` from `starts[…]` to `ends[…]`. */
export function packList(
  order: Uint32Array,
  { units, starts, ends }: { units: Uint16Array; starts: Uint32Array; ends: Uint32Array },
): SortedList {
  const shared = new Uint8Array(order.length);
  const offsets = new Uint32Array(order.length + 1);
  let tails = new Uint16Array(1 << 12);
  let length = 0;
  let last = 0;
  let lastLength = 0;
  for (let item = 0; item < order.length; item++) {
    const start = starts[order[item] ?? 0] ?? 0;
    const size = Math.min(LONGEST_ITEM, (ends[order[item] ?? 0] ?? 0) - start);
    let same = 0;
    while (same < size && same < lastLength && units[last + same] === units[start + same]) same++;
    while (length + size > tails.length) {
      const wider = new Uint16Array(tails.length * 2);
      wider.set(tails);
      tails = wider;
    }
    tails.set(units.subarray(start + same, start + size), length);
    length += size - same;
    shared[item] = same;
    offsets[item + 1] = length;
    last = start;
    lastLength = size;
  }
  return { shared, offsets, tails: tails.slice(0, length), blocks: leastOfBlocks(shared) };
}

function leastOfBlocks(shared: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.ceil(shared.length / BLOCK)).fill(LONGEST_ITEM);
  shared.forEach((same, item) => {
    const block = item >> BLOCK_BITS;
    if (same < (blocks[block] ?? 0)) blocks[block] = same;
  });
  return blocks;
}

/** Units in an item. */
export function lengthOf({ shared, offsets }: SortedList, item: number): number {
  return (shared[item] ?? 0) + (offsets[item + 1] ?? 0) - (offsets[item] ?? 0);
}

/** The items that begin with `query`, as `from` and `to` (not included); items equal to it come first. */
export function prefixRange(list: SortedList, query: Uint16Array): { from: number; to: number } {
  const { shared, offsets, tails } = list;
  let matched = 0;
  for (let item = 0; item < shared.length; item = nextSharing(list, item + 1, matched)) {
    if ((shared[item] ?? 0) < matched) break;
    const end = offsets[item + 1] ?? 0;
    let at = offsets[item] ?? 0;
    while (at < end && matched < query.length && tails[at] === query[matched]) {
      at++;
      matched++;
    }
    if (matched === query.length) return { from: item, to: nextSharing(list, item + 1, matched - 1) };
    if (at < end && (tails[at] ?? 0) > (query[matched] ?? 0)) break;
  }
  return { from: 0, to: 0 };
}

/** The first item from `item` on that shares `most` units or fewer with the one before it. */
export function nextSharing({ shared, blocks }: SortedList, item: number, most: number): number {
  let next = item;
  while (next < shared.length && (shared[next] ?? 0) > most) {
    next++;
    while ((next & (BLOCK - 1)) === 0 && (blocks[next >> BLOCK_BITS] ?? 0) > most) next += BLOCK;
  }
  return Math.min(next, shared.length);
}
