import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, isOnTheWay, type Point } from '../../entrypoints/content/safe-triangle.ts';

const BELOW: Box = { left: 100, top: 120, right: 400, bottom: 300 };
const ABOVE: Box = { left: 100, top: -200, right: 400, bottom: 80 };
const BESIDE: Box = { left: 300, top: 0, right: 500, bottom: 200 };

describe('a pointer that left a term at (110, 100)', () => {
  test.each<[string, Point, Box, boolean]>([
    ['goes straight down to a card below', { x: 110, y: 110 }, BELOW, true],
    ['goes to the far corner of a card below', { x: 250, y: 111 }, BELOW, true],
    ['is in the card', { x: 200, y: 200 }, BELOW, true],
    ['goes along the line, over the card', { x: 330, y: 100 }, BELOW, false],
    ['goes up, with the card below', { x: 110, y: 60 }, BELOW, false],
    ['goes left, past the card', { x: 60, y: 110 }, BELOW, false],
    ['has overshot the card', { x: 200, y: 330 }, BELOW, false],
    ['goes up to a card above', { x: 180, y: 85 }, ABOVE, true],
    ['goes down, with the card above', { x: 110, y: 130 }, ABOVE, false],
    ['goes to a card beside', { x: 220, y: 120 }, BESIDE, true],
    ['goes away from a card beside', { x: 80, y: 100 }, BESIDE, false],
  ])('%s', (_, at, card, expected) => {
    expect(isOnTheWay({ x: 110, y: 100 }, at, card)).toBe(expected);
  });
});

const coordinate = fc.integer({ min: -500, max: 1500 });
const point = fc.record({ x: coordinate, y: coordinate });
const box = fc
  .record({
    left: coordinate,
    top: coordinate,
    width: fc.integer({ min: 1, max: 500 }),
    height: fc.integer({ min: 1, max: 500 }),
  })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));

test('every straight way into a card is on the way, from its first step to its last', () => {
  fc.assert(
    fc.property(point, box, fc.double({ min: 0, max: 1, noNaN: true }), point, (from, card, part, aim) => {
      const goal = {
        x: Math.min(Math.max(aim.x, card.left), card.right),
        y: Math.min(Math.max(aim.y, card.top), card.bottom),
      };
      const at = { x: from.x + (goal.x - from.x) * part, y: from.y + (goal.y - from.y) * part };
      expect(isOnTheWay(from, at, card)).toBe(true);
    }),
  );
});

test('a step too small for the numbers to tell is on the way', () => {
  const card = { left: 0, top: 0, right: 363, bottom: 46 };
  const part = 2.348901605818513e-16;
  expect(isOnTheWay({ x: 0, y: 46 }, { x: 363 * part, y: 46 - 46 * part }, card)).toBe(true);
});

test('no place far behind the start is on the way', () => {
  fc.assert(
    fc.property(box, fc.integer({ min: 40, max: 400 }), (card, back) => {
      const from = { x: (card.left + card.right) / 2, y: card.top - 30 };
      expect(isOnTheWay(from, { x: from.x, y: from.y - back }, card)).toBe(false);
    }),
  );
});
