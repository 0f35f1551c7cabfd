import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeptTexts } from '../../../glossary/files/kept-texts.ts';

describe('kept texts', () => {
  test('come back as they were, whatever their length and letters', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .tuple(fc.constantFrom('a', 'é', '조', '😀'), fc.nat(400_000))
        .map(([one, times]) => one.repeat(times)),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const kept = new KeptTexts();
        const places = texts.map((one) => kept.add(one));
        expect(places.map((place) => kept.at(place))).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  test('are as many as fit, and then it says so', () => {
    const kept = new KeptTexts(2 ** 21);
    const text = 'x'.repeat(2 ** 16);
    const add = () => {
      for (let at = 0; at < 600; at++) kept.add(text);
    };
    expect(add).toThrow('more than 2 MiB of names and notes');
  });
});
