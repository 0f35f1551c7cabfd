import type { Glossary } from '../entry.ts';
import { complaintText, type FileComplaint } from '../files/complaint.ts';
import { detectFormat, ENOUGH_TO_DETECT } from '../files/detect.ts';
import { openReader, openSurveyor } from '../files/open.ts';
import type { FileFormat, GlossaryReader } from '../files/reading.ts';
import { proposeLanguages } from '../files/survey.ts';
import { readGlossary } from '../format.ts';
import type { RawEntry } from '../format-schema.ts';

/** A published file as it can be used. */
export interface Published {
  readonly glossary: Glossary;
  readonly format: FileFormat;
  /** Entries left out. */
  readonly skipped: number;
  /** What is to be said about the file, a line each; the first of them. */
  readonly remarks: readonly string[];
}

export interface PublishedFile {
  readonly url: string;
  readonly bytes: Uint8Array;
  /** BCP 47 tag of the language to explain in, where a file has several. */
  readonly language?: string;
  /** Lets others have a turn: reading twenty megabytes takes a while. */
  readonly pause: () => Promise<void>;
}

/** Bytes looked at to tell the languages of a file. */
const SURVEYED = 1024 * 1024;
/** Bytes read between two pauses: a few milliseconds of work. */
const PIECE = 128 * 1024;
const MOST_REMARKS = 50;

/**
 * Reads a published glossary file of any format, by what is in it and not by what the server says it is.
 *
 * @throws Error with a sentence for the reader where it is no glossary, or not a whole one: half of a file
 * must never stand for all of it.
 */
export async function readPublished({ url, bytes, language, pause }: PublishedFile): Promise<Published> {
  const name = nameOf(url);
  const { format, found } = detectFormat(name, bytes.subarray(0, ENOUGH_TO_DETECT));
  if (format === undefined) throw new Error(`What is there is no glossary but ${found}.`);
  const surveyor = openSurveyor(format);
  surveyor.write(bytes.subarray(0, format === 'yomitan' ? bytes.length : SURVEYED));
  const surveyed = surveyor.end();
  const title = surveyed.head.title ?? name.replace(/(\.glossary)?\.\w+$/, '');
  const reader = openReader(format, { ...proposeLanguages(surveyed, language), title });
  const { entries, complaints } = await readInPieces(reader, bytes, pause);
  refuseUnusable(entries, complaints, reader);
  const { glossary } = readGlossary({ format: 1, ...reader.head, entries });
  if (glossary === undefined) throw new Error('What is there does not say what glossary it is.');
  const remarks = complaints.slice(0, MOST_REMARKS).map(complaintText);
  return { glossary, format, skipped: reader.tally.skipped, remarks };
}

async function readInPieces(reader: GlossaryReader, bytes: Uint8Array, pause: () => Promise<void>) {
  const entries: RawEntry[] = [];
  const complaints: FileComplaint[] = [];
  const take = (batch: ReturnType<GlossaryReader['write']>) => {
    for (const entry of batch.entries) entries.push(entry);
    for (const complaint of batch.complaints) complaints.push(complaint);
  };
  for (let at = 0; at < bytes.length; at += PIECE) {
    take(reader.write(bytes.subarray(at, at + PIECE)));
    await pause();
  }
  take(reader.end());
  return { entries, complaints };
}

function refuseUnusable(
  entries: readonly RawEntry[],
  complaints: readonly FileComplaint[],
  { tally }: GlossaryReader,
): void {
  const broken = complaints.find(isBreak);
  if (broken !== undefined) throw new Error(`The file is damaged or not whole: ${complaintText(broken)}.`);
  const [first] = complaints;
  const why = first === undefined ? '' : ` (${complaintText(first)})`;
  if (entries.length === 0) throw new Error(`There is no entry in the file${why}.`);
  if (tally.skipped > entries.length) {
    throw new Error(`Of ${entries.length + tally.skipped} entries only ${entries.length} can be read${why}.`);
  }
}

/** Whether a complaint is about the file as a whole, and not about one entry in it. */
function isBreak({ effect, where, found, expected }: FileComplaint): boolean {
  if (effect !== 'skipped') return false;
  return (
    where === 'the file' ||
    where === 'the rest of the file' ||
    found === 'the end of the file' ||
    /^a (text that ends with|quote that closes)/.test(expected)
  );
}

/** The last part of an address, as a file would be called. */
function nameOf(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '');
  if (last === undefined) return hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
