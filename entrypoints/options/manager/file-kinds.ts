import type { Glossary } from '../../../glossary/entry.ts';
import { csvReader, csvSurveyor, writeCsv } from '../../../glossary/files/csv.ts';
import { jsonReader, jsonSurveyor, writeJson } from '../../../glossary/files/json.ts';
import type { GlossaryReader, ReadOptions, Surveyor } from '../../../glossary/files/reading.ts';
import { skosReader, skosSurveyor } from '../../../glossary/files/skos.ts';
import { writeTurtle } from '../../../glossary/files/skos-write.ts';
import { tbxReader, tbxSurveyor } from '../../../glossary/files/tbx.ts';
import { writeTbx } from '../../../glossary/files/tbx-write.ts';

/** A format that files come in. */
interface FileKind {
  readonly read: (options: ReadOptions) => GlossaryReader;
  readonly survey: () => Surveyor;
}

const KINDS = {
  json: { read: jsonReader, survey: jsonSurveyor },
  table: { read: (options) => csvReader(options), survey: () => csvSurveyor() },
  tbx: { read: tbxReader, survey: tbxSurveyor },
  turtle: { read: (options) => skosReader('turtle', options), survey: () => skosSurveyor('turtle') },
  'rdf-xml': { read: (options) => skosReader('rdf-xml', options), survey: () => skosSurveyor('rdf-xml') },
} satisfies Record<string, FileKind>;

/**
 * The format of a file, by what it begins with: names of files are often wrong, and pasted text has none.
 * `undefined` where it is none that can be read.
 *
 * @example kindOf('{ "format": 1') // 'json'
 */
export function kindOf(beginning: string): keyof typeof KINDS | undefined {
  // Two bytes a letter and the marks before them make no difference here.
  const start = beginning.replace(/[\0\uFEFF\u00FE\u00FF\u00EF\u00BB\u00BF]/g, '').trimStart();
  if (start === '' || start.startsWith('PK\u0003')) return undefined;
  if (/^[{[]/.test(start)) return 'json';
  if (/^<[?!\w]/.test(start)) return /<rdf:RDF|<\w*:?RDF[\s>]/.test(start) ? 'rdf-xml' : 'tbx';
  if (/^(#[^\n]*\n\s*)*(@prefix|@base|PREFIX|BASE)\s/i.test(start)) return 'turtle';
  return 'table';
}

export function readingOf(kind: keyof typeof KINDS): FileKind {
  return KINDS[kind];
}

/** The formats that a glossary can be saved in: the ending of the file, its type, and what writes it. */
export const WRITERS = {
  json: { ending: 'glossary.json', type: 'application/json', write: writeJson },
  csv: { ending: 'csv', type: 'text/csv', write: (glossary: Glossary) => writeCsv(glossary) },
  tsv: {
    ending: 'tsv',
    type: 'text/tab-separated-values',
    write: (glossary: Glossary) => writeCsv(glossary, '\t'),
  },
  tbx: { ending: 'tbx', type: 'application/x-tbx', write: writeTbx },
  turtle: { ending: 'ttl', type: 'text/turtle', write: writeTurtle },
} as const;
export type WrittenFormat = keyof typeof WRITERS;
