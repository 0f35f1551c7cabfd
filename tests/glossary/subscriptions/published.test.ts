import { describe, expect, test } from 'vitest';
import { EXPORTS } from '../../../glossary/files/export.ts';
import { parseGlossary } from '../../../glossary/format.ts';
import { readPublished } from '../../../glossary/subscriptions/published.ts';

const GLOSSARY = parseGlossary({
  format: 1,
  id: 'team',
  title: 'Team words',
  version: '3',
  entries: Array.from({ length: 20 }, (_, at) => ({
    id: `e${at}`,
    term: `Term ${at}`,
    definition: `What it is, number ${at}.`,
  })),
});
const read = (text: string, url = 'https://example.org/a/team.glossary.json') =>
  readPublished({ url, bytes: new TextEncoder().encode(text), pause: async () => undefined });
const written = (format: 'json' | 'csv' | 'tsv' | 'tbx' | 'turtle') =>
  [...EXPORTS[format].write(GLOSSARY)].join('');

describe('a published file', () => {
  test.each(['json', 'csv', 'tsv', 'tbx', 'turtle'] as const)(
    'in %s is read whole, whatever its name says',
    async (format) => {
      const published = await read(written(format));
      expect(published.format).toBe(format);
      expect(published.glossary.entries.map(({ term }) => term)).toEqual(
        GLOSSARY.entries.map(({ term }) => term),
      );
      expect(published.skipped).toBe(0);
    },
  );

  test('takes its title from its address where it has none', async () => {
    const { glossary } = await read('term,definition\na,b\n', 'https://example.org/x/Sea%20words.csv');
    expect(glossary.title).toBe('Sea words');
  });

  test('with some wrong entries is taken, and says so', async () => {
    const text = JSON.stringify({
      format: 1,
      id: 'g',
      title: 'G',
      entries: [{ id: 'a', term: 'A', definition: 'a' }, { id: 'b' }],
    });
    const { glossary, skipped, remarks } = await read(text);
    expect([glossary.entries.length, skipped]).toEqual([1, 1]);
    expect(remarks[0]).toMatch(/entry "b"/);
  });
});

describe('what is refused', () => {
  const cuts = (['json', 'tbx', 'turtle'] as const).flatMap((format) =>
    [0.3, 0.5, 0.7, 0.95].map((part) => [format, part] as const),
  );
  test.each(cuts)('%s cut off at %d', async (format, part) => {
    const text = written(format);
    await expect(read(text.slice(0, Math.floor(text.length * part)))).rejects.toThrow(
      /damaged or not whole|no entry/,
    );
  });

  test('a table cut off in the middle of a quoted cell', async () => {
    await expect(read('term,definition\na,b\nc,"d and')).rejects.toThrow(/damaged or not whole/);
  });

  test.each([
    ['nothing', '', /an empty file/],
    ['a page to log in at', '<!doctype html><html><body>Log in', /a web page/],
    ['the page of a captive portal', '<html><head><title>Wi-Fi</title>', /a web page/],
    ['an error in JSON', '{"error":"over quota"}', /not whole|no entry/],
    ['an error in words', 'Service unavailable', /no entry/],
    ['an empty list', '[]', /no entry/],
    ['a picture', '\u0000\u0001GIF', /no text/],
    ['mostly wrong entries', '[{"id":"a","term":"A","definition":"a"},{},{},{}]', /Of 4 entries only 1/],
  ])('%s', async (_, text, why) => {
    await expect(read(text)).rejects.toThrow(why);
  });
});
