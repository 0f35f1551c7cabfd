import { expect, test } from 'vitest';
import { citation } from '../../entrypoints/content/copy.ts';
import { dateLanguage, readableDate } from '../../glossary/card-date.ts';
import { directionOf } from '../../glossary/direction.ts';

test.each([
  ['2026', 'en', '2026'],
  ['2026-02', 'en', 'February 2026'],
  ['2026-02-23', 'en-GB', '23 February 2026'],
  ['2026-01', 'de', 'Januar 2026'],
  ['soon', 'en', 'soon'],
])('the date %s in %s is %s', (date, language, expected) => {
  expect(readableDate(date, language)).toBe(expected);
});

test.each([
  ['en', 'en-GB', 'en-GB'],
  ['en', 'ko-KR', 'en'],
])('dates among words in %s for a reader of %s are in %s', (words, reader, expected) => {
  expect(dateLanguage(words, reader)).toBe(expected);
});

test.each([
  ['en', 'ltr'],
  ['ko-KR', 'ltr'],
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['az-Arab-IR', 'rtl'],
  ['ur-Latn', 'ltr'],
])('%s is written %s', (tag, expected) => {
  expect(directionOf(tag)).toBe(expected);
});

test('a citation is a definition with all that is needed to find it again', () => {
  const card = {
    ref: 'g/t',
    term: 'Term',
    native: [],
    definition: 'What it means.',
    lang: 'en',
    asOf: '2026-02',
    related: [],
    sources: [{ title: 'Source', url: 'https://example.org/' }],
    glossary: { id: 'g', title: 'Glossary' },
  };
  expect(citation(card)).toBe('Term: What it means.\n(Glossary, 2026-02)\nSource: https://example.org/');
});
