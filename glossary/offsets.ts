/**
 * Where each folded unit stands in the text. Most units stand for one unit of text and follow each other,
 * so only what breaks that is kept: a *stretch* of such units, or one of units that share their text.
 */
export class Offsets {
  private readonly firsts: Int32Array;
  private readonly starts: Int32Array;
  /** The shared end, or `SEPARATE`. */
  private readonly ends: Int32Array;
  private count = 0;

  constructor(units: number) {
    this.firsts = new Int32Array(units);
    this.starts = new Int32Array(units);
    this.ends = new Int32Array(units);
  }

  clear(): void {
    this.count = 0;
  }

  /** From unit `first` on, each unit stands for one unit of text, starting at `start`. */
  follow(first: number, start: number): void {
    const last = this.count - 1;
    const goesOn = last >= 0 && this.ends[last] === SEPARATE;
    if (goesOn && (this.starts[last] ?? 0) - (this.firsts[last] ?? 0) === start - first) return;
    this.add(first, start, SEPARATE);
  }

  /** From unit `first` on, all units stand together for the text from `start` to `end`. */
  share(first: number, start: number, end: number): void {
    this.add(first, start, end);
  }

  /** Lengthens the text of the last unit, which is unit `last`. */
  extend(last: number, end: number): void {
    const start = this.startOf(last);
    if (this.ends[this.count - 1] === SEPARATE) this.add(last, start, end);
    else this.ends[this.count - 1] = end;
  }

  startOf(unit: number): number {
    const at = this.stretchOf(unit);
    const start = this.starts[at] ?? 0;
    return this.ends[at] === SEPARATE ? start + unit - (this.firsts[at] ?? 0) : start;
  }

  endOf(unit: number): number {
    const at = this.stretchOf(unit);
    const end = this.ends[at] ?? 0;
    return end === SEPARATE ? (this.starts[at] ?? 0) + unit - (this.firsts[at] ?? 0) + 1 : end;
  }

  /** Forgets all units from `first` on. */
  cut(first: number): void {
    while (this.count > 0 && (this.firsts[this.count - 1] ?? 0) >= first) this.count--;
  }

  /** Forgets the first units; unit `units` becomes unit 0. */
  drop(units: number): void {
    const at = this.stretchOf(units);
    if (this.ends[at] === SEPARATE) this.starts[at] = this.startOf(units);
    this.firsts[at] = Math.max(units, this.firsts[at] ?? 0);
    for (const list of [this.firsts, this.starts, this.ends]) list.copyWithin(0, at, this.count);
    this.count -= at;
    for (let left = 0; left < this.count; left++) this.firsts[left] = (this.firsts[left] ?? 0) - units;
  }

  private add(first: number, start: number, end: number): void {
    this.cut(first);
    const at = this.count++;
    this.firsts[at] = first;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  private stretchOf(unit: number): number {
    let low = 0;
    let high = this.count;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.firsts[middle] ?? 0) <= unit) low = middle;
      else high = middle;
    }
    return low;
  }
}

const SEPARATE = -1;
