import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MOST } from '../../entrypoints/content/pace.ts';
import { Thrift } from '../../entrypoints/content/thrift.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** The seconds in which is chosen anew what is drawn, which takes some milliseconds, of a page with so many frames in each. */
function chosenIn(seconds: readonly number[], cost: number): readonly number[] {
  const thrift = new Thrift();
  const chosen: number[] = [];
  for (const [second, frames] of seconds.entries()) {
    for (let n = 0; n < frames; n++) thrift.note(second * 1_000 + (n * 1_000) / frames);
    vi.advanceTimersByTime(1_000);
    thrift.keep(() => {
      chosen.push(second);
      vi.advanceTimersByTime(cost);
    });
  }
  return chosen;
}

test.each<[what: string, seconds: readonly number[], cost: number, chosen: readonly number[]]>([
  ['never on a page at rest', [0, 0, 0, 0], 1, []],
  ['never for one animation', [0, 60, 0, 0], 1, []],
  ['at each look where that is cheap', [50, 50, 50, 50], 1, [1, 2, 3]],
  ['seldom where that is dear', [50, 50, 50, 50, 50, 50, 50, 50], 10, [1, 4, 7]],
  ['at once where much less may be drawn', [20, 20, 50, 50, 50], 10, [1, 3]],
  ['not at once where hardly less may be', [20, 20, 21, 21, 21], 10, [1, 4]],
  ['at once when it has come to rest', [50, 50, 0, 0, 0, 0], 10, [1, 3]],
])('what is drawn is chosen anew %s', (_what, seconds, cost, chosen) => {
  expect(chosenIn(seconds, cost)).toEqual(chosen);
});

test('all may be drawn again when a page has come to rest', () => {
  const thrift = new Thrift();
  for (let n = 0; n < 100; n++) thrift.note(n * 20);
  for (let second = 0; second < 6; second++) {
    vi.advanceTimersByTime(1_000);
    thrift.keep(() => undefined);
  }
  expect(thrift.most).toBe(MOST);
});
