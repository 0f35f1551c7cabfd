import type { Glossary } from '../../../glossary/entry.ts';
import type { FileComplaint } from '../../../glossary/files/complaint.ts';
import type { Batch, GlossaryReader } from '../../../glossary/files/reading.ts';
import { proposeLanguages } from '../../../glossary/files/survey.ts';
import { readGlossary } from '../../../glossary/format.ts';
import type { RawEntry } from '../../../glossary/format-schema.ts';
import { kindOf, readingOf } from './file-kinds.ts';
import { MANAGER } from './words.ts';

/** Bytes looked at to tell the languages of a file. */
const SURVEYED = 1024 * 1024;
/** Bytes that tell a format. */
const SNIFFED = 4096;

/** What a file brings, before anything is stored. */
export interface Incoming {
  readonly glossary: Glossary;
  readonly complaints: readonly FileComplaint[];
  /** Entries left out. */
  readonly skipped: number;
}

/**
 * Reads a glossary file of any known format, in pieces, so that the page stays alive.
 * @throws Error with a sentence for the reader when the file is none, or when `signal` was aborted.
 */
export async function readFile(file: File, signal: AbortSignal): Promise<Incoming> {
  const kind = kindOf(await file.slice(0, SNIFFED).text());
  if (kind === undefined) throw new Error(MANAGER.import.unknown(file.name));
  const { read, survey } = readingOf(kind);
  const surveyor = survey();
  surveyor.write(new Uint8Array(await file.slice(0, SURVEYED).arrayBuffer()));
  const surveyed = surveyor.end();
  const title = surveyed.head.title ?? file.name.replace(/(\.glossary)?\.\w+$/, '');
  const reader = read({ ...proposeLanguages(surveyed), title });
  const entries: RawEntry[] = [];
  const complaints: FileComplaint[] = [];
  const take = (batch: Batch) => {
    for (const entry of batch.entries) entries.push(entry);
    for (const complaint of batch.complaints) complaints.push(complaint);
  };
  for await (const chunk of chunksOf(file)) {
    signal.throwIfAborted();
    take(reader.write(chunk));
  }
  take(reader.end());
  return { glossary: glossaryOf(reader, entries), complaints, skipped: reader.tally.skipped };
}

function glossaryOf({ head }: GlossaryReader, entries: readonly RawEntry[]): Glossary {
  const { glossary, issues } = readGlossary({ format: 1, ...head, entries });
  if (glossary === undefined) throw new Error(issues[0]?.expected ?? '');
  return glossary;
}

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const stream = file.stream().getReader();
  for (;;) {
    const { done, value } = await stream.read();
    if (done) return;
    yield value;
  }
}
