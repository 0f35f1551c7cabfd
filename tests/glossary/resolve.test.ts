import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutOverlap } from '../../glossary/resolve.ts';

const at = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));

test.each([
  ['apart', at([5, 6], [0, 2]), at([0, 2], [5, 6])],
  ['touching', at([0, 2], [2, 4]), at([0, 2], [2, 4])],
  ['nested: the longer', at([2, 4], [0, 9]), at([0, 9])],
  ['overlapping: the longer', at([0, 3], [2, 7]), at([2, 7])],
  ['equally long: the leftmost', at([2, 5], [0, 3]), at([0, 3])],
  ['a chain frees what its longest does not touch', at([0, 3], [2, 8], [7, 9], [8, 9]), at([2, 8], [8, 9])],
] as const)('%s', (_, stretches, expected) => {
  expect(withoutOverlap(stretches)).toEqual(expected);
});

const stretch = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }));

test('in order, without overlap, and nothing left out that would fit', () => {
  fc.assert(
    fc.property(fc.array(stretch), (pairs) => {
      const all = pairs.map(([start, length]) => ({ start, end: start + length }));
      const chosen = withoutOverlap(all);
      for (const [number, { start }] of chosen.entries()) {
        expect(start).toBeGreaterThanOrEqual(chosen[number - 1]?.end ?? 0);
      }
      for (const { start, end } of all) {
        expect(chosen.some((other) => other.start < end && other.end > start)).toBe(true);
      }
    }),
  );
});
