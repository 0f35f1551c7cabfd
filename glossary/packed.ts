/** The typed arrays that can lie in a packed buffer. */
export type Section = Uint8Array | Uint16Array | Uint32Array;
export type Sections = Readonly<Record<string, Section>>;

const KINDS = [Uint8Array, Uint16Array, Uint32Array] as const;
const HEAD = 3;

/**
 * Lays named typed arrays one after the other in one buffer that can be stored as it is. The layout is the
 * list of names and kinds; `unpack` must be given the same.
 */
export function pack<S extends Sections>(magic: number, sections: S): ArrayBuffer {
  const lists = Object.values(sections);
  const start = (HEAD + lists.length) * 4;
  const size = lists.reduce((sum, list) => sum + aligned(list.byteLength), start);
  const buffer = new ArrayBuffer(size);
  const head = new Uint32Array(buffer, 0, HEAD + lists.length);
  head.set([magic, size, lists.length, ...lists.map((list) => list.length)]);
  let at = start;
  for (const list of lists) {
    new Uint8Array(buffer, at, list.byteLength).set(
      new Uint8Array(list.buffer, list.byteOffset, list.byteLength),
    );
    at += aligned(list.byteLength);
  }
  return buffer;
}

const aligned = (bytes: number) => (bytes + 3) & ~3;

/**
 * Views of the arrays in a packed buffer; nothing is copied.
 * @throws Error when the buffer is not one that `pack` made with this magic number and these kinds.
 */
export function unpack<S extends Sections>(buffer: ArrayBuffer, magic: number, like: S): S {
  const names = Object.keys(like);
  const fail = (what: string): never => {
    throw new Error(`The stored index cannot be read: ${what}.`);
  };
  if (buffer.byteLength < (HEAD + names.length) * 4) fail(`${buffer.byteLength} bytes are too few`);
  const head = new Uint32Array(buffer, 0, HEAD + names.length);
  if (head[0] !== magic) fail('it is of another kind or version');
  if (head[1] !== buffer.byteLength || head[2] !== names.length) fail('it is cut short or damaged');
  let at = (HEAD + names.length) * 4;
  const entries = names.map((name, number) => {
    const length = head[HEAD + number] ?? 0;
    const View = KINDS.find((kind) => like[name] instanceof kind) ?? Uint8Array;
    const bytes = length * View.BYTES_PER_ELEMENT;
    if (at + bytes > buffer.byteLength) fail(`${name} reaches beyond its end`);
    const view = new View(buffer, at, length);
    at += aligned(bytes);
    return [name, view];
  });
  return Object.fromEntries(entries) as S;
}
