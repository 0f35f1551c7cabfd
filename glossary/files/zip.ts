import { Inflate } from 'fflate';

/** Packed bytes that are unpacked at a time: a thousand times as many may come out. */
const SLICE = 16 * 1024;
const SIGNATURE = { file: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 };
/** Bytes after which the end record cannot begin: its comment is at most that long. */
const LONGEST_COMMENT = 0xffff + 22;

/** A file in a zip. Its name is whatever the zip says, paths and all: nothing is ever written anywhere. */
export interface ZipMember {
  readonly name: string;
  /** Unpacks piece by piece; throws a readable error where it is damaged or packed in another way. */
  unpack(): Generator<Uint8Array>;
}

interface Packed {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** `undefined` where the zip is cut and the size stood at its end. */
  readonly size: number | undefined;
  readonly offset: number;
}

/** The files of a zip: by its directory, or where that is missing, as they stand one after the other. */
export function* zipMembers(bytes: Uint8Array): Generator<ZipMember> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  for (const packed of end === undefined ? scanned(view) : listed(view, end)) {
    yield { name: packed.name, unpack: () => unpack(bytes, view, packed) };
  }
}

/** Whether a zip has its directory, which stands at its end. */
export function isWhole(bytes: Uint8Array): boolean {
  return endRecord(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) !== undefined;
}

function endRecord(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - LONGEST_COMMENT);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === SIGNATURE.end && view.getUint32(at + 16, true) < at) return at;
  }
  return undefined;
}

function* listed(view: DataView, end: number): Generator<Packed> {
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === SIGNATURE.directory) {
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    yield {
      name: nameAt(view, at + 46, lengths[0] ?? 0),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
}

function* scanned(view: DataView): Generator<Packed> {
  let at = 0;
  while (at + 30 <= view.byteLength) {
    if (view.getUint32(at, true) !== SIGNATURE.file) {
      at++;
      continue;
    }
    const flags = view.getUint16(at + 6, true);
    const size = (flags & 8) === 0 ? view.getUint32(at + 18, true) : undefined;
    const name = nameAt(view, at + 30, view.getUint16(at + 26, true));
    yield { name, flags, method: view.getUint16(at + 8, true), size, offset: at };
    at += 30 + (size ?? 0);
  }
}

function nameAt(view: DataView, at: number, length: number): string {
  const room = Math.max(0, Math.min(length, view.byteLength - at));
  return new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + Math.min(at, view.byteLength), room),
  );
}

function* unpack(bytes: Uint8Array, view: DataView, packed: Packed): Generator<Uint8Array> {
  const { offset, size, method, flags } = packed;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== SIGNATURE.file) {
    throw new Error('a directory that points nowhere');
  }
  if ((flags & 1) !== 0) throw new Error('an encrypted file');
  const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(begin, size === undefined ? bytes.length : begin + size);
  if (method === 8) yield* inflated(data);
  else if (method === 0) yield* slices(data);
  else throw new Error(`packing method ${method}`);
}

function* inflated(data: Uint8Array): Generator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let done = false;
  const inflate = new Inflate((piece, last) => {
    pieces.push(piece);
    done ||= last;
  });
  for (const slice of slices(data)) {
    inflate.push(slice);
    yield* pieces.splice(0);
    if (done) return;
  }
  // What is missing shows only when the end is asked for.
  inflate.push(new Uint8Array(), true);
  yield* pieces.splice(0);
}

function* slices(data: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < data.length; at += SLICE) yield data.subarray(at, at + SLICE);
}
