import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Place, placeCard, type Wanted } from '../../entrypoints/content/placement.ts';
import type { Box } from '../../entrypoints/content/safe-triangle.ts';

const VIEW: Box = { left: 0, top: 0, right: 1000, bottom: 800 };

function line(left: number, top: number, width = 80): Box {
  return { left, top, right: left + width, bottom: top + 20 };
}

function wanted(lines: readonly Box[], more: Partial<Wanted> = {}): Wanted {
  const size = { width: 400, height: 250 };
  return { lines, pointer: undefined, size, view: VIEW, rightToLeft: false, before: undefined, ...more };
}

describe('a card of 400 × 250 in a viewport of 1000 × 800', () => {
  test.each<[string, Wanted, Partial<Place>]>([
    ['is below its term, aligned with it', wanted([line(100, 100)]), { side: 'below', x: 100, y: 128 }],
    ['is above when it does not fit below', wanted([line(100, 600)]), { side: 'above', x: 100, y: 342 }],
    ['keeps from the right edge', wanted([line(900, 100)]), { x: 592 }],
    ['keeps from the left edge', wanted([line(-30, 100)]), { x: 8 }],
    [
      'is aligned on the right when read from the right',
      wanted([line(600, 100)], { rightToLeft: true }),
      { x: 280 },
    ],
    [
      'begins at the first line of a broken term',
      wanted([line(900, 100), line(50, 124)]),
      { x: 592, y: 152 },
    ],
    [
      'begins at the line that the pointer is on',
      wanted([line(900, 100), line(50, 124)], { pointer: { x: 60, y: 130 } }),
      { x: 50, y: 152 },
    ],
    [
      'is where there is more room when it fits nowhere',
      wanted([line(100, 300)], { size: { width: 400, height: 700 } }),
      { side: 'below', height: 464 },
    ],
    [
      'keeps to its side when that is enough',
      wanted([line(100, 300)], { before: 'above' }),
      { side: 'above', y: 42 },
    ],
    [
      'leaves its side when that is too low',
      wanted([line(100, 100)], { before: 'above' }),
      { side: 'below' },
    ],
    [
      'is beside its term in a low frame',
      wanted([line(100, 90)], { view: { left: 0, top: 0, right: 600, bottom: 200 } }),
      { side: 'right', x: 188, y: 8, width: 404, height: 184 },
    ],
    [
      'stays above or below in a frame that is low and narrow',
      wanted([line(60, 90)], { view: { left: 0, top: 0, right: 200, bottom: 200 } }),
      { side: 'below', height: 74 },
    ],
  ])('%s', (_, want, expected) => {
    expect(placeCard(want)).toMatchObject(expected);
  });
});

const views = fc
  .record({ width: fc.integer({ min: 300, max: 2000 }), height: fc.integer({ min: 200, max: 1500 }) })
  .map(({ width, height }) => ({ left: 0, top: 0, right: width, bottom: height }));
const terms = views.chain((view) =>
  fc.record({
    view: fc.constant(view),
    lines: fc.array(
      fc
        .record({ left: fc.nat(view.right), top: fc.nat(60), width: fc.integer({ min: 10, max: 200 }) })
        .map(({ left, top, width }) => line(Math.min(left, view.right - width), top, width)),
      { minLength: 1, maxLength: 3 },
    ),
    down: fc.nat(view.bottom - 80),
  }),
);
const sizes = fc.record({
  width: fc.integer({ min: 100, max: 416 }),
  height: fc.integer({ min: 40, max: 448 }),
});
const sides = fc.constantFrom(undefined, 'below', 'above', 'right', 'left') as fc.Arbitrary<Wanted['before']>;

test('a card covers no line of its term and leaves the viewport nowhere', () => {
  fc.assert(
    fc.property(terms, sizes, sides, fc.boolean(), ({ view, lines, down }, natural, before, rightToLeft) => {
      const moved = lines.map((box) => ({ ...box, top: box.top + down, bottom: box.bottom + down }));
      const size = { width: Math.min(natural.width, view.right - 16), height: natural.height };
      const place = placeCard(wanted(moved, { view, size, before, rightToLeft }));
      const right = place.x + Math.min(size.width, place.width);
      const bottom = place.y + Math.min(size.height, place.height);
      expect(place.x >= 0 && place.y >= 0 && right <= view.right && bottom <= view.bottom).toBe(true);
      for (const box of moved) {
        const apart = place.x >= box.right || right <= box.left || place.y >= box.bottom || bottom <= box.top;
        expect(apart).toBe(true);
      }
    }),
  );
});
