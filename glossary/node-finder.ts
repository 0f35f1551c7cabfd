import type { Ending } from './endings.ts';
import { WIDE } from './flat-index.ts';
import { unitOf } from './fold-table.ts';
import { NODE, type Sections } from './index-layout.ts';

const SMALL_Y = 0x79;

/** What a node must be: the child of `parent` for the units from `from` to `to` without their plural ending. */
export interface Wanted {
  readonly parent: number;
  readonly from: number;
  readonly to: number;
  readonly ending: Ending;
}

/** Finds nodes of an index by the hash of their row of steps, and compares them with the units exactly. */
export class NodeFinder {
  private readonly firstShift: number;
  private readonly filterShift: number;
  private readonly bucketShift: number;
  private readonly sections: Sections;
  private readonly rows: Int32Array;

  constructor(sections: Sections, rows: Int32Array) {
    this.sections = sections;
    this.rows = rows;
    this.firstShift = 32 - Math.log2(sections.firsts.length);
    this.filterShift = 32 - Math.log2(sections.filter.length);
    this.bucketShift = 32 - Math.log2(sections.buckets.length - 1);
  }

  /** False if no pattern begins with a step of this hash. */
  mayBegin(hash: number): boolean {
    return ((this.sections.firsts[hash >>> this.firstShift] ?? 0) & (1 << hash)) !== 0;
  }

  /** False if no node has this hash; true almost only if one has. */
  mayHave(hash: number): boolean {
    const mask = (1 << hash) | (1 << (hash >>> 5));
    return ((this.sections.filter[hash >>> this.filterShift] ?? 0) & mask) === mask;
  }

  /** The node, or -1. */
  find(hash: number, wanted: Wanted): number {
    if (!this.mayHave(hash)) return -1;
    const { buckets, nodes } = this.sections;
    const bucket = hash >>> this.bucketShift;
    const end = buckets[bucket + 1] ?? 0;
    for (let node = buckets[bucket] ?? 0; node < end; node++) {
      const at = node * NODE.width;
      if (nodes[at] === hash && nodes[at + NODE.parent] === wanted.parent && this.spells(at, wanted))
        return node;
    }
    return -1;
  }

  private spells(record: number, { from, to, ending }: Wanted): boolean {
    const { text, nodes } = this.sections;
    const { rows } = this;
    const end = nodes[record + NODE.width + NODE.text] ?? 0;
    const stemEnd = to - ending.length;
    let at = nodes[record + NODE.text] ?? 0;
    for (let position = from; position < stemEnd; position++) {
      let unit = text[at++] ?? 0;
      if (unit === WIDE) {
        unit = (text[at] ?? 0) | ((text[at + 1] ?? 0) << 8);
        at += 2;
      }
      if (unit !== unitOf(rows[position] ?? 0)) return false;
    }
    if (ending === 'ies' && text[at++] !== SMALL_Y) return false;
    return at === end;
  }
}
