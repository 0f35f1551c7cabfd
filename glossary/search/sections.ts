/** `GlsS`, and the layout after it: a buffer of another layout is never read. */
const MAGIC = 0x53736c47;

/** Changes with every change of what the sections hold. */
export const SEARCH_LAYOUT = 1;

type Section = Uint8Array | Uint16Array | Uint32Array;
const HEAD = 4;

/** Puts typed arrays into one buffer that can be stored as it is, and lets go of each: the list is empty then. */
export function packSections(sections: Section[]): ArrayBuffer {
  const head = (HEAD + sections.length) * 4;
  const size = sections.reduce((sum, { byteLength }) => sum + padded(byteLength), head);
  const buffer = new ArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  let at = head;
  const lengths = sections.map(({ byteLength }) => byteLength);
  for (let section = sections.shift(); section !== undefined; section = sections.shift()) {
    const { buffer: from, byteOffset, byteLength } = section;
    bytes.set(new Uint8Array(from, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  const words = new Uint32Array(buffer);
  words.set([MAGIC, SEARCH_LAYOUT, 0, lengths.length, ...lengths]);
  words[2] = sumOf(words);
  return buffer;
}

/**
 * Views on the sections of a buffer; nothing is copied.
 *
 * @throws Error when the buffer is cut, damaged or of another layout.
 */
export function openSections(buffer: ArrayBuffer): SectionReader {
  if (buffer.byteLength < HEAD * 4 || buffer.byteLength % 4 !== 0) {
    throw unreadable(`${buffer.byteLength} bytes are not all of it`);
  }
  const words = new Uint32Array(buffer);
  const [magic, layout, sum, count = 0] = words;
  if (magic !== MAGIC) throw unreadable('it is no search index');
  if (layout !== SEARCH_LAYOUT) throw unreadable(`it has layout ${layout}, not ${SEARCH_LAYOUT}`);
  const lengths = words.subarray(HEAD, HEAD + count);
  const size = lengths.reduce((total, length) => total + padded(length), (HEAD + count) * 4);
  if (size !== buffer.byteLength || sum !== sumOf(words)) throw unreadable('it is damaged');
  return new SectionReader(buffer, lengths);
}

function unreadable(why: string): Error {
  return new Error(`The stored index cannot be read: ${why}.`);
}

/** Hands out the sections in the order in which they were packed. */
export class SectionReader {
  private readonly buffer: ArrayBuffer;
  private readonly lengths: Uint32Array;
  private next = 0;
  private at: number;

  constructor(buffer: ArrayBuffer, lengths: Uint32Array) {
    this.buffer = buffer;
    this.lengths = lengths;
    this.at = (HEAD + lengths.length) * 4;
  }

  bytes(): Uint8Array {
    const { at, length } = this.section();
    return new Uint8Array(this.buffer, at, length);
  }

  units(): Uint16Array {
    const { at, length } = this.section();
    return new Uint16Array(this.buffer, at, length / 2);
  }

  numbers(): Uint32Array {
    const { at, length } = this.section();
    return new Uint32Array(this.buffer, at, length / 4);
  }

  private section(): { at: number; length: number } {
    const at = this.at;
    const length = this.lengths[this.next++] ?? 0;
    this.at += padded(length);
    return { at, length };
  }
}

function padded(bytes: number): number {
  return (bytes + 3) & ~3;
}

/** A sum that notices a changed, moved or missing word, without its own place. */
function sumOf(words: Uint32Array): number {
  let sum = 1;
  for (let at = 3; at < words.length; at++) sum = (Math.imul(sum, 31) + (words[at] ?? 0)) | 0;
  return sum >>> 0;
}
