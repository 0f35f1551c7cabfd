import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { detectFormat } from '../../../glossary/files/detect.ts';
import { bytes, bytesOf, FIXTURES } from './fixture.ts';
import { dictionary } from './made-dictionary.ts';

test.each(FIXTURES)('$file is known by its content', ({ file, format }) => {
  expect(detectFormat('download', bytesOf(file)).format).toBe(format);
});

const utf16 = (text: string) =>
  new Uint8Array(new Uint16Array([...text].map((one) => one.charCodeAt(0))).buffer);

test.each([
  ['a Yomitan dictionary', 'x.zip', dictionary(), 'yomitan'],
  ['JSON', 'x', bytes('\ufeff {"format":1}'), 'json'],
  ['a table', 'x.txt', bytes('term,definition\na,b'), 'csv'],
  ['a table with tabs', 'x.txt', bytes('term\tdefinition\na\tb'), 'tsv'],
  ['a table by its name', 'x.tsv', bytes('term'), 'tsv'],
  ['cards for Anki', 'x.txt', bytes('#separator:tab\n#html:false\na\tb\n'), 'tsv'],
  ['TBX in UTF-16', 'x', utf16('\ufeff<?xml version="1.0"?><martif type="TBX">'), 'tbx'],
  [
    'TBX after a document type',
    'x.xml',
    bytes('<!-- <a> --><!DOCTYPE martif [ <!ENTITY a "<b>"> ]>\n<martif>'),
    'tbx',
  ],
  ['a dialect of TBX', 'x.xml', bytes('<t:TBX xmlns:t="urn:iso:std:iso:30042:ed-2">'), 'tbx'],
  ['Turtle with SPARQL prefixes', 'x', bytes('# c\nPREFIX skos: <http://x>\n'), 'turtle'],
  ['Turtle by its name', 'x.ttl', bytes('  '), undefined],
  ['N-Triples', 'x', bytes('<http://a> <http://b> "c" .'), 'turtle'],
  [
    'an Excel workbook',
    'x.xlsx',
    zipSync({ '[Content_Types].xml': bytes('x'), 'xl/workbook.xml': bytes('x') }),
    undefined,
  ],
  ['a web page', 'x.html', bytes('<!doctype html><html><body>'), undefined],
  ['a PDF', 'x.csv', bytes('%PDF-1.7'), undefined],
  ['a picture', 'x.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), undefined],
  ['nothing', 'x.csv', new Uint8Array(), undefined],
] as const)('%s', (_, name, head, format) => {
  const detection = detectFormat(name, head);
  expect(detection.format).toBe(format);
  expect(detection.found).not.toBe('');
});
