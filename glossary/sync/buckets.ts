import { deflateSync, Inflate } from 'fflate';
import { rawEntryOf } from '../files/raw-entry.ts';
import { readGlossary } from '../format.ts';
import { hashOf } from '../hash.ts';
import { BUCKETS } from './items.ts';
import { isStamp } from './stamp.ts';
import type { Version, Versions } from './versions.ts';

/** Characters that the content of a bucket may unpack to: many times what an honest one has. */
const MOST_UNPACKED = 4 * 1024 * 1024;

/** The bucket that an entry lives in, on every machine the same. */
export function bucketOf(id: string): number {
  return hashOf(id) % BUCKETS;
}

/** What a bucket brought, and what of it could not be read: the rest is not harmed by it. */
export interface BucketReading {
  readonly versions: Versions;
  /** Sentences that say what was expected. */
  readonly complaints: readonly string[];
}

/** The content of a bucket as text: packed JSON, the same whatever order the versions come in. */
export function writeBucket(versions: Iterable<Version>): string {
  const sorted = [...versions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map(({ id, stamp, entry }) => [stamp, entry === undefined ? id : rawEntryOf(entry)]);
  const packed = deflateSync(new TextEncoder().encode(JSON.stringify(rows)), { level: 9 });
  return toBase64(packed);
}

/** Reads a bucket that another machine wrote; nothing it holds is trusted. */
export function readBucket(text: string): BucketReading {
  const versions = new Map<string, Version>();
  const complaints: string[] = [];
  let rows: unknown;
  try {
    rows = JSON.parse(unpacked(fromBase64(text)));
  } catch (error) {
    return { versions, complaints: [error instanceof Error ? error.message : String(error)] };
  }
  if (!Array.isArray(rows)) return { versions, complaints: ['expected a list of terms'] };
  for (const row of rows) {
    const read = readRow(row);
    if (typeof read === 'string') complaints.push(read);
    else versions.set(read.id, read);
  }
  return { versions, complaints };
}

function readRow(row: unknown): Version | string {
  const [stamp, content] = Array.isArray(row) ? row : [];
  if (!isStamp(stamp)) return 'a term without the time it was written at';
  // A tombstone needs an id that an entry could have.
  const raw = typeof content === 'string' ? { id: content, term: 'x', definition: 'x' } : content;
  const { glossary, issues } = readGlossary({ format: 1, id: 'own', title: 'own', entries: [raw] });
  const [entry] = glossary?.entries ?? [];
  if (entry === undefined) {
    const [issue] = issues;
    return `${issue?.path.replace(/^entries\[0\]\.?/, '') || 'a term'}: expected ${issue?.expected}, got ${issue?.value}`;
  }
  return typeof content === 'string' ? { id: entry.id, stamp } : { id: entry.id, stamp, entry };
}

function unpacked(bytes: Uint8Array): string {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    length += piece.length;
    if (length > MOST_UNPACKED) throw new Error('more than terms can be');
    pieces.push(piece);
  });
  // In slices: a thousand times as much may come out of each.
  for (let at = 0; at < bytes.length; at += SLICE) inflate.push(bytes.subarray(at, at + SLICE));
  inflate.push(new Uint8Array(), true);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}

const SLICE = 1024;

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
