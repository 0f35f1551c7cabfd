import { WIDE } from './flat-index.ts';
import { unitOf } from './fold-table.ts';
import { growingBytes, growingInts } from './growing.ts';
import type { PatternReader } from './pattern.ts';
import { hashOn, SPACED } from './steps.ts';

/** The parent of nodes at the start of a pattern. */
export const ROOT = -1;

/**
 * Collects patterns as a tree of steps. A node is a row of steps from the start of some pattern; its
 * hash is of the whole row, its text what it adds to its parent. Rows of one step exist only where a
 * pattern ends with it: matching looks for two steps at once, as few words begin a pattern and fewer
 * go on as one does.
 */
export class NodeBuilder {
  readonly hashes = growingInts();
  readonly parents = growingInts();
  readonly textStarts = growingInts();
  readonly text = growingBytes();
  /** Hashes of first steps, some of them more than once. */
  readonly firsts = growingInts();
  /** Node numbers + 1 by hash, open addressing. */
  private table = new Int32Array(4_096);

  get count(): number {
    return this.hashes.length;
  }

  /** The node of the pattern that the reader has just read. */
  add({ folder, steps }: PatternReader): number {
    const { rows } = folder;
    const { hashes, starts, ends, flags, count } = steps;
    let hash = hashes[0] ?? 0;
    this.firsts.push(hash);
    let from = starts[0] ?? 0;
    let node = ROOT;
    for (let step = 1; step < count; step++) {
      hash = hashOn(hash, (flags[step] ?? 0) & SPACED, hashes[step] ?? 0);
      const to = ends[step] ?? 0;
      node = this.find(hash, node, rows.subarray(from, to));
      from = to;
    }
    return count === 1 ? this.find(hash, ROOT, rows.subarray(from, ends[0])) : node;
  }

  private find(hash: number, parent: number, rows: Int32Array): number {
    const mask = this.table.length - 1;
    let slot = hash & mask;
    while (true) {
      const node = (this.table[slot] ?? 0) - 1;
      if (node < 0) break;
      if (this.hashes.at(node) === hash && this.parents.at(node) === parent && this.spells(node, rows)) {
        return node;
      }
      slot = (slot + 1) & mask;
    }
    const node = this.hashes.push(hash);
    this.parents.push(parent);
    this.textStarts.push(this.text.length);
    for (const row of rows) this.write(unitOf(row));
    this.table[slot] = node + 1;
    if (this.count * 2 > this.table.length) this.widen();
    return node;
  }

  private write(unit: number): void {
    if (unit >= WIDE) this.text.push(WIDE);
    this.text.push(unit & 0xff);
    if (unit >= WIDE) this.text.push(unit >> 8);
  }

  private spells(node: number, rows: Int32Array): boolean {
    const end = node + 1 < this.count ? this.textStarts.at(node + 1) : this.text.length;
    return spells(this.text.list, { start: this.textStarts.at(node), end }, rows);
  }

  private widen(): void {
    const table = new Int32Array(this.table.length * 4);
    for (let node = 0; node < this.count; node++) {
      let slot = this.hashes.at(node) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = node + 1;
    }
    this.table = table;
  }
}

function spells(text: Uint8Array, range: { start: number; end: number }, rows: Int32Array): boolean {
  let at = range.start;
  for (const row of rows) {
    const unit = unitOf(row);
    if (at >= range.end) return false;
    const byte = text[at++] ?? 0;
    if (byte === WIDE) {
      if (((text[at] ?? 0) | ((text[at + 1] ?? 0) << 8)) !== unit) return false;
      at += 2;
    } else if (byte !== unit) return false;
  }
  return at === range.end;
}
