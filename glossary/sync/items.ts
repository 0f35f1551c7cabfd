import { hashOf } from '../hash.ts';

/** Entries are spread over this many buckets by their id: a change of one touches one bucket. Part of the format. */
export const BUCKETS = 16;
/** Of the layout below. A higher one was written by a newer Glossator. */
const LAYOUT = 1;
/** Characters of a part's text: with key and frame an item stays below the 8,192 bytes that browsers take. */
const PART = 8_000;
/** Bytes of an item besides its text, at most. */
const FRAME = 80;
const KEY = /^own\.(\d{1,2})(\.[1-9]\d?)?$/;

/** Items of a synchronised store, by key. */
export type Items = Readonly<Record<string, unknown>>;

/** A bucket as it stands in the store. */
export type StoredBucket =
  /** Nothing was ever written, or everything was taken away. */
  | { readonly state: 'empty' }
  | { readonly state: 'whole'; readonly text: string }
  /** Parts of it have not arrived yet, or belong to different times. */
  | { readonly state: 'torn' }
  /** Written by a newer Glossator: to be left alone. */
  | { readonly state: 'newer' };

/** Whether an item belongs to the terms that travel. */
export function isOwnItem(key: string): boolean {
  return KEY.test(key);
}

/** The items that hold a bucket's text: one, or several where it is long. Empty text makes none. */
export function itemsOf(bucket: number, text: string): Readonly<Record<string, object>> {
  const of = Math.ceil(text.length / PART);
  const sum = sumOf(text);
  return Object.fromEntries(
    Array.from({ length: of }, (_, at) => [
      keyOf(bucket, at),
      { v: LAYOUT, of, sum, text: text.slice(at * PART, (at + 1) * PART) },
    ]),
  );
}

/** What of the store's items a bucket's text no longer needs. */
export function leftovers(bucket: number, text: string, items: Items): readonly string[] {
  const needed = itemsOf(bucket, text);
  return Object.keys(items).filter((key) => bucketOfKey(key) === bucket && !(key in needed));
}

/** Puts a bucket together from the store's items. */
export function bucketIn(bucket: number, items: Items): StoredBucket {
  const head = items[keyOf(bucket, 0)];
  if (head === undefined) {
    const stray = Object.keys(items).some((key) => bucketOfKey(key) === bucket);
    return { state: stray ? 'torn' : 'empty' };
  }
  if (isObject(head) && typeof head.v === 'number' && head.v > LAYOUT) return { state: 'newer' };
  if (!isPart(head)) return { state: 'torn' };
  const parts = Array.from({ length: head.of }, (_, at) => items[keyOf(bucket, at)]).filter(isPart);
  const text = parts.map((part) => part.text).join('');
  const whole = parts.length === head.of && sumOf(text) === head.sum;
  return whole ? { state: 'whole', text } : { state: 'torn' };
}

/** Bytes that items take, as browsers count them: key and JSON. */
export function bytesOf(items: Items): number {
  const encoder = new TextEncoder();
  return Object.entries(items).reduce(
    (sum, [key, value]) => sum + encoder.encode(key + JSON.stringify(value)).length,
    0,
  );
}

/** Bytes that a bucket's text takes in items, or a few more. */
export function costOf(text: string): number {
  return text.length + Math.ceil(text.length / PART) * FRAME;
}

/** Of every character: `hashOf` looks at some only. */
function sumOf(text: string): string {
  let sum = text.length;
  for (let at = 0; at < text.length; at += 96) sum = Math.imul(sum, 31) + hashOf(text.slice(at, at + 96));
  return (sum >>> 0).toString(36);
}

interface Part {
  readonly of: number;
  readonly sum: string;
  readonly text: string;
}

function isPart(item: unknown): item is Part {
  if (!isObject(item)) return false;
  const { of, sum, text } = item;
  return (
    Number.isInteger(of) &&
    Number(of) >= 1 &&
    Number(of) <= 99 &&
    typeof sum === 'string' &&
    typeof text === 'string'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function keyOf(bucket: number, part: number): string {
  return part === 0 ? `own.${bucket}` : `own.${bucket}.${part}`;
}

function bucketOfKey(key: string): number | undefined {
  const bucket = Number(KEY.exec(key)?.[1] ?? Number.NaN);
  return bucket < BUCKETS ? bucket : undefined;
}
