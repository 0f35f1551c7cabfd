import { describe, expect, it } from 'vitest';
import { isHeldOut, medicalCorpus, newsCorpus, score } from './abbreviation-score.ts';

/** What the news corpus holds and the rules do not reach; an improvement must shorten these lists. */
const KNOWN_WRONG = ['PFAS = polyfluoroalkyl substances', 'ROK = Relations with South Korea'];
const KNOWN_MISSED = ['PFAS = Per- and polyfluoroalkyl substances'];

describe('definitions in news', () => {
  const documents = newsCorpus();

  it('has sentences with definitions and as many traps', () => {
    expect(documents.filter(({ pairs }) => pairs.length > 0).length).toBeGreaterThan(150);
    expect(documents.filter(({ pairs }) => pairs.length === 0).length).toBeGreaterThan(90);
  });

  it('finds all but the known failures', () => {
    const { wrong, missed } = score(documents);
    expect({ wrong, missed }).toEqual({ wrong: KNOWN_WRONG, missed: KNOWN_MISSED });
  });

  it.each([
    ['a line break', '\n'],
    ['a line break and indentation', '\n      '],
    ['a no-break space', '\u00a0'],
  ])('finds the same when words are parted by %s', (_, space) => {
    const respaced = documents.map(({ text, pairs }) => ({
      text: text.replaceAll(' ', space),
      pairs: pairs.map(
        ([short, long]) => [short.replaceAll(' ', space), long.replaceAll(' ', space)] as const,
      ),
    }));
    const { wrong, missed } = score(respaced);
    expect([wrong.length, missed.length]).toEqual([KNOWN_WRONG.length, KNOWN_MISSED.length]);
  });

  it('finds the same when all sentences are one text', () => {
    const text = documents.map((document) => document.text).join('\n');
    const pairs = documents.flatMap((document) => document.pairs);
    const { precision, recall } = score([{ text, pairs }]);
    expect(precision).toBeGreaterThan(0.98);
    expect(recall).toBeGreaterThan(0.98);
  });
});

const medical = medicalCorpus();

describe.runIf(medical !== undefined)('definitions in medical abstracts', () => {
  const documents = medical ?? [];

  it('reaches a precision of 0.97 and a recall of 0.86', () => {
    const { precision, recall } = score(documents);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.86);
  });

  it('does as well on documents that nobody looked at', () => {
    const { precision, recall } = score(documents.filter(isHeldOut));
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.86);
  });
});
