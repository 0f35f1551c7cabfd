import { expect, test } from 'vitest';
import { readingEase, syllablesOf } from './reading-ease.ts';

test.each([
  ['cat', 1],
  ['banks', 1],
  ['treaties', 2],
  ['agency', 3],
  ['table', 2],
  ['state', 1],
  ['united', 3],
  ['organization', 5],
  ['NATO', 1],
  ['1945', 1],
])('%s has %i syllables', (word, count) => {
  expect(syllablesOf(word)).toBe(count);
});

test('plain words read more easily than heavy ones, and short sentences than long', () => {
  const plain = readingEase('The bank lends cash. The state pays it back.');
  const long = readingEase('The bank lends cash and the state pays it back.');
  const heavy = readingEase('International organizations administer multilateral arrangements.');
  expect(plain).toBeGreaterThan(long);
  expect(long).toBeGreaterThan(heavy);
});

test('the formula is that of Flesch', () => {
  expect(readingEase('The cat sat on the mat.')).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 6);
});
