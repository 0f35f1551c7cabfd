import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alarmTime, nextCheck, retryAfter } from '../../../glossary/subscriptions/schedule.ts';

const NOW = Date.UTC(2026, 10, 26, 9);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the next check', () => {
  test.each([
    ['a success, at the earliest', { failures: 0, chance: 0 }, 0.9 * DAY],
    ['a success, in the middle', { failures: 0, chance: 0.5 }, DAY],
    ['a first failure', { failures: 1, chance: 0.5 }, 15 * MINUTE],
    ['a second failure', { failures: 2, chance: 0.5 }, 30 * MINUTE],
    ['a fifth failure', { failures: 5, chance: 0.5 }, 4 * HOUR],
    ['a hundredth failure', { failures: 100, chance: 0.5 }, DAY],
    ['a failure, at the earliest', { failures: 1, chance: 0 }, 0.75 * 15 * MINUTE],
    ['being offline for long', { failures: 9, chance: 0.5, offline: true }, 30 * MINUTE],
    ['a server that asks for an hour', { failures: 1, chance: 0.5, notBefore: NOW + HOUR }, HOUR],
    ['a server that asks for less', { failures: 5, chance: 0.5, notBefore: NOW + HOUR }, 4 * HOUR],
    ['a server that asks for a year', { failures: 1, chance: 0.5, notBefore: NOW + 365 * DAY }, 7 * DAY],
  ])('after %s', (_, pace, wait) => {
    expect(nextCheck({ now: NOW, ...pace }) - NOW).toBe(wait);
  });

  test('is spread, never sooner than ten minutes, never later than a week', () => {
    const pace = fc.record({
      failures: fc.nat(2_000),
      chance: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      notBefore: fc.nat(),
    });
    fc.assert(
      fc.property(pace, (given) => {
        const wait = nextCheck({ now: NOW, ...given }) - NOW;
        expect(wait).toBeGreaterThan(10 * MINUTE);
        expect(wait).toBeLessThanOrEqual(7 * DAY);
      }),
    );
  });
});

describe('the alarm', () => {
  test.each([
    ['nothing', [], 0, undefined],
    ['the earliest of several', [NOW + 3 * HOUR, NOW + HOUR, NOW + 2 * HOUR], 0.5, HOUR],
    ['what is overdue, when the browser has started', [NOW - DAY], 0, MINUTE],
    ['what is overdue, spread', [NOW - DAY], 0.5, 3.5 * MINUTE],
    ['a time that a wrong clock has set', [NOW + 900 * DAY], 0, 7 * DAY],
  ])('rings for %s', (_, next, chance, wait) => {
    const at = alarmTime(next, { now: NOW, chance });
    expect(at === undefined ? undefined : at - NOW).toBe(wait);
  });
});

test.each([
  ['120', NOW + 120_000],
  [' 0 ', NOW],
  ['Thu, 26 Nov 2026 10:00:00 GMT', NOW + HOUR],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After: %s', (header, time) => {
  expect(retryAfter(header, NOW)).toBe(time);
});
