import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseGlossary } from '../../../glossary/format.ts';
import { bucketOf, readBucket, writeBucket } from '../../../glossary/sync/buckets.ts';
import {
  BUCKETS,
  bucketIn,
  bytesOf,
  costOf,
  isOwnItem,
  itemsOf,
  leftovers,
} from '../../../glossary/sync/items.ts';
import { hasNews, isTooLong, packed } from '../../../glossary/sync/packing.ts';
import { newestFirst, type Version } from '../../../glossary/sync/versions.ts';
import { madeGlossary } from '../files/made-glossary.ts';
import { entryOf, madeVersions, stampOf } from './made-versions.ts';

const bucketText = (json: unknown) =>
  btoa(String.fromCharCode(...deflateSync(new TextEncoder().encode(JSON.stringify(json)))));
const noise = (length: number) =>
  Array.from({ length }, (_, at) => ((at * 7919 + at * at * 31) % 36 ** 4).toString(36))
    .join('')
    .slice(0, length);

describe('a bucket', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(madeVersions, (versions) => {
        expect(readBucket(writeBucket(versions.values()))).toEqual({ versions, complaints: [] });
      }),
    );
  });

  test('holds whatever an entry can hold', () => {
    fc.assert(
      fc.property(madeGlossary, (glossary) => {
        const { entries } = parseGlossary(glossary);
        const all = entries.map((entry): Version => ({ id: entry.id, stamp: stampOf(1), entry }));
        expect([...readBucket(writeBucket(all)).versions.values()]).toEqual(
          [...all].sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('is found by the id alone', () => {
    const buckets = Array.from({ length: 500 }, (_, at) => bucketOf(`term-${at}`));
    expect(new Set(buckets).size).toBe(BUCKETS);
  });

  const right = [stampOf(1), { id: 'a', term: 'A', definition: 'What A is.' }];
  test.each([
    ['an entry without a definition', [stampOf(1), { id: 'b', term: 'B' }], 'definition'],
    ['no stamp', ['now', { id: 'b', term: 'B', definition: 'x' }], 'time'],
    ['a stamp of the far future', ['zzzzzzzzz000aaaaa', 'b'], 'time'],
    ['an id that is none', [stampOf(1), '../b'], 'an id'],
    ['a number', 7, 'time'],
    [
      'an address that runs',
      [stampOf(1), { id: 'b', term: 'B', definition: 'x', sources: [{ title: 't', url: 'javascript:x' }] }],
      'address',
    ],
  ])('with %s gives the rest, and says what is wrong', (_, wrong, said) => {
    const { versions, complaints } = readBucket(bucketText([wrong, right]));
    expect([...versions.keys()]).toEqual(['a']);
    expect(complaints).toEqual([expect.stringContaining(said)]);
  });

  test.each([
    ['no base64', '%%%'],
    ['nothing packed', 'AAAA'],
    ['half of it', writeBucket([{ id: 'a', stamp: stampOf(1), entry: entryOf('a') }]).slice(0, 40)],
    ['no list', bucketText({ __proto__: [] })],
    ['a bomb', bucketText('a'.repeat(50_000_000))],
  ])('of %s is refused', (_, text) => {
    const { versions, complaints } = readBucket(text);
    expect(versions.size).toBe(0);
    expect(complaints).toHaveLength(1);
  });
});

describe('the items of a bucket', () => {
  test.each([0, 1, 7_999, 8_000, 8_001, 30_000])('come together again: %i characters', (length) => {
    const text = noise(length);
    const items = itemsOf(3, text);
    expect(bucketIn(3, items)).toEqual(length === 0 ? { state: 'empty' } : { state: 'whole', text });
    for (const [key, item] of Object.entries(items)) {
      expect(bytesOf({ [key]: item })).toBeLessThan(8_192);
      expect(isOwnItem(key)).toBe(true);
    }
    expect(bytesOf(items)).toBeLessThanOrEqual(costOf(text));
  });

  const [one, two] = [noise(20_000), noise(20_000).replaceAll('a', 'b')];
  test.each([
    ['a part is missing', { ...itemsOf(3, one), 'own.3.1': undefined }],
    ['the first part is missing', { ...itemsOf(3, one), 'own.3': undefined }],
    ['a part is of another time', { ...itemsOf(3, one), 'own.3.1': itemsOf(3, two)['own.3.1'] }],
    ['the first part is of another time', { ...itemsOf(3, one), 'own.3': itemsOf(3, two)['own.3'] }],
    ['a part is nonsense', { ...itemsOf(3, one), 'own.3.1': 7 }],
    ['the first part is nonsense', { ...itemsOf(3, one), 'own.3': [] }],
    ['it says a million parts', { 'own.3': { v: 1, of: 1e6, sum: 'x', text: 'y' } }],
  ])('are torn when %s', (_, items) => {
    const there = Object.fromEntries(Object.entries(items).filter(([, item]) => item !== undefined));
    expect(bucketIn(3, there)).toEqual({ state: 'torn' });
  });

  test('of a newer layout are left alone', () => {
    expect(bucketIn(3, { 'own.3': { v: 2, blob: 'x' } })).toEqual({ state: 'newer' });
  });

  test('that are no longer needed are known', () => {
    expect(leftovers(3, 'short', { ...itemsOf(3, one), ...itemsOf(4, one), settings: 1 })).toEqual([
      'own.3.1',
      'own.3.2',
    ]);
    expect(leftovers(3, '', itemsOf(3, 'short'))).toEqual(['own.3']);
  });
});

describe('packing', () => {
  const made = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at): Version => {
      const id = `t${from + at}`;
      return { id, stamp: stampOf(from + at), entry: entryOf(id, noise(160).slice(at % 100)) };
    }).sort(newestFirst);

  test('takes everything where there is room', () => {
    expect(packed(made(50), 80_000).versions.size).toBe(50);
  });

  test('takes what was written last, and keeps to its room', () => {
    const all = made(300);
    const { versions, texts } = packed(all, 9_000);
    expect(versions.size).toBeGreaterThan(20);
    expect([...versions.keys()]).toEqual(all.slice(0, versions.size).map(({ id }) => id));
    const items = Object.assign({}, ...texts.map((text, bucket) => itemsOf(bucket, text)));
    expect(bytesOf(items)).toBeLessThanOrEqual(9_000);
    expect(hasNews(all, versions, 9_000)).toBe(false);
  });

  test('changes few items for one more term', () => {
    const all = made(200);
    const [before, after] = [all.slice(1), all].map((some) => packed(some, 80_000).texts);
    expect(before?.filter((text, at) => text !== after?.[at])).toHaveLength(1);
  });

  test('has news as long as something is missing that there is room for', () => {
    const all = made(20);
    const { versions } = packed(all.slice(1), 80_000);
    expect(hasNews(all, versions, 80_000)).toBe(true);
    expect(hasNews(all, packed(all, 80_000).versions, 80_000)).toBe(false);
    expect(hasNews([], versions, 80_000)).toBe(false);
  });

  test('leaves what is as long as a book where it is', () => {
    expect(isTooLong({ id: 'a', stamp: stampOf(1), entry: entryOf('a', '한'.repeat(20_000)) })).toBe(false);
    const forms = Array.from(
      { length: 400 },
      (_, at) => ({ text: `${noise(20)}${at}`, when: 'always', case: 'fold' }) as const,
    );
    expect(isTooLong({ id: 'a', stamp: stampOf(1), entry: { ...entryOf('a'), forms } })).toBe(true);
  });
});
