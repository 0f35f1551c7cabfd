import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyEvidence,
  evidenceOf,
  mergeEvidence,
  readEvidence,
  verdictOf,
} from '../../glossary/evidence.ts';

const text = fc.string({ unit: 'binary', maxLength: 90 });
const observed = fc.record({
  hash: fc.option(fc.nat(500), { nil: undefined }),
  cues: fc.array(text, { maxLength: 9 }),
  named: fc.array(text, { maxLength: 3 }),
  defined: fc.array(fc.tuple(text, text, text), { maxLength: 3 }),
});
const evidence = fc.array(observed, { maxLength: 90 }).map(evidenceOf);

test('the order of merging does not matter, nor how often', () => {
  fc.assert(
    fc.property(evidence, evidence, evidence, (a, b, c) => {
      const all = mergeEvidence(mergeEvidence(a, b), c);
      expect(mergeEvidence(c, mergeEvidence(b, a))).toEqual(all);
      expect(mergeEvidence(all, a)).toEqual(all);
      expect(mergeEvidence(all, emptyEvidence())).toEqual(all);
    }),
    { numRuns: 40 },
  );
});

test('it survives the way across processes and stays under 16 KB', () => {
  fc.assert(
    fc.property(evidence, (seen) => {
      const sent = JSON.stringify(seen);
      expect(new TextEncoder().encode(sent).length).toBeLessThan(16_384);
      expect(readEvidence(JSON.parse(sent))).toEqual(seen);
    }),
    { numRuns: 60 },
  );
});

test('the largest page stays under 16 KB', () => {
  const wide = '\u{1f600}'.repeat(20);
  const pages = Array.from({ length: 3_000 }, (_, number) => ({
    hash: number,
    cues: Array.from({ length: 30 }, (_, cue) => `${wide.slice(0, cue % 16)}${cue} ${number}`),
    named: [`${wide.slice(0, 16)}${number}`],
    defined: [[`A${number}`, '안'.repeat(20), '"\\\u0001'.repeat(300)]] as const,
  }));
  const size = new TextEncoder().encode(JSON.stringify(evidenceOf(pages))).length;
  expect(size).toBeGreaterThan(4_000);
  expect(size).toBeLessThan(16_384);
});

test.each([
  null,
  42,
  'x',
  [],
  {},
  { sample: 'x', named: [1], defined: [['A', 'b'], 7] },
  {
    sample: [
      ['1', 'x'],
      [1.5, 'x'],
      [1, 2],
    ],
    named: {},
    defined: [[1, 2, 3]],
  },
])('%j is read as no evidence', (value) => {
  expect(readEvidence(value)).toEqual(emptyEvidence());
});

test('the verdict follows the evidence', () => {
  const one = evidenceOf([{ hash: 1, cues: ['KCNA'], named: [], defined: [] }]);
  const two = evidenceOf([{ hash: 2, cues: ['KCNA'], named: [], defined: [] }]);
  expect(verdictOf(one)).toBe(verdictOf(two));
  expect(verdictOf(mergeEvidence(one, two))).not.toBe(verdictOf(one));
  expect(verdictOf(emptyEvidence())).not.toBe(verdictOf(one));
});
