import { describe, expect, test } from 'vitest';
import { complaintText } from '../../../glossary/files/complaint.ts';
import { openReader, openSurveyor } from '../../../glossary/files/open.ts';
import { PreviewMaker } from '../../../glossary/files/preview.ts';
import { proposeOptions, readAll } from '../../../glossary/files/read-all.ts';
import { bytesOf, readFixture } from './fixture.ts';
import { dictionary } from './made-dictionary.ts';

const told = (complaints: readonly Parameters<typeof complaintText>[0][]) => complaints.map(complaintText);

describe('TBX', () => {
  test('of 2019 with attributes, in the shape of IATE', () => {
    const { entries, complaints } = readFixture('iate.tbx', { language: 'en' });
    expect(entries).toEqual([
      {
        id: '3515206',
        term: 'risk margin',
        forms: ['RM', 'hazard loading'],
        native: [{ lang: 'de', text: 'Risikomarge' }],
        definition: 'additional amount that an insurer holds for the uncertainty of its obligations',
        sources: [{ title: 'Directive 2009/138/EC', url: 'https://example.org/dir/2009/138' }],
      },
    ]);
    expect(told(complaints)).toEqual([
      'line 43, conceptEntry "127562": expected a definition or note in en, found none for "services agreement"',
    ]);
  });

  test('of 2008, in the shape of Microsoft: terms of one language, definitions of another', () => {
    const { head, entries } = readFixture('microsoft.tbx', { language: 'de', definitions: 'en', names: [] });
    expect(head.language).toBe('en');
    expect(entries).toEqual([
      { id: '14830_1436041', term: 'dunkler Modus', definition: 'A screen mode that turns colors around.' },
    ]);
  });

  test('of 2008 with a document type, in the shape of memoQ', () => {
    const { head, entries, complaints } = readFixture('memoq.tbx');
    expect(head).toEqual({ id: 'engine-terms', title: 'Engine terms', language: 'en' });
    expect(entries).toEqual([
      {
        id: '1',
        term: 'flywheel',
        forms: ['fly wheel'],
        native: [{ lang: 'de', text: 'Schwungrad' }],
        definition: 'Wheel that keeps a shaft turning evenly.',
      },
      { id: '2', term: 'crankshaft', definition: 'Turns and turns.', related: ['1'] },
    ]);
    expect(told(complaints)).toEqual([
      'line 2, the file: expected none; it is not read, found a document type',
    ]);
  });

  test('of 2019 with elements: the preferred term first, relations, and where to look it up', () => {
    expect(readFixture('basic-dct.tbx').entries).toEqual([
      {
        id: 'c5',
        term: 'opacity factor',
        forms: ['OF'],
        native: [{ lang: 'hu', text: 'átlátszatlansági tényező' }],
        definition: 'Value between 0 and 1 that says how opaque a thing is.',
        related: ['c6'],
        sources: [{ title: 'Picture of one', url: 'https://example.org/e-beam' }],
      },
    ]);
  });

  test('entries without a definition are explained by their names, if that is wanted', () => {
    const { entries } = readFixture('iate.tbx', { language: 'en', bare: 'names' });
    expect(entries.at(-1)).toMatchObject({
      term: 'services agreement',
      definition: 'accord de services (fr)',
    });
  });

  test('in UTF-16, as some programs save it', () => {
    const text = new TextDecoder().decode(bytesOf('basic-dct.tbx')).replace('UTF-8', 'UTF-16');
    const units = new Uint8Array(
      new Uint16Array([0xfeff, ...[...text].map((one) => one.charCodeAt(0))]).buffer,
    );
    expect(readAll('tbx', units).entries).toEqual(readFixture('basic-dct.tbx').entries);
  });
});

describe('SKOS', () => {
  test('as RDF/XML, in the shape of EuroVoc: labels and notes that are resources', () => {
    const { head, entries, complaints } = readFixture('eurovoc.rdf');
    expect(head.title).toBe('A thesaurus of the Union');
    expect(entries).toEqual([
      {
        id: '1864',
        term: 'fishing agreement',
        forms: ['fisheries agreement', 'fishing accord'],
        native: [
          { lang: 'de', text: 'Fischereiabkommen' },
          { lang: 'bg', text: 'споразумение за риболов' },
        ],
        definition: 'Agreement on who may fish where.',
        related: ['2'],
        sources: [{ title: 'Council Regulation', url: 'https://example.org/reg' }],
      },
      { id: '2', term: 'fisheries policy', definition: 'Use for the rules on fishing of a state.' },
    ]);
    expect(complaints.map(({ found }) => found)).toEqual(['owl:deprecated']);
  });

  test('as Turtle, in the shape of UNESCO: lists, comments, long texts, collections', () => {
    const { head, entries } = readFixture('unesco.ttl');
    expect(head).toMatchObject({
      title: 'Thesaurus of an organization',
      license: 'http://creativecommons.org/licenses/by-sa/3.0/igo/',
    });
    expect(entries).toEqual([
      {
        id: 'concept10',
        term: 'Education',
        forms: ['Educational process'],
        native: [
          { lang: 'fr', text: 'Éducation' },
          { lang: 'ru', text: 'Образование' },
        ],
        definition: 'Use for the process of learning,\nin school and "elsewhere".',
        related: ['concept11', 'concept12'],
      },
      {
        id: 'concept11',
        term: 'Schools',
        native: [{ lang: 'fr', text: 'Écoles' }],
        definition: 'Where one is taught.',
      },
    ]);
  });

  test('as N-Triples, in the shape of AGROVOC', () => {
    const { entries } = readFixture('agrovoc.nt');
    expect(entries).toEqual([
      {
        id: 'c_12332',
        term: 'maize',
        forms: ['corn (maize)'],
        native: [{ lang: 'fr', text: 'maïs' }],
        definition: 'Tall grass that is grown for its grain.',
        related: ['c_1474'],
        sources: [{ title: 'example.org', url: 'https://example.org/maize' }],
      },
      { id: 'c_1474', term: 'cereals', definition: 'Grasses with grains that are eaten.' },
    ]);
  });

  test('a statement that is wrong costs only itself', () => {
    const text = `@prefix s: <http://www.w3.org/2004/02/skos/core#> .
<a> s:prefLabel "A"@en ; s:definition "first"@en .
<b> s:prefLabel "B@en ; s:definition oops .
<c> x:prefLabel "C"@en .
<d> s:prefLabel "D"@en ; s:definition "last"@en .
`;
    const { entries, complaints } = readAll('turtle', text);
    expect(entries.map(({ term }) => term)).toEqual(['A', 'D']);
    expect(told(complaints)).toEqual([
      'line 3, statement about <b>: expected a text that ends with ", found "\\"B@en ; s:definition oops ."',
      'line 4, statement about <c>: expected a prefix that is declared before (a property), found "x:prefLabel"',
    ]);
  });
});

describe('Yomitan', () => {
  test('rows about one word make one entry; readings need evidence', () => {
    const { head, entries, complaints } = readAll('yomitan', dictionary());
    expect(head).toMatchObject({ title: 'Small dictionary', language: 'en', version: '2026.1' });
    expect(entries).toEqual([
      {
        id: '1408840',
        term: '打つ',
        forms: [
          { text: '打つ', lang: 'ja' },
          { text: '撃つ', lang: 'ja' },
          { text: 'うつ', lang: 'ja', when: 'context' },
        ],
        definition: '[うつ] to strike\nto hit\n打\nto shoot; to attack',
      },
      {
        id: '日本',
        term: '日本',
        forms: [
          { text: '日本', lang: 'ja' },
          { text: 'にほん', lang: 'ja', when: 'context' },
        ],
        definition: '[にほん] Japan; Nippon',
      },
    ]);
    expect(complaints.map(({ effect, found }) => [effect, found])).toEqual([
      ['noted', 'structured content, here and maybe later'],
      ['changed', '"<i>Nippon</i>"'],
      ['skipped', 'none for "にほん"'],
    ]);
  });
});

test('a survey says which languages a file has, and the beginning of the file is enough', () => {
  const surveyor = openSurveyor('tbx');
  surveyor.write(bytesOf('iate.tbx').slice(0, -60));
  expect(surveyor.end().languages).toEqual([
    { language: 'en', terms: 2, definitions: 1 },
    { language: 'de', terms: 1, definitions: 0 },
    { language: 'fr', terms: 1, definitions: 0 },
  ]);
});

test.each([
  ['microsoft.tbx', 'tbx', 'en', { language: 'en-US', definitions: 'en-US' }],
  ['microsoft.tbx', 'tbx', 'de', { language: 'de-DE', definitions: 'en-US' }],
  ['unesco.ttl', 'turtle', 'en', { language: 'en', definitions: 'en' }],
  ['unesco.ttl', 'turtle', 'ko', { language: 'en', definitions: 'en' }],
] as const)('languages are proposed for %s (%s) to a reader of %s', (file, format, wanted, proposed) => {
  expect(proposeOptions(format, bytesOf(file), wanted)).toEqual(proposed);
});

test('a preview keeps what it shows, and counts the rest', () => {
  const reader = openReader('csv');
  const maker = new PreviewMaker(2);
  maker.add(reader.write('term,definition\na,1\nb,\nc,3\nd,4\n'));
  maker.add(reader.end());
  const { first, tally, complaints } = maker.preview(reader);
  expect(first.map(({ term }) => term)).toEqual(['a', 'c']);
  expect(tally).toEqual({ entries: 3, skipped: 1, changed: 0, complaints: 1 });
  expect(told(complaints)).toEqual([
    'line 3, row "b": expected a definition or note in en, found none for "b"',
  ]);
});
