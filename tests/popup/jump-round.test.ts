import { expect, test } from 'vitest';
import { JumpRound } from '../../entrypoints/popup/jump-round.ts';

const frame = (frameId: number, counts: Record<string, number>) => ({
  frameId,
  remarks: [],
  terms: Object.entries(counts).map(([ref, count]) => ({ ref, count, term: ref, glossary: 'G' })),
});

test('goes through the frames as often as each has mentions, and round again, each entry for itself', () => {
  const frames = [frame(0, { a: 2 }), frame(4, { b: 1 }), frame(9, { a: 1, b: 1 })];
  const round = new JumpRound();
  const next = (ref: string) => round.next(ref, frames);
  expect([next('a'), next('b'), next('a'), next('a'), next('b'), next('a')]).toEqual([0, 4, 0, 9, 9, 0]);
});

test('asks the page itself about an entry that no frame tells of', () => {
  expect(new JumpRound().next('gone', [frame(3, { a: 1 })])).toBe(0);
});
