import { nextSharing, type SortedList } from './sorted-list.ts';

/** More than any distance asked for. */
export const FAR = 255;

/** Called for an item near the query, with the distance of its nearest beginning and of the whole of it. */
export type Near = (item: number, beginning: number, whole: number, sameStart: boolean) => void;

/**
 * Finds the items of which some beginning is within `budget` (1 or 2) typos of the query: a letter missing,
 * too many, wrong, or two neighbours swapped (optimal string alignment). Walks the list as the trie that
 * it is: shared beginnings are compared once, and left at the first unit that is one typo too far.
 */
export function findNear(list: SortedList, query: Uint16Array, budget: number, near: Near): void {
  const { shared, offsets, tails } = list;
  const path = new Path(query, budget);
  const { best } = path;
  let depth = 0;
  let stop = FAR + 1;
  for (let item = 0; item < shared.length; item++) {
    const same = shared[item] ?? 0;
    const from = offsets[item] ?? 0;
    const length = same + (offsets[item + 1] ?? 0) - from;
    if (same < stop) {
      stop = FAR + 1;
      depth = Math.min(same, depth);
      while (depth < length && stop > FAR) {
        if (path.extend(depth, tails[from + depth - same] ?? 0)) depth++;
        else stop = depth + 1;
      }
    }
    const beginning = best[depth] ?? FAR;
    if (beginning <= budget) {
      near(item, beginning, length === depth ? path.wholeAt(depth) : FAR, path.sameStart);
    } else if (stop <= FAR) item = nextSharing(list, item + 1, stop - 1) - 1;
  }
}

/**
 * The distances between the query and the path from the root of the trie, a row for each depth; as a
 * bit-parallel automaton (Wu and Manber 1992) of the few cells beside the diagonal that can be in
 * reach. Bit `w` of a row stands for column `row + w - budget`.
 */
class Path {
  sameStart = false;
  /** The least distance of the query to the first units of the path, up to each depth. */
  readonly best: Uint8Array;
  private readonly length: number;
  private readonly budget: number;
  /** The query with room on both sides. */
  private readonly wanted: Int32Array;
  /** Cells within 0, 1 and 2 typos, and the units that match, at each depth. */
  private readonly within0: Uint8Array;
  private readonly within1: Uint8Array;
  private readonly within2: Uint8Array;
  private readonly matches: Uint8Array;
  private readonly deepest: number;

  constructor(query: Uint16Array, budget: number) {
    this.length = query.length;
    this.budget = budget;
    this.deepest = query.length + budget;
    this.wanted = new Int32Array(this.deepest + 2 * budget + 2).fill(-1);
    this.wanted.set(query, budget);
    const rows = this.deepest + 2;
    this.best = new Uint8Array(rows).fill(FAR);
    this.within0 = new Uint8Array(rows);
    this.within1 = new Uint8Array(rows);
    this.within2 = new Uint8Array(rows);
    this.matches = new Uint8Array(rows);
    this.within0[0] = 1 << budget;
    this.within1[0] = 3 << budget;
    this.within2[0] = budget > 1 ? 7 << budget : 0;
  }

  wholeAt(depth: number): number {
    const bit = this.length - depth + this.budget;
    if (bit < 0 || bit > 2 * this.budget) return FAR;
    if (((this.within0[depth] ?? 0) >> bit) & 1) return 0;
    if (((this.within1[depth] ?? 0) >> bit) & 1) return 1;
    return ((this.within2[depth] ?? 0) >> bit) & 1 ? 2 : FAR;
  }

  /** Adds a unit to the path at `depth`; false where deeper units change nothing: too far, or too long. */
  extend(depth: number, unit: number): boolean {
    const { budget, within0, within1, within2, matches, best } = this;
    if (depth >= this.deepest) return false;
    const row = depth + 1;
    if (row === 1) this.sameStart = unit === this.wanted[budget];
    const match = this.matchesOf(depth, unit);
    const inside = this.columnsOf(row);
    const before0 = within0[depth] ?? 0;
    const before1 = within1[depth] ?? 0;
    const swapped = row > 1 ? (match << 1) & ((matches[depth] ?? 0) >> 1) : 0;
    const now0 = before0 & match;
    const now1 =
      ((before1 & match) | before0 | (before0 >> 1) | (now0 << 1) | ((within0[row - 2] ?? 0) & swapped)) &
      inside;
    let now2 = 0;
    if (budget > 1) {
      const swapped1 = (within1[row - 2] ?? 0) & swapped;
      now2 = (((within2[depth] ?? 0) & match) | before1 | (before1 >> 1) | (now1 << 1) | swapped1) & inside;
    }
    if ((now1 | now2) === 0) return false;
    within0[row] = now0;
    within1[row] = now1;
    within2[row] = now2;
    matches[row] = match;
    best[row] = Math.min(best[depth] ?? FAR, this.wholeAt(row));
    return true;
  }

  /** Which columns beside the diagonal want this unit in the next row. */
  private matchesOf(depth: number, unit: number): number {
    const { wanted, budget } = this;
    let match = 0;
    for (let bit = 2 * budget; bit >= 0; bit--) match = (match << 1) | (wanted[depth + bit] === unit ? 1 : 0);
    return match;
  }

  /** The cells of a row that are columns of the query. */
  private columnsOf(row: number): number {
    const all = (1 << (2 * this.budget + 1)) - 1;
    const over = row + this.budget - this.length;
    return over > 0 ? all >> over : all;
  }
}
