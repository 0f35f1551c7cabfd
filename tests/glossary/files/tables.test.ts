import { describe, expect, test } from 'vitest';
import { columnNamed } from '../../../glossary/files/column-names.ts';
import { readForm } from '../../../glossary/files/csv-cells.ts';
import { guessColumns } from '../../../glossary/files/csv-columns.ts';
import { guessDelimiter } from '../../../glossary/files/delimiter.ts';
import { readAll } from '../../../glossary/files/read-all.ts';
import { bytes, readFixture } from './fixture.ts';

const roles = (header: readonly string[], sample: readonly (readonly string[])[] = []) =>
  guessColumns(header, sample).columns.map(({ role, lang }) =>
    lang === undefined ? role : `${role} ${lang}`,
  );

test.each([
  [
    ['Term', 'Definition'],
    ['term', 'definition'],
  ],
  [
    ['Acronym', 'Meaning'],
    ['term', 'definition'],
  ],
  [
    ['Abbreviation', 'Full name', 'Description'],
    ['term', 'forms', 'definition'],
  ],
  [
    ['Begriff', 'Erklärung', 'Synonyme', 'Quelle'],
    ['term', 'definition', 'forms', 'sources'],
  ],
  [
    ['Nr.', 'Terme', 'Définition', 'Remarque'],
    ['id', 'term', 'definition', 'note'],
  ],
  [
    ['EntryID', 'EN', 'DE', 'Definition EN'],
    ['id', 'term en', 'term de', 'definition en'],
  ],
  [
    ['English', 'English_Synonym', 'German', 'Definition [de]'],
    ['term en', 'forms en', 'term de', 'definition de'],
  ],
  [
    ['term:en', 'synonym (en-US)', 'definition/en', 'native:ko'],
    ['term en', 'forms en-US', 'definition en', 'term ko'],
  ],
  [
    ['용어', '정의'],
    ['term', 'definition'],
  ],
  [
    ['ID', 'Language', 'Term', 'Definition'],
    ['id', 'language', 'term', 'definition'],
  ],
  [
    ['Wat', 'Term'],
    ['definition', 'term'],
  ],
  [
    ['Subject', 'Name', 'Notes'],
    ['ignore', 'term', 'note'],
  ],
])('columns named %j hold %j', (header, expected) => {
  expect(roles(header)).toEqual(expected);
});

test('a table without names is known by what stands in it', () => {
  const rows = [
    ['1', 'WPK', 'The party that rules, and has done so since 1948.', 'https://example.org/1'],
    ['2', 'DPRK', 'What the state calls itself in all its papers.', 'https://example.org/2'],
  ];
  expect(guessColumns(rows[0] ?? [], rows.slice(1))).toEqual({
    header: false,
    columns: [{ role: 'ignore' }, { role: 'term' }, { role: 'definition' }, { role: 'sources' }],
  });
});

test.each([
  ['a; b', ';'],
  ['a | b; c', '|'],
  ['a, b', ','],
  ['a\nb, c', '\n'],
  ['the party of the whole long name, which says nothing of the kind', undefined],
])('between the names in %j stands %j', (cell, split) => {
  const { columns } = guessColumns(['term', 'synonyms', 'definition'], [['x', cell, 'd']]);
  expect(columns[1]).toEqual(split === undefined ? { role: 'forms' } : { role: 'forms', split });
});

test('a person can say what the columns hold', () => {
  const columns = [{ role: 'definition' }, { role: 'term' }, { role: 'forms', split: ',' }] as const;
  const { entries } = readAll('csv', 'a,b,c\nThe party.,WPK,"PdAK,the party"\n', {
    columns: { header: true, columns },
  });
  expect(entries).toEqual([
    { id: 'wpk', term: 'WPK', forms: ['PdAK', 'the party'], definition: 'The party.' },
  ]);
});

test.each(['constructor', '__proto__', 'toString', ''])('no column is called %j by accident', (name) => {
  expect(columnNamed(name)).toBeUndefined();
});

test.each([
  ['a,b\n1,2', ','],
  ['a;b\n1,5;2,5', ';'],
  ['a\tb, c\n1\t2, 3', '\t'],
  ['a|b\nx, y|z', '|'],
  ['"a;b;c",d\n"e;f",g', ','],
  ['term\nonly', ','],
])('the cells of %j are cut at %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});

describe('files of programs', () => {
  const umlauts = 'Begriff;Erklärung\r\nMüll;„was wächst“ – größer\r\n';
  const windows = Uint8Array.from(
    [...umlauts].map((one) => ({ '„': 0x84, '“': 0x93, '–': 0x96 })[one] ?? one.charCodeAt(0)),
  );
  const utf16 = new Uint8Array(
    new Uint16Array([...`\ufeff${umlauts.replaceAll(';', '\t')}`].map((one) => one.charCodeAt(0))).buffer,
  );
  const entry = { id: 'mull', term: 'Müll', definition: '„was wächst“ – größer' };

  test.each([
    ['Excel, CSV UTF-8', bytes(`\ufeff${umlauts}`)],
    ['Excel, CSV, in Windows-1252', windows],
    ['Excel, Unicode text (UTF-16)', utf16],
    ['Excel with "sep="', bytes(`sep=;\r\n${umlauts}`)],
    ['old Macintosh line ends', bytes(umlauts.replaceAll('\r\n', '\r'))],
    ['no line end at the end', bytes(umlauts.trimEnd())],
  ])('%s', (_, file) => {
    expect(readAll('csv', file).entries).toEqual([entry]);
  });

  test('Windows-1252 is told, and another encoding can be chosen', () => {
    expect(readAll('csv', windows).complaints).toMatchObject([{ effect: 'noted', where: 'encoding' }]);
    const cyrillic = Uint8Array.from(
      [...'term,definition\nM,'].map((one) => one.charCodeAt(0)).concat(0xcc, 0xe8, 0xf0),
    );
    expect(readAll('csv', cyrillic, { encoding: 'windows-1251' }).entries).toMatchObject([
      { definition: 'Мир' },
    ]);
    expect(readAll('csv', cyrillic, { encoding: 'klingon' }).complaints[0]).toMatchObject({
      where: 'encoding',
      found: '"klingon"',
    });
  });

  test('Google Sheets: quotes, lines in cells, empty rows, tags', () => {
    const { entries, complaints } = readFixture('google-sheets.csv');
    expect(entries).toEqual([
      {
        id: 'wpk',
        term: 'WPK',
        forms: ["Workers' Party", 'PdAK'],
        definition: 'The ruling party, and\nthe only one that counts.',
        sources: [{ title: 'example.org', url: 'https://example.org/wpk' }],
      },
      { id: 'dprk', term: 'DPRK', definition: 'Korea\'s "northern" half' },
      {
        id: 'spa',
        term: 'SPA',
        forms: ['Assembly'],
        definition: 'The parliament of it.',
        sources: [{ title: 'example.org', url: 'https://example.org/spa' }],
      },
    ]);
    expect(complaints).toMatchObject([{ effect: 'changed', line: 6, where: 'column "Definition"' }]);
  });

  test('MultiTerm: a column for each language, synonyms in more columns and rows', () => {
    expect(readFixture('multiterm.tsv').entries).toEqual([
      {
        id: '12',
        term: 'flywheel',
        forms: ['fly wheel'],
        native: ['Schwungrad', 'Schwungscheibe', 'Schwungmasse'].map((text) => ({ lang: 'de', text })),
        definition: 'Wheel that stores motion.',
      },
      {
        id: '13',
        term: 'crank',
        forms: ['winch handle'],
        native: ['Kurbel', 'Handkurbel'].map((text) => ({ lang: 'de', text })),
        definition: 'Arm on a shaft.',
      },
    ]);
  });

  test('a row for each language under one number', () => {
    const rows =
      'id,language,term,definition\n7,en,peace,No war.\n7,de,Frieden,Kein Krieg.\n8,en,war,No peace.\n';
    expect(readAll('csv', rows, { language: 'de' }).entries).toEqual([
      { id: '7', term: 'Frieden', native: [{ lang: 'en', text: 'peace' }], definition: 'Kein Krieg.' },
    ]);
  });
});

test('a quote that is never closed costs one row', () => {
  const { entries, complaints } = readAll(
    'csv',
    'term,definition\na,"unclosed\nb,fine\nc,"also ""fine"""\nd,last\n',
  );
  expect(entries.map(({ term }) => term)).toEqual(['b', 'c', 'd']);
  expect(complaints).toEqual([
    {
      effect: 'skipped',
      line: 2,
      where: 'row',
      found: '"a,\\"unclosed"',
      expected: 'a quote that closes the cell',
    },
  ]);
});

test.each([
  ['RGB {context}', { text: 'RGB', rules: { when: 'context' } }],
  ['us {exact, lang:en-US}', { text: 'us', rules: { case: 'exact', lang: 'en-US' } }],
  ['set {a, b}', { text: 'set {a, b}' }],
  ['set {context} {}', { text: 'set {context}' }],
])('the form %j', (cell, form) => {
  expect(readForm(cell)).toEqual(form);
});
