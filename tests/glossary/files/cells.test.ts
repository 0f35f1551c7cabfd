import { expect, test } from 'vitest';
import { readNative, readSources, splitCell } from '../../../glossary/files/csv-cells.ts';
import { readAll } from '../../../glossary/files/read-all.ts';

test.each([
  ['Title <https://example.org/a>', [{ title: 'Title', url: 'https://example.org/a' }]],
  ['[Title](https://example.org/a_(b))', [{ title: 'Title', url: 'https://example.org/a_(b)' }]],
  ['https://example.org/a.', [{ title: 'example.org', url: 'https://example.org/a' }]],
  [
    'Ministry, https://example.org/a (in Korean)',
    [{ title: 'Ministry, (in Korean', url: 'https://example.org/a' }],
  ],
  ['a book on paper', []],
  ['javascript:alert(1)', []],
])('the sources in %j', (cell, sources) => {
  expect(readSources(cell)).toEqual(sources);
});

test('names and lists in cells', () => {
  expect(readNative('zh-Hant: 朝鮮')).toEqual({ lang: 'zh-Hant', text: '朝鮮' });
  expect(readNative('朝鮮')).toBeUndefined();
  expect(splitCell('a \\| b | c\\\\ |  | d', '|')).toEqual(['a | b', 'c\\', 'd']);
});

test('a cell that begins like a formula is kept from being calculated, and read as it was', () => {
  const { entries } = readAll('csv', "term,definition\n'=1+1,'-based\n'quoted',\"'tis\"\n");
  expect(entries.map(({ term, definition }) => [term, definition])).toEqual([
    ['=1+1', '-based'],
    ["'quoted'", "'tis"],
  ]);
});
