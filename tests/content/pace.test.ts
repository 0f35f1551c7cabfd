import { describe, expect, test } from 'vitest';
import { ANY, affordable, agreed, MOST, Pace } from '../../entrypoints/content/pace.ts';

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
  [10, 57],
  [25, 20],
  [60, 6],
])('of a page that changes in %d frames a second, %d terms may be inked', (frames, most) => {
  expect(affordable(frames)).toBe(most);
});

test('no rate of frames makes more than six hundred terms a second, with what any ink costs', () => {
  for (let frames = 3; frames < 500; frames++)
    expect((affordable(frames) + ANY) * frames).toBeLessThanOrEqual(610);
});

describe('two seconds must agree', () => {
  test.each<[what: string, seconds: readonly number[], most: number]>([
    ['a page at rest', [0, 0, 0], MOST],
    ['a clock', [1, 1, 1], MOST],
    ['a short animation', [0, 50, 0], MOST],
    ['an animation again and again', [0, 50, 0, 50, 0, 50, 0], MOST],
    ['a ticker', [50, 50], 8],
    ['a ticker that slows down', [50, 50, 10, 10], 57],
    ['a ticker that rests for a moment', [50, 50, 0, 50], 8],
    ['a ticker that has ended', [50, 50, 0, 0], MOST],
    ['a ticker that is now faster, now slower', [50, 40, 50, 40], 11],
  ])('%s', (_what, seconds, most) => {
    expect(mostAfter(...seconds)).toBe(most);
  });

  test('whatever was before', () => {
    expect(agreed(20, 300, 300)).toBe(300);
    expect(agreed(300, 20, 100)).toBe(100);
    expect(agreed(100, 20, 300)).toBe(100);
  });
});

test.each([5, 10, 12, 16])('changes every %d ms are changes in every frame there is', (every) => {
  const pace = new Pace();
  for (let at = 0; at < 2_000; at += every) {
    pace.note(at);
    if (at % 1_000 >= 1_000 - every) pace.look(Math.ceil(at / 1_000) * 1_000);
  }
  expect(pace.most).toBe(affordable(60));
});

describe('a page that is not heard in all that it does', () => {
  /** How many terms may be inked where so many frames of 20 ms are heard of each second. */
  function mostHearing(frames: number, seconds: number): number {
    const pace = new Pace();
    for (let second = 0; second < seconds; second++) {
      for (let n = 0; n < 50; n++) pace.note(second * 1_000 + n * 20 + 20, n + 1 < frames);
      pace.look((second + 1) * 1_000);
    }
    return pace.most;
  }

  test.each([5, 10, 50])('is taken to go on like in the first %d frames', (frames) => {
    expect(mostHearing(frames, 2)).toBe(8);
  });

  test('is heard again after the look', () => {
    const pace = new Pace();
    for (const at of [20, 40, 60]) pace.note(at, at < 60);
    pace.look(1_000);
    for (const at of [1_100, 1_600]) pace.note(at);
    pace.look(2_000);
    pace.look(3_000);
    expect(pace.most).toBe(MOST);
  });
});
