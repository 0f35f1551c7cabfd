/** A typed array that grows as it is filled. */
export class Growing<A extends Uint8Array | Uint16Array | Int32Array> {
  /** The values, with room beyond `length`; replaced when it grows. */
  list: A;
  length = 0;
  private readonly make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.make = make;
    this.list = make(1_024);
  }

  /** Appends a value and returns its position. */
  push(value: number): number {
    if (this.length === this.list.length) {
      const longer = this.make(this.length * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.length] = value;
    return this.length++;
  }

  at(position: number): number {
    return this.list[position] ?? 0;
  }
}

export const growingBytes = () => new Growing((length) => new Uint8Array(length));
export const growingHalves = () => new Growing((length) => new Uint16Array(length));
export const growingInts = () => new Growing((length) => new Int32Array(length));
