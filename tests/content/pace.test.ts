import { describe, expect, test } from 'vitest';
import { affordable, agreed, MOST, Pace } from '../../entrypoints/content/pace.ts';

/** How many terms may be inked after seconds in which a page changed in so many frames each. */
function mostAfter(...seconds: readonly number[]): number {
  const pace = new Pace();
  for (const [second, frames] of seconds.entries()) {
    // Each frame has several changes: they count once.
    for (let n = 0; n < frames; n++)
      for (const part of [1, 2, 3]) pace.note(second * 1_000 + (n * 1_000) / frames + part);
    pace.look((second + 1) * 1_000);
  }
  return pace.most;
}

test.each([
  [0, MOST],
  [1, MOST],
  [2, MOST],
  [10, 60],
  [25, 24],
  [60, 10],
])('of a page that changes in %d frames a second, %d terms may be inked', (frames, most) => {
  expect(affordable(frames)).toBe(most);
});

test('no rate of frames and no number of terms makes more than six hundred terms a second', () => {
  for (let frames = 3; frames < 500; frames++) expect(affordable(frames) * frames).toBeLessThanOrEqual(600);
});

describe('two seconds must agree', () => {
  test.each<[what: string, seconds: readonly number[], most: number]>([
    ['a page at rest', [0, 0, 0], MOST],
    ['a clock', [1, 1, 1], MOST],
    ['a short animation', [0, 50, 0], MOST],
    ['an animation again and again', [0, 50, 0, 50, 0, 50, 0], MOST],
    ['a ticker', [50, 50], 12],
    ['a ticker that slows down', [50, 50, 10, 10], 60],
    ['a ticker that rests for a moment', [50, 50, 0, 50], 12],
    ['a ticker that has ended', [50, 50, 0, 0], MOST],
    ['a ticker that is now faster, now slower', [50, 40, 50, 40], 15],
  ])('%s', (_what, seconds, most) => {
    expect(mostAfter(...seconds)).toBe(most);
  });

  test('whatever was before', () => {
    expect(agreed(20, 300, 300)).toBe(300);
    expect(agreed(300, 20, 100)).toBe(100);
    expect(agreed(100, 20, 300)).toBe(100);
  });
});
