import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Splitter } from '../../../glossary/search/splitter.ts';

function wordsOf(text: string): string[] {
  const splitter = new Splitter();
  splitter.split(text, 100);
  return Array.from({ length: splitter.count }, (_, at) =>
    String.fromCharCode(...splitter.units.subarray(splitter.starts[at], splitter.ends[at])),
  );
}

test.each([
  ['Kim Jong-un', ['kim', 'jong', 'un']],
  ["Workers' Party", ['workers', 'party']],
  ['Workers’ Party', ['workers', 'party']],
  ['D.P.R.K.', ['dprk']],
  ['the U.S. army', ['the', 'us', 'army']],
  ['node.js', ['node', 'js']],
  ['Pyŏngyang', ['pyongyang']],
  ['Łódź', ['lodz']],
  ['straße', ['strasse']],
  ['ΛΟΓΟΣ', ['λογοσ']],
  ['C++ and C#', ['c++', 'and', 'c#']],
  ['소', ['ㅅㅗ']],
  ['과', ['ㄱㅗㅏ']],
  ['조선', ['ㅈㅗ', 'ㅅㅓㄴ']],
  ['朝鮮', ['朝', '鮮']],
  ['→', ['→']],
  ['?!', ['?!']],
  ['', []],
  [' \u00a0 ', []],
])('%j is %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('what stands in the field while one types Korean is a beginning of the name', () => {
  const joined = (text: string) => wordsOf(text).join('');
  for (const typed of [
    'ㅈ',
    '조',
    '좃',
    '조서',
    '조선',
    '조선ㄹ',
    '조선로',
    '조선롣',
    '조선로도',
    '조선로동',
  ]) {
    expect(joined('조선로동당').startsWith(joined(typed)), typed).toBe(true);
  }
});

test('case, accents and the way they are encoded make no difference', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'e',
          '\u0301',
          'é',
          'Å',
          'ŏ',
          '\u0306',
          ' ',
          '-',
          '조',
          'ᆨ',
          'か',
          '\u3099',
          'ﬁ',
          'ß',
        ),
        maxLength: 30,
      }),
      (text) => {
        expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text.normalize('NFC')));
      },
    ),
  );
});

test('a text without end keeps a bounded number of bounded words', () => {
  expect(wordsOf('x'.repeat(10_000))).toEqual(['x'.repeat(64)]);
  expect(wordsOf('ab '.repeat(10_000))).toHaveLength(100);
});
