/** Numbers words in the order of their first coming. A hash table of our own: no string is made per word. */
export class WordTable {
  /** The units of all words, one after the other; word `i` ends at `ends[i]`. */
  units = new Uint16Array(1 << 16);
  ends = new Uint32Array(1 << 12);
  count = 0;
  private slots = new Uint32Array(1 << 13);
  private hashes = new Uint32Array(1 << 12);

  /** The number of the word that stands in `units` from `start` to `end`. */
  add(units: Uint16Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const taken = this.slots[slot] ?? 0;
      if (taken === 0) return this.insert(slot, hash, units.subarray(start, end));
      if (this.hashes[taken - 1] === hash && this.equals(taken - 1, units, start, end)) return taken - 1;
    }
  }

  private equals(word: number, units: Uint16Array, start: number, end: number): boolean {
    const from = word === 0 ? 0 : (this.ends[word - 1] ?? 0);
    const length = end - start;
    if ((this.ends[word] ?? 0) - from !== length) return false;
    for (let at = 0; at < length; at++) if (this.units[from + at] !== units[start + at]) return false;
    return true;
  }

  private insert(slot: number, hash: number, word: Uint16Array): number {
    const from = this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0);
    if (from + word.length > this.units.length) this.units = grown(this.units, Uint16Array);
    this.units.set(word, from);
    if (this.count === this.ends.length) {
      this.ends = grown(this.ends, Uint32Array);
      this.hashes = grown(this.hashes, Uint32Array);
    }
    this.ends[this.count] = from + word.length;
    this.hashes[this.count] = hash;
    this.slots[slot] = ++this.count;
    if (this.count * 2 > this.slots.length) this.rehash();
    return this.count - 1;
  }

  private rehash(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Uint32Array(mask + 1);
    for (let word = 0; word < this.count; word++) {
      let slot = (this.hashes[word] ?? 0) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = word + 1;
    }
  }
}

interface Numbers extends ArrayLike<number> {
  set(from: ArrayLike<number>): void;
}

/** A copy with half as much room again: where there is little memory, twice as much is much. */
export function grown<T extends Numbers>(from: T, kind: new (length: number) => T): T {
  const to = new kind(Math.ceil(from.length * 1.5));
  to.set(from);
  return to;
}
