import { describe, expect, test } from 'vitest';
import { parseGlossary, readGlossary } from '../../glossary/format.ts';
import { FormatError } from '../../glossary/format-error.ts';

const entry = { id: 'wpk', term: "Workers' Party of Korea", definition: 'The ruling party of North Korea.' };
const glossary = (over: object = {}) => ({ format: 1, id: 'g', title: 'G', entries: [entry], ...over });
const withEntry = (over: object) => glossary({ entries: [{ ...entry, ...over }] });

describe('what a file leaves out', () => {
  test('is filled in', () => {
    const parsed = parseGlossary(glossary());
    expect(parsed).toMatchObject({ version: '1', language: 'en', context: [] });
    expect(parsed.entries[0]).toEqual({
      ...entry,
      forms: [{ text: entry.term, case: 'fold', when: 'always' }],
      native: [],
      context: [],
      not: [],
      related: [],
      sources: [],
    });
  });

  test.each([
    ['WPK', 'exact'],
    ['5-HT', 'exact'],
    ['PoE', 'fold'],
    ['조선', 'fold'],
    ['2270', 'fold'],
  ])('%s is matched %s', (text, rule) => {
    expect(parseGlossary(withEntry({ forms: [text] })).entries[0]?.forms[1]).toMatchObject({ case: rule });
  });

  test('a form with the text of the term replaces it', () => {
    const forms = ['WPK', { text: entry.term, when: 'context' }];
    expect(parseGlossary(withEntry({ forms })).entries[0]?.forms).toEqual([
      { text: entry.term, case: 'fold', when: 'context' },
      { text: 'WPK', case: 'exact', when: 'always' },
    ]);
  });
});

describe('complaints say where, what and what was expected', () => {
  test.each([
    ['nothing', undefined, '', 'nothing', 'a glossary'],
    ['a list', [], 'format', 'nothing', 'a glossary with "format"'],
    ['another format', glossary({ format: 2 }), 'format', '2', 'format 1'],
    ['no entries', glossary({ entries: {} }), 'entries', 'an object', 'a list of entries'],
    ['an id with a slash', glossary({ id: 'a/b' }), 'id', '"a/b"', 'an id'],
    ['no term', withEntry({ term: ' ' }), 'entries[0].term', '" "', 'not blank'],
    ['a form of a wrong type', withEntry({ forms: ['a', 7] }), 'entries[0].forms[1]', '7', 'a form'],
    ['a wrong date', withEntry({ asOf: 'May' }), 'entries[0].asOf', '"May"', 'a date'],
    ['an unknown kind', withEntry({ kind: 'thing' }), 'entries[0].kind', '"thing"', 'one of'],
    [
      'a script as a source',
      withEntry({ sources: [{ title: 'x', url: 'javascript:alert(1)' }] }),
      'entries[0].sources[0].url',
      '"javascript:alert(1)"',
      'https://',
    ],
    [
      'a form that is never matched',
      withEntry({ forms: ['WPK', '…'] }),
      'entries[0].forms[1]',
      '"…"',
      'letter or digit',
    ],
    [
      'a term too long to be one',
      withEntry({ term: 'x'.repeat(900) }),
      'entries[0].term',
      `"${'x'.repeat(59)}…`,
      '256',
    ],
    [
      'a million empty forms',
      withEntry({ forms: Array(1_000_000).fill('') }),
      'entries[0].forms',
      'a list',
      'at most 500 forms',
    ],
    [
      'a million cues of a glossary',
      glossary({ context: Array(1_000_000).fill('x') }),
      'context',
      'a list',
      'at most 500 words',
    ],
    ['one id twice', glossary({ entries: [entry, entry] }), 'entries[1].id', '"wpk"', 'entries[0]'],
  ])('%s', (_, json, path, value, expected) => {
    const { issues } = readGlossary(json);
    expect(issues[0]).toEqual({ path, value, expected: expect.stringContaining(expected) });
    expect(() => parseGlossary(json)).toThrow(FormatError);
  });

  test('a long wrong value is quoted in part', () => {
    expect(readGlossary(glossary({ format: 'x'.repeat(10_000) })).issues[0]?.value.length).toBeLessThan(70);
  });
});

test('the entries that are right are read beside those that are not', () => {
  const reading = readGlossary(glossary({ entries: [{ id: 'x' }, entry, null] }));
  expect(reading.glossary?.entries.map((one) => one.id)).toEqual(['wpk']);
  expect(reading.issues.map((issue) => issue.path)).toEqual([
    'entries[0].term',
    'entries[0].definition',
    'entries[2]',
  ]);
});

test('keys that would reach a prototype are nothing but unknown keys', () => {
  const json: unknown = JSON.parse(
    JSON.stringify(glossary()).replace('"id":"wpk"', '"id":"wpk","__proto__":{"polluted":1}'),
  );
  expect(parseGlossary(json).entries[0]).not.toHaveProperty('polluted');
  expect({}).not.toHaveProperty('polluted');
});
