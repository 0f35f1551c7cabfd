import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStamp, seen, ticked, timeOf } from '../../../glossary/sync/stamp.ts';
import {
  MOST_TOMBSTONES,
  merged,
  newestFirst,
  spentTombstones,
  TOMBSTONE_LIFE,
  type Versions,
} from '../../../glossary/sync/versions.ts';
import { entryOf, madeVersions, stampOf } from './made-versions.ts';

const sorted = (versions: Versions) => [...versions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
const same = (a: Versions, b: Versions): void => {
  expect(sorted(a)).toEqual(sorted(b));
};

describe('merging', () => {
  test('makes no difference of who is asked first', () => {
    fc.assert(fc.property(madeVersions, madeVersions, (a, b) => same(merged(a, b), merged(b, a))));
  });

  test('makes no difference of the order in which machines meet', () => {
    fc.assert(
      fc.property(madeVersions, madeVersions, madeVersions, (a, b, c) =>
        same(merged(merged(a, b), c), merged(a, merged(b, c))),
      ),
    );
  });

  test('says nothing new the second time', () => {
    fc.assert(
      fc.property(madeVersions, madeVersions, (a, b) => {
        same(merged(a, a), a);
        same(merged(merged(a, b), b), merged(a, b));
      }),
    );
  });

  test('loses nothing but to a later word on the same entry', () => {
    fc.assert(
      fc.property(madeVersions, madeVersions, (a, b) => {
        const all = merged(a, b);
        for (const [id, version] of [...a, ...b]) {
          const held = all.get(id);
          expect(held !== undefined && held.stamp >= version.stamp).toBe(true);
        }
      }),
    );
  });
});

describe('a clock', () => {
  test('is always ahead of everything it has seen, however wrong the time is', () => {
    const times = fc.array(fc.integer({ min: -1e15, max: 1e15 }), { minLength: 1 });
    fc.assert(
      fc.property(times, fc.array(fc.nat(1e12)), (nows, others) => {
        let clock = { machine: 'aaaaa', last: '' };
        for (const [at, now] of nows.entries()) {
          const other = others[at];
          if (other !== undefined) clock = seen(clock, [stampOf(other, 'z', 46_655)]);
          const next = ticked(clock, now);
          expect(next.last > clock.last).toBe(true);
          expect(isStamp(next.last)).toBe(true);
          clock = next;
        }
      }),
    );
  });

  test('goes on with the next millisecond when one is full', () => {
    const last = stampOf(7, 'a', 46_655);
    expect(ticked({ machine: 'bbbbb', last }, 7).last).toBe(stampOf(8, 'b'));
  });

  test('keeps the time where it is right', () => {
    expect(timeOf(ticked({ machine: 'aaaaa', last: '' }, 1_790_000_000_000).last)).toBe(1_790_000_000_000);
  });

  test.each(['', 'x', 7, null, 'zzzzzzzzz000aaaaa', '000000000000AAAAA', '000000000000aaaaa '])(
    'takes no %j for a stamp',
    (text) => {
      expect(isStamp(text)).toBe(false);
    },
  );
});

describe('tombstones', () => {
  const day = 86_400_000;
  const now = 1_800_000_000_000;
  const tombs = (count: number, age: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `t${at}`, stamp: stampOf(now - age - at) }));

  test('are kept for half a year', () => {
    expect(spentTombstones(tombs(3, TOMBSTONE_LIFE - day), now)).toEqual([]);
    expect(spentTombstones(tombs(3, TOMBSTONE_LIFE + day), now)).toHaveLength(3);
  });

  test('never become more than some hundred: the oldest go first', () => {
    const all = tombs(MOST_TOMBSTONES + 2, day);
    expect(spentTombstones(all, now).toSorted()).toEqual([`t${MOST_TOMBSTONES}`, `t${MOST_TOMBSTONES + 1}`]);
  });

  test('that are gone can bring a term back, and never take one away', () => {
    const entry = { id: 'a', stamp: stampOf(1), entry: entryOf('a') };
    const grave = { id: 'a', stamp: stampOf(2) };
    expect(merged(new Map([['a', entry]]), new Map([['a', grave]])).get('a')).toBe(grave);
    expect(merged(new Map([['a', entry]]), new Map()).get('a')).toBe(entry);
  });

  test('are sorted with everything else, newest first', () => {
    const all = tombs(3, day).toReversed();
    expect(all.sort(newestFirst).map(({ id }) => id)).toEqual(['t0', 't1', 't2']);
  });
});
