import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { snapshots } from '../../entrypoints/platform/own-terms.ts';
import { bucketOf, writeBucket } from '../../glossary/sync/buckets.ts';
import { itemsOf } from '../../glossary/sync/items.ts';
import { MOST_TOMBSTONES, TOMBSTONE_LIFE } from '../../glossary/sync/versions.ts';
import { stampOf } from '../glossary/sync/made-versions.ts';
import { exchange, Machine, noise, type Stock, settle } from './machines.ts';

const NOON = new Date(2026, 5, 1, 12).getTime();
const HOUR = 3_600_000;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(NOON);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Definitions that hardly pack, by id. */
const many = (count: number, length: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${at}`, noise(at, length)]));
const two = async (skew = 0) => [await Machine.open(), await Machine.open(skew)] as const;

describe('two machines', () => {
  test('that wrote apart from each other have everything once they meet', async () => {
    const [one, other] = await two();
    const server: Stock = new Map();
    await one.write('a', 'From one.');
    await other.write('b', 'From the other.');
    await settle([one, other], server);
    expect(await one.terms()).toEqual({ a: 'From one.', b: 'From the other.' });
    expect(await other.terms()).toEqual(await one.terms());
  });

  test.each([0, -365 * 24 * HOUR, 365 * 24 * HOUR])(
    'agree on the last word about a term, also with a clock that is %i ms off',
    async (skew) => {
      const [one, other] = await two(skew);
      const server: Stock = new Map();
      await one.write('a', 'First.');
      await settle([one, other], server);
      await other.write('a', 'Second: read the first, then changed it.');
      await settle([one, other], server);
      await one.write('a', 'Third.');
      await settle([one, other], server);
      expect([await one.terms(), await other.terms()]).toEqual([{ a: 'Third.' }, { a: 'Third.' }]);
    },
  );

  test('do not bring back what was deleted, and do what was written after the deletion', async () => {
    const [one, other] = await two();
    const server: Stock = new Map();
    for (const id of ['a', 'b']) await one.write(id, 'Old.');
    await settle([one, other], server);
    for (const id of ['a', 'b']) await one.remove(id);
    await one.round();
    await other.write('b', 'New.');
    await settle([one, other], server);
    expect([await one.terms(), await other.terms()]).toEqual([{ b: 'New.' }, { b: 'New.' }]);
  });

  test('bring everything to a fresh profile', async () => {
    const [one, fresh] = await two();
    const server: Stock = new Map();
    await one.writeAll(many(40, 200));
    await settle([one], server);
    await settle([fresh], server);
    expect(await fresh.terms()).toEqual(await one.terms());
    expect(fresh.area.writes).toBe(0);
  });

  test('write nothing where nothing is new, and one item for one term', async () => {
    const [one] = await two();
    await one.writeAll(many(40, 200));
    expect(await one.round()).toMatchObject({ wrote: true, travelling: 40, count: 40 });
    one.area.dirty.clear();
    expect(await one.round()).toMatchObject({ wrote: false, travelling: 40 });
    await one.write('t7', 'Changed.');
    await one.round();
    expect([...one.area.dirty]).toEqual([`own.${bucketOf('t7')}`]);
  });
});

describe('a store that is full', () => {
  test('takes what was written last; everything is safe here, and the others get all that is new', async () => {
    const [one, other] = await two();
    const server: Stock = new Map();
    await one.writeAll(many(300, 600));
    const { travelling, count } = await one.round();
    expect(count).toBe(300);
    expect(travelling).toBeGreaterThan(100);
    expect(travelling).toBeLessThan(300);
    await settle([one, other], server);
    expect(Object.keys(await one.terms())).toHaveLength(300);
    expect(Object.keys(await other.terms())).toHaveLength(travelling);
    await other.write('new', 'Written when it was full.');
    await one.write('t0', 'An old one, changed.');
    await settle([one, other], server);
    expect(await one.terms()).toMatchObject({ new: 'Written when it was full.' });
    expect(await other.terms()).toMatchObject({ t0: 'An old one, changed.' });
  }, 30_000);

  test('makes room for settings that grow', async () => {
    const one = await Machine.open();
    await one.writeAll(many(200, 600));
    await one.round();
    const before = one.area.stock.size;
    one.area.stock.set('hidden', 'x'.repeat(22_000));
    const { wrote, travelling, count } = await one.round();
    expect([wrote, count, before > 0]).toEqual([true, 200, true]);
    expect(travelling).toBeLessThan(200);
    expect((await one.round()).wrote).toBe(false);
  }, 20_000);

  test('that refuses for another reason leaves everything as it is here, and is tried again', async () => {
    const one = await Machine.open();
    await one.write('a', 'Safe.');
    const set = one.area.set.bind(one.area);
    one.area.set = () => Promise.reject(new Error('exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota'));
    await expect(one.round()).rejects.toThrow('MAX_WRITE');
    expect(await one.terms()).toEqual({ a: 'Safe.' });
    one.area.set = set;
    expect(await one.round()).toMatchObject({ wrote: true, travelling: 1 });
  });
});

describe('a store with only some of the parts', () => {
  const long = async (machine: Machine, word: string) => {
    for (let at = 0; at < 60; at++) {
      if (bucketOf(`t${at}`) === bucketOf('t0'))
        await machine.write(`t${at}`, word + noise(at + word.length, 9_000));
    }
  };

  test('takes nothing away, waits for the rest, and has it all when it comes', async () => {
    const [one, other] = await two();
    const server: Stock = new Map();
    await long(one, 'old');
    await settle([one, other], server);
    await long(one, 'newer');
    await one.round();
    exchange(one, server);
    exchange(other, server, { some: (key) => !key.endsWith('.1') });
    await other.write('t0', 'Written meanwhile.');
    expect(await other.round()).toMatchObject({ torn: true, wrote: false });
    expect(Object.keys(await other.terms())).toEqual(Object.keys(await one.terms()));
    await settle([one, other], server);
    expect(await other.terms()).toEqual(await one.terms());
    expect(await one.terms()).toMatchObject({ t0: 'Written meanwhile.' });
  });

  test('is mended when the rest never comes', async () => {
    const [one, other] = await two();
    const server: Stock = new Map();
    await long(one, 'old');
    await one.round();
    exchange(one, server, { some: (key) => !key.endsWith('.1') });
    exchange(other, server);
    await other.write('t0', 'Of the other.');
    expect(await other.round()).toMatchObject({ torn: true, wrote: false });
    expect(await other.round(true)).toMatchObject({ wrote: true });
    await settle([one, other], server);
    expect(await other.terms()).toEqual(await one.terms());
    expect(Object.keys(await one.terms()).length).toBeGreaterThan(2);
  });
});

describe('what another machine wrote', () => {
  const bucket = bucketOf('a');
  const good = { id: 'a', stamp: stampOf(5) };

  test('is complained about where it is damaged, and harms nothing', async () => {
    const one = await Machine.open();
    await one.write('b', 'Mine.');
    for (const [key, item] of Object.entries(itemsOf(bucket, 'AAAA'))) one.area.stock.set(key, item);
    one.area.stock.set('own.99', { v: 1, of: 1, sum: 'x', text: 'y' });
    const round = await one.round();
    expect(round.complaints).toHaveLength(1);
    expect(await one.terms()).toEqual({ b: 'Mine.' });
  });

  test('with a bucket that it does not belong into is left out', async () => {
    const one = await Machine.open();
    const wrong = (bucket + 1) % 16;
    for (const [key, item] of Object.entries(itemsOf(wrong, writeBucket([good]))))
      one.area.stock.set(key, item);
    await one.round();
    expect(await one.stamps()).toEqual({});
  });

  test('with a newer Glossator is left alone', async () => {
    const one = await Machine.open();
    const newer = { v: 2, blob: 'x' };
    one.area.stock.set(`own.${bucket}`, newer);
    await one.write('a', 'Mine.');
    expect(await one.round()).toMatchObject({ newer: true, travelling: 0, count: 1 });
    expect(one.area.stock.get(`own.${bucket}`)).toEqual(newer);
  });
});

describe('what is taken over', () => {
  test('is in a snapshot before, and when many go at once, in one of its own', async () => {
    const [one, other] = await two();
    const server: Stock = new Map();
    for (const id of 'abcdefgh') await one.write(id, 'Here.');
    await settle([one, other], server);
    vi.setSystemTime(NOON + 30 * HOUR);
    for (const id of 'abcdefgh') await one.remove(id);
    await settle([one, other], server);
    expect(await other.terms()).toEqual({});
    const [kept] = await snapshots(other.library);
    expect(kept).toMatchObject({ kind: 'before' });
    expect(kept?.glossary.entries).toHaveLength(8);
  });

  test('leaves graves for a while, and not too many', async () => {
    const [one, other] = await two();
    const server: Stock = new Map();
    for (let at = 0; at < MOST_TOMBSTONES + 20; at++) {
      await one.write(`t${at}`, 'Here.');
      await one.remove(`t${at}`);
    }
    await settle([one, other], server);
    expect(Object.keys(await other.stamps()).length).toBe(MOST_TOMBSTONES);
    vi.setSystemTime(NOON + 2 * TOMBSTONE_LIFE);
    await settle([one, other], server);
    expect([await one.stamps(), await other.stamps()]).toEqual([{}, {}]);
  }, 30_000);
});
