/** A place in client coordinates, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in client coordinates, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels by which a hand may stray from the straight way: about the width of a line of text. */
const SLACK = 12;

/** Square pixels by which a point on an edge may seem to be beyond it, for how numbers are rounded. */
const ROUNDING = 1e-6;

/**
 * Whether a pointer that left a term at `from` and is now at `at` is on its way to `card`: inside the
 * triangle between the place it left and the two corners of the card that it sees.
 *
 * @example
 * isOnTheWay({ x: 0, y: 0 }, { x: 0, y: 50 }, { left: -50, top: 100, right: 50, bottom: 200 }) // true
 */
export function isOnTheWay(from: Point, at: Point, card: Box): boolean {
  const start = stepBack(from, card);
  const corners: readonly Point[] = [
    { x: card.left - SLACK, y: card.top - SLACK },
    { x: card.right + SLACK, y: card.top - SLACK },
    { x: card.right + SLACK, y: card.bottom + SLACK },
    { x: card.left - SLACK, y: card.bottom + SLACK },
  ];
  // The triangles to all four edges together are the one to the seen corners, and the card itself.
  return corners.some((corner, n) => isInTriangle(at, [start, corner, corners[(n + 1) % 4] ?? corner]));
}

function stepBack(from: Point, card: Box): Point {
  const dx = from.x - Math.min(Math.max(from.x, card.left), card.right);
  const dy = from.y - Math.min(Math.max(from.y, card.top), card.bottom);
  const length = Math.hypot(dx, dy);
  return length === 0 ? from : { x: from.x + (dx / length) * SLACK, y: from.y + (dy / length) * SLACK };
}

function isInTriangle(p: Point, [a, b, c]: readonly [Point, Point, Point]): boolean {
  const sides = [side(p, a, b), side(p, b, c), side(p, c, a)];
  return sides.every((s) => s >= -ROUNDING) || sides.every((s) => s <= ROUNDING);
}

/** Positive, negative or zero: on which side of the line from `a` to `b` the point is. */
function side(p: Point, a: Point, b: Point): number {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}
