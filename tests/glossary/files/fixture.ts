import { readFileSync } from 'node:fs';
import { readAll } from '../../../glossary/files/read-all.ts';
import type { FileFormat, ReadOptions } from '../../../glossary/files/reading.ts';

/** A file in the shape of a real export, and how it is read. */
export interface Fixture {
  readonly file: string;
  readonly format: FileFormat;
}

export const FIXTURES: readonly Fixture[] = [
  { file: 'iate.tbx', format: 'tbx' },
  { file: 'microsoft.tbx', format: 'tbx' },
  { file: 'memoq.tbx', format: 'tbx' },
  { file: 'basic-dct.tbx', format: 'tbx' },
  { file: 'eurovoc.rdf', format: 'rdf-xml' },
  { file: 'unesco.ttl', format: 'turtle' },
  { file: 'agrovoc.nt', format: 'turtle' },
  { file: 'google-sheets.csv', format: 'csv' },
  { file: 'multiterm.tsv', format: 'tsv' },
];

/** The bytes of a fixture. */
export function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`fixtures/${file}`, import.meta.url)));
}

/** A fixture, read as a whole. */
export function readFixture(file: string, options: ReadOptions = {}) {
  const format = FIXTURES.find((fixture) => fixture.file === file)?.format ?? 'json';
  return readAll(format, bytesOf(file), options);
}

export const bytes = (text: string) => new TextEncoder().encode(text);
