/** How an index lies in its buffer: a header of 32-bit words, then sections, widest elements first. */

const MAGIC = 0x58494c47; // "GLIX" in little-endian order
const VERSION = 2;
const HEADER_WORDS = 16;
const HEADER_BYTES = HEADER_WORDS * 4;
/** Header words 0 to 3 hold magic, version, checksum and length; the sizes follow. */
const FIRST_SIZE = 4;
const CHECKSUM_WORD = 2;
const MOST_BITS = 30;

/** The numbers that determine every section's place. */
export interface Sizes {
  readonly nodes: number;
  readonly claims: number;
  readonly entries: number;
  readonly glossaries: number;
  readonly langs: number;
  /** Exact claims whose case is mixed ("PoE"). */
  readonly spellings: number;
  readonly textBytes: number;
  readonly nameBytes: number;
  /** Powers of two: words of the two filters, buckets of the hash table. */
  readonly firstBits: number;
  readonly filterBits: number;
  readonly bucketBits: number;
}

const SIZE_NAMES = [
  'nodes',
  'claims',
  'entries',
  'glossaries',
  'langs',
  'spellings',
  'textBytes',
  'nameBytes',
  'firstBits',
  'filterBits',
  'bucketBits',
] as const satisfies readonly (keyof Sizes)[];

/** The bits of a filter's word that stand for a hash; the word is chosen by the hash's upper bits. */
export function filterMask(hash: number): number {
  return (1 << hash) | (1 << (hash >>> 5));
}

/** Positions in a node's record. */
export const NODE = { hash: 0, parent: 1, text: 2, claims: 3, width: 4 } as const;

/** Every section as a view on the buffer. */
export interface Sections {
  /**
   * Bloom filter of the first step of each pattern. Asked at every word, and as a text's words repeat, what it
   * answers stays in the cache; rows of words do not repeat.
   */
  readonly firsts: Int32Array;
  /** Bloom filter of the nodes; both have two bits in one word for each hash (`filterMask`). */
  readonly filter: Int32Array;
  /** Nodes of bucket b are `buckets[b]` to `buckets[b + 1]`. */
  readonly buckets: Uint32Array;
  /**
   * Four numbers a node, together because memory is fetched by the line: its hash, the node for the steps
   * before or -1, where its text starts, where its claims start (see `NODE`). Both end where the next
   * node's start; a last record that is no node ends the last.
   */
  readonly nodes: Int32Array;
  readonly targets: Uint32Array;
  /** Entries of glossary g are `entryStarts[g]` to `entryStarts[g + 1]`. */
  readonly entryStarts: Uint32Array;
  /** Names of entries, then glossaries, then langs, in `names` as UTF-8. */
  readonly nameStarts: Uint32Array;
  /** Exact claims of mixed case, ascending, and their spellings. */
  readonly spelled: Uint32Array;
  readonly spellings: Int32Array;
  readonly lengths: Uint16Array;
  readonly langs: Uint16Array;
  readonly flags: Uint8Array;
  readonly rivals: Uint8Array;
  readonly text: Uint8Array;
  readonly names: Uint8Array;
}

/** Views on all sections, and the bytes that they take with the header. */
function sectionsOf(buffer: ArrayBuffer, sizes: Sizes): Sections {
  let at = HEADER_BYTES;
  const place = (count: number, width: number) => {
    const start = at;
    at += count * width;
    return start;
  };
  const u32 = (count: number) => new Uint32Array(buffer, place(count, 4), count);
  const i32 = (count: number) => new Int32Array(buffer, place(count, 4), count);
  const u16 = (count: number) => new Uint16Array(buffer, place(count, 2), count);
  const u8 = (count: number) => new Uint8Array(buffer, place(count, 1), count);
  const { nodes, claims } = sizes;
  return {
    firsts: i32(2 ** sizes.firstBits),
    filter: i32(2 ** sizes.filterBits),
    buckets: u32(2 ** sizes.bucketBits + 1),
    nodes: i32(NODE.width * (nodes + 1)),
    targets: u32(claims),
    entryStarts: u32(sizes.glossaries + 1),
    nameStarts: u32(sizes.entries + sizes.glossaries + sizes.langs + 1),
    spelled: u32(sizes.spellings),
    spellings: i32(sizes.spellings),
    lengths: u16(claims),
    langs: u16(claims),
    flags: u8(claims),
    rivals: u8(claims),
    text: u8(sizes.textBytes),
    names: u8(sizes.nameBytes),
  };
}

/** The bytes that an index of these sizes takes: a multiple of four. */
function bytesFor(sizes: Sizes): number {
  const words =
    2 ** sizes.firstBits +
    2 ** sizes.filterBits +
    2 ** sizes.bucketBits +
    NODE.width * (sizes.nodes + 1) +
    sizes.claims +
    2 * sizes.glossaries +
    sizes.entries +
    sizes.langs +
    2 * sizes.spellings +
    3;
  const halves = 2 * sizes.claims;
  const bytes = HEADER_BYTES + words * 4 + halves * 2 + 2 * sizes.claims + sizes.textBytes + sizes.nameBytes;
  return Math.ceil(bytes / 4) * 4;
}

/** A sum over every word of the buffer but its own place; any flipped bit changes it. */
function checksum(words: Int32Array): number {
  let sum = 1;
  for (let at = 0; at < words.length; at++) {
    const word = at === CHECKSUM_WORD ? 0 : (words[at] ?? 0);
    // Each step can be undone, so a difference in one word never gets lost.
    sum = Math.imul(sum ^ word, 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum;
}

/** A new buffer for an index of these sizes; call `seal` when its sections are filled. */
export function allocate(sizes: Sizes): { buffer: ArrayBuffer; sections: Sections } {
  const buffer = new ArrayBuffer(bytesFor(sizes));
  const header = new Int32Array(buffer, 0, HEADER_WORDS);
  header[0] = MAGIC;
  header[1] = VERSION;
  header[3] = buffer.byteLength;
  for (const [at, name] of SIZE_NAMES.entries()) header[FIRST_SIZE + at] = sizes[name];
  return { buffer, sections: sectionsOf(buffer, sizes) };
}

/** Writes the checksum. */
export function seal(buffer: ArrayBuffer): void {
  const words = new Int32Array(buffer);
  words[CHECKSUM_WORD] = checksum(words);
}

function damaged(what: string): Error {
  return new Error(`This is not a usable index: ${what}. It has to be compiled again.`);
}

/** The sizes and sections of a stored index; throws an Error that says what is wrong with the buffer. */
export function lay(buffer: ArrayBuffer): { sizes: Sizes; sections: Sections } {
  if (buffer.byteLength < HEADER_BYTES || buffer.byteLength % 4 !== 0) {
    throw damaged(`it is ${buffer.byteLength} bytes long`);
  }
  const words = new Int32Array(buffer);
  const header = (at: number) => (words[at] ?? 0) >>> 0;
  if (header(0) !== MAGIC) throw damaged('it does not begin like one');
  if (header(1) !== VERSION) throw damaged(`it has version ${header(1)}, not ${VERSION}`);
  if (header(3) !== buffer.byteLength) {
    throw damaged(`it is ${buffer.byteLength} bytes long, not ${header(3)}`);
  }
  const pairs = SIZE_NAMES.map((name, at) => [name, header(FIRST_SIZE + at)]);
  const sizes: Sizes = Object.fromEntries(pairs);
  if (Math.max(sizes.firstBits, sizes.filterBits, sizes.bucketBits) > MOST_BITS)
    throw damaged('its sizes are wrong');
  if (bytesFor(sizes) !== buffer.byteLength) throw damaged('its sizes do not add up to its length');
  if (checksum(words) !== words[CHECKSUM_WORD]) throw damaged('its checksum is wrong');
  return { sizes, sections: sectionsOf(buffer, sizes) };
}
