import { expect, test } from 'vitest';
import { checkPack, checkPacks } from './check-pack.ts';
import { formatStatistics } from './statistics.ts';

const DEFINITION =
  'An imaginary office that keeps the standard of the length of a pencil and lends it to schools. It was ' +
  'founded in 1901 and has its seat in a small town by the sea.';

const GOOD = {
  id: 'office',
  term: 'Pencil Office',
  kind: 'organization',
  forms: [{ text: 'PENO', when: 'context' }],
  native: [{ lang: 'fr', text: 'Bureau du crayon' }],
  definition: DEFINITION,
  context: ['pencil'],
  not: ['penology'],
  related: ['length'],
  sources: [{ title: 'The office', url: 'https://example.org/office' }],
};
const LENGTH = { ...GOOD, id: 'length', term: 'Pencil length', forms: [], native: [], related: ['office'] };

function pack(office: object, ...others: object[]): object {
  const head = { format: 1, id: 'pencils', title: 'Pencils', version: '2026.11.1', language: 'en' };
  return JSON.parse(JSON.stringify({ ...head, entries: [{ ...GOOD, ...office }, LENGTH, ...others] }));
}

function complaintsAbout(json: unknown): string[] {
  return checkPack(json).complaints.map(({ rule, path }) => `${rule} ${path}`);
}

test('a good glossary earns no complaint', () => {
  expect(checkPack(pack({})).complaints).toEqual([]);
});

test('what is no glossary is a complaint of the format, named for the file', () => {
  const { complaints, statistics } = checkPack({ entries: 7 }, 'seven.json');
  expect(complaints[0]).toMatchObject({ glossary: 'seven.json', rule: 'format' });
  expect(statistics).toEqual([]);
});

test.each<[string, object, string]>([
  ['an id that is not kebab-case', { id: 'length_unit' }, 'id entries[2].id'],
  ['an id used twice', { id: 'office', term: 'Other' }, 'format entries[2].id'],
  ['an empty term', { term: ' ' }, 'format entries[2].term'],
  ['no kind', { kind: undefined }, 'kind entries[2].kind'],
  ['a relation that leads nowhere', { related: ['office', 'ink'] }, 'related entries[2].related[1]'],
  [
    'a relation to another glossary that is not there',
    { related: ['ink/ink'] },
    'related entries[2].related[0]',
  ],
  ['a relation to itself', { related: ['other'] }, 'related entries[2].related[0]'],
  ['a form like its term', { forms: ['OTHER', 'other'] }, 'repeated-form entries[2].forms[2]'],
  ['a form like another but for quotes', { forms: ["A's", 'a’s'] }, 'repeated-form entries[2].forms[2]'],
  ['a form like another but for a hyphen', { forms: ['a b', 'a-b'] }, 'repeated-form entries[2].forms[2]'],
  ['a form like another but for dots', { forms: ['PQR', 'P.Q.R.'] }, 'repeated-form entries[2].forms[2]'],
  ['a form of another entry', { forms: ['pencil length'] }, 'shared-form entries[2].forms[1]'],
  [
    'a native name of another entry',
    { native: [{ lang: 'fr', text: 'Bureau du crayon' }] },
    'shared-form entries[2].native[0]',
  ],
  [
    'an ambiguous form without cues for it',
    { forms: [{ text: 'OT', when: 'context' }], context: [] },
    'cue entries[2].context',
  ],
  [
    'an ambiguous form without cues against it',
    { forms: [{ text: 'OT', when: 'context' }], not: [] },
    'cue entries[2].not',
  ],
  ['a cue that speaks for and against', { context: ['a'], not: ['a'] }, 'cue entries[2].context'],
  ['a short definition', { definition: 'An imaginary office.' }, 'definition-length entries[2].definition'],
  [
    'a long definition',
    { definition: `${DEFINITION} ${DEFINITION}` },
    'definition-length entries[2].definition',
  ],
  ['a definition without an end', { definition: DEFINITION.slice(0, -1) }, 'full-stop entries[2].definition'],
  ['HTML', { definition: `${DEFINITION} <b>Bold</b>.` }, 'markup entries[2].definition'],
  ['a character reference', { definition: `${DEFINITION} Pens &amp; ink.` }, 'markup entries[2].definition'],
  ['Markdown', { definition: `${DEFINITION} **Bold**.` }, 'markup entries[2].definition'],
  ['a Markdown link', { question: 'What is [it](here)?' }, 'markup entries[2].question'],
  ['an address', { definition: `${DEFINITION} See https://example.org/a.` }, 'url entries[2].definition'],
  ['a bare domain', { definition: `${DEFINITION} See example.org.` }, 'url entries[2].definition'],
  ['the first person', { definition: `${DEFINITION} Here we meet.` }, 'first-person entries[2].definition'],
  [
    'the first person singular',
    { definition: `${DEFINITION} It is what I use.` },
    'first-person entries[2].definition',
  ],
  ['passing time', { definition: `${DEFINITION} It is currently shut.` }, 'undated entries[2].definition'],
  ['stray white space', { definition: `${DEFINITION}  It is shut.` }, 'white-space entries[2].definition'],
  ['no source', { sources: [] }, 'source entries[2].sources'],
  [
    'a source over http',
    { sources: [{ title: 'x', url: 'http://example.org' }] },
    'source entries[2].sources[0].url',
  ],
  [
    'a source with a space',
    { sources: [{ title: 'x', url: 'https://example.org/a b' }] },
    'source entries[2].sources[0].url',
  ],
  [
    'a source without a domain',
    { sources: [{ title: 'x', url: 'https://example' }] },
    'source entries[2].sources[0].url',
  ],
])('%s is a complaint', (_, fault, expected) => {
  const other = { ...LENGTH, id: 'other', term: 'Other', ...fault };
  expect(complaintsAbout(pack({}, other))).toContain(expected);
});

test.each<[string, object]>([
  ['passing time with a date', { asOf: '2026-02', definition: `${DEFINITION} It is currently shut.` }],
  ['a roman numeral', { definition: `${DEFINITION} It survived World War I.` }],
  ['the first person in a quotation', { definition: `${DEFINITION} Its motto is “our pencil, our pride”.` }],
  ['the country US', { definition: `${DEFINITION} The US has none.` }],
  ['a shared form that waits for evidence', { forms: [{ text: 'PENO', when: 'context' }] }],
  ['forms that differ in case and keep to it', { forms: ['OT', { text: 'Ot', case: 'exact' }] }],
  ['a native name that is also a form', { forms: ['Iki'], native: [{ lang: 'fi', text: 'Iki' }] }],
])('%s is none', (_, harmless) => {
  const other = { ...LENGTH, id: 'other', term: 'Other', ...harmless };
  expect(complaintsAbout(pack({}, other))).toEqual([]);
});

test('a form that two glossaries share is a complaint in each that marks it always', () => {
  const entry = { ...GOOD, forms: ['PENO'], native: [], related: ['pencils/office'] };
  const ink = { format: 1, id: 'ink', title: 'Ink', version: '1', language: 'en', entries: [entry] };
  const { complaints } = checkPacks([
    { name: 'pencils.json', json: pack({}) },
    { name: 'ink.json', json: ink },
  ]);
  expect(complaints.map(({ glossary, rule, path }) => `${glossary}: ${rule} ${path}`)).toEqual([
    'pencils: shared-form entries[0].forms[0]',
    'ink: shared-form entries[0].forms[0]',
    'ink: shared-form entries[0].forms[1]',
  ]);
});

test('the statistics count what is there', () => {
  const [statistics] = checkPack(pack({ related: [], asOf: '2026-02' })).statistics;
  expect(statistics).toMatchObject({
    entries: 2,
    kinds: { organization: 2 },
    forms: 3,
    ambiguousForms: 1,
    nativeNames: { fr: 1 },
    meanWords: 34,
    dated: 1,
    oneWay: ['length → office'],
  });
  expect(statistics && formatStatistics(statistics)).toContain('pencils: 2 entries (organization 2)');
});
