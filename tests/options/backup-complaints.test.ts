import { describe, expect, test } from 'vitest';
import { complaintText, wrongSettingText } from '../../entrypoints/options/backup-complaints.ts';
import { readBackup } from '../../entrypoints/platform/backup/read-backup.ts';

/** What the page says of a backup with these parts. */
function said(parts: Readonly<Record<string, unknown>>): string[] {
  const { complaints } = readBackup(JSON.stringify({ glossator: 'backup', version: 1, ...parts }));
  return complaints.map(complaintText);
}

const glossary = (...entries: unknown[]) => ({ format: 1, id: 'team', title: 'Team words', entries });
const kcna = { id: 'kcna', term: 'KCNA', definition: 'A news agency.' };

describe('what of an entry cannot be used is told by glossary, entry and field', () => {
  test.each([
    [
      'a form',
      { ...kcna, forms: ['A', 7] },
      '“KCNA” › Form 2: expected text, or text with its rules, found 7',
    ],
    [
      'a form’s text',
      { ...kcna, forms: [{}] },
      '“KCNA” › Form 1: expected text, or text with its rules, found an object',
    ],
    [
      'forms',
      { ...kcna, forms: 7 },
      '“KCNA” › How it is written on pages: expected a list of forms, found 7',
    ],
    ['no term', { ...kcna, term: undefined }, '› Term: is missing; expected text'],
    ['no definition', { ...kcna, definition: undefined }, '“KCNA” › Definition: is missing; expected text'],
    [
      'a date',
      { ...kcna, asOf: 'May' },
      '“KCNA” › As of: expected a date: 2026, 2026-02 or 2026-02-23, found "May"',
    ],
    [
      'a source',
      { ...kcna, sources: [{ title: 'T' }] },
      '“KCNA” › Source 1 › address: is missing; expected text',
    ],
    [
      'a source’s address',
      { ...kcna, sources: [{ title: 'T', url: 'ftp:x' }] },
      '› Source 1 › address: expected an address that begins with https:// or http://, found "ftp:x"',
    ],
    ['a name', { ...kcna, native: [7] }, '› Name 1: expected a name and the tag of its language, found 7'],
    ['no entry', 7, 'Glossary “Team words” › entry 1: expected a term and its definition, found 7'],
  ])('%s', (_, entry, text) => {
    const all = said({ files: [glossary(entry)] });
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(/^Glossary “Team words” › entry 1/);
    expect(all[0]).toContain(text);
  });

  test('an entry whose id another has', () => {
    expect(said({ own: glossary(kcna, kcna) })).toEqual([
      'My terms › entry 2, “KCNA” › id: expected an id of its own (entry 1 has it already), found "kcna"',
    ]);
  });

  test('a glossary without a title is told by its place', () => {
    expect(said({ files: [glossary(), { ...glossary(), title: 7 }] })).toEqual([
      'Glossary number 2 › title: expected text, found 7',
    ]);
  });

  test.each([
    [{ url: 'ftp:x' }, '“ftp:x” › address: expected an address that begins with https://, found "ftp:x"'],
    [{ url: 7 }, 'number 1 › address: expected an address that begins with https://, found 7'],
    [{}, 'number 1 › address: is missing; expected an address that begins with https://'],
    [7, 'number 1: expected a subscription with an address that begins with https://, found 7'],
  ])('a subscription without an address: %j', (subscription, text) => {
    expect(said({ subscriptions: [subscription] })).toEqual([`Subscription ${text}`]);
  });

  const url = 'https://example.org/team.json';
  test.each([
    [7, ': expected a list, found 7'],
    [[{ entry: 7, seen: kcna }], ' › entry 1: expected a term and its definition, found 7'],
    [
      [
        { entry: kcna, seen: kcna },
        { entry: kcna, seen: { ...kcna, id: 'b' } },
      ],
      ' › entry 2 › id: expected the id of the entry that it is instead of, "b", found "kcna"',
    ],
  ])('the reader’s wording in one: %j', (overrides, text) => {
    expect(said({ subscriptions: [{ url, overrides }] })).toEqual([
      `Your own words in the subscription “${url}”${text}`,
    ]);
  });

  test('a wording that cannot be used takes neither the subscription nor other wordings along', () => {
    const json = { url, overrides: [7, { entry: kcna, seen: kcna }] };
    const { backup } = readBackup(JSON.stringify({ glossator: 'backup', version: 1, subscriptions: [json] }));
    expect(backup.subscriptions).toMatchObject([{ url, overrides: [{ entry: { id: 'kcna' } }] }]);
  });
});

describe('what of the settings cannot be used is told in the words of the page', () => {
  test.each([
    [{ hidden: 7 }, 'Settings › Hidden terms: expected a list, found 7'],
    [{ hidden: ['a', 7] }, 'Settings › Hidden terms 2: expected text, found 7'],
    [
      { sites: { mode: 'x', rules: [] } },
      'Settings › Sites › Glossator is: expected "except" or "only", found "x"',
    ],
    [
      { sites: { mode: 'only', rules: [{ pattern: 'a', on: 1 }] } },
      'Settings › Sites › Rule 1 › On or Off: expected yes or no, written true or false, found 1',
    ],
    [{ sites: { rules: [] } }, 'Settings › Sites › Glossator is: is missing; expected a value'],
  ])('%j', (settings, text) => {
    expect(said({ settings })).toEqual([text]);
  });

  test.each([
    [['settings', 'delay'], '<=5000', '6000', 'Rest before a card opens: expected at most 5,000, found 6000'],
    [['settings', 'delay'], '>=0', '-1', 'Rest before a card opens: expected at least 0, found -1'],
    [
      ['settings', 'look', 'colour'],
      '/^(auto)$/i',
      '"red"',
      'How terms look › Colour: expected auto, or a colour such as #1a56a8, found "red"',
    ],
    [['settings', 'constructor'], 'string', 'Array', 'constructor: expected text, found a list'],
  ])('%j %s', (path, expected, found, text) => {
    expect(wrongSettingText({ path, expected, found })).toBe(`Settings › ${text}`);
  });
});
