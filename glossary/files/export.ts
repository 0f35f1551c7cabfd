import type { Glossary } from '../entry.ts';
import { writeAnki } from './anki.ts';
import { writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import { writeTurtle } from './skos-write.ts';
import { writeTbx } from './tbx-write.ts';

/** How a format is written: `new Blob([...write(glossary)], { type })`. */
export interface Export {
  readonly extension: string;
  readonly type: string;
  /** Gives the file in pieces. */
  readonly write: (glossary: Glossary) => Iterable<string>;
}

/** The formats that can be written. JSON holds everything; each writer says what it holds. */
export const EXPORTS = {
  json: { extension: 'glossary.json', type: 'application/json', write: writeJson },
  csv: { extension: 'csv', type: 'text/csv', write: (glossary) => writeCsv(glossary) },
  tsv: { extension: 'tsv', type: 'text/tab-separated-values', write: (glossary) => writeCsv(glossary, '\t') },
  tbx: { extension: 'tbx', type: 'application/x-tbx+xml', write: writeTbx },
  turtle: { extension: 'ttl', type: 'text/turtle', write: writeTurtle },
  anki: { extension: 'txt', type: 'text/plain', write: writeAnki },
} as const satisfies Readonly<Record<string, Export>>;
export type ExportFormat = keyof typeof EXPORTS;
