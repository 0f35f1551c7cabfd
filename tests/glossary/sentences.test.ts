import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceAt, sentenceStarts } from '../../glossary/sentences.ts';

test.each([
  ['One. Two! Three? Four', 4],
  ['Gen. Kim met Rep. Lee on Jan. 5. They talked.', 2],
  ['U.S. Forces Korea is here. It stays.', 2],
  ['He said “no.” She said yes.', 2],
  ['Version 2.0 is out. Buy it.', 2],
  ['It ended at 5 p.m. and nobody came.', 1],
  ['一。二！三', 3],
  ['', 1],
] as const)('%j has %i sentences', (text, count) => {
  expect(sentenceStarts(text)).toHaveLength(count);
});

test('every offset lies in the sentence that starts last before it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('A', 'b', '.', '!', ' ', '”', '。') }),
      fc.nat(99),
      (text, at) => {
        const starts = sentenceStarts(text);
        const sentence = sentenceAt(starts, at);
        expect(starts[sentence]).toBeLessThanOrEqual(at);
        expect(starts[sentence + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at);
      },
    ),
  );
});
