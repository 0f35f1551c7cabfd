import type { Glossary } from '../entry.ts';
import { readGlossary } from '../format.ts';
import type { RawEntry } from '../format-schema.ts';
import type { FileComplaint } from './complaint.ts';
import { openReader, openSurveyor } from './open.ts';
import type { Chunk, FileFormat, Head, ReadOptions, Tally } from './reading.ts';
import { proposeLanguages } from './survey.ts';

/** Bytes of a file that are handed to its reader at a time. */
const CHUNK = 64 * 1024;

/** A whole file, read. */
export interface WholeFile {
  readonly head: Head;
  readonly entries: readonly RawEntry[];
  readonly complaints: readonly FileComplaint[];
  readonly tally: Tally;
}

/** Reads a file that is in memory as a whole. What does not fit into memory goes to `openReader` in pieces. */
export function readAll(format: FileFormat, file: Chunk, options: ReadOptions = {}): WholeFile {
  const reader = openReader(format, options);
  const entries: RawEntry[] = [];
  const complaints: FileComplaint[] = [];
  for (let at = 0; at <= file.length; at += CHUNK) {
    const last = at + CHUNK > file.length;
    const piece = file.slice(at, at + CHUNK);
    for (const batch of last ? [reader.write(piece), reader.end()] : [reader.write(piece)]) {
      for (const entry of batch.entries) entries.push(entry);
      complaints.push(...batch.complaints);
    }
  }
  return { head: reader.head, entries, complaints, tally: reader.tally };
}

/** The options to begin with: in the languages that the file seems to be made for. */
export function proposeOptions(format: FileFormat, file: Chunk, wanted?: string): ReadOptions {
  const surveyor = openSurveyor(format);
  surveyor.write(file);
  return proposeLanguages(surveyor.end(), wanted);
}

/** What was read as a glossary; there is none where the head is not valid. */
export function glossaryOf({ head, entries }: Pick<WholeFile, 'head' | 'entries'>): Glossary | undefined {
  return readGlossary({ format: 1, ...head, entries }).glossary;
}
