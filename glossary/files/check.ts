import * as v from 'valibot';
import { readGlossary } from '../format.ts';
import { rawHead } from '../format-schema.ts';
import { type FileComplaint, quoted } from './complaint.ts';
import { detectFormat, ENOUGH_TO_DETECT } from './detect.ts';
import { openReader, openSurveyor } from './open.ts';
import type { FileFormat, Head, ReadOptions, Tally } from './reading.ts';
import { proposeLanguages } from './survey.ts';

/** Bytes of a file that are handed to its reader at a time. */
const CHUNK = 256 * 1024;
/** Bytes that are looked at for languages. */
const SURVEYED = 2 ** 20;

/** What there is to say about a glossary file before it is published. */
export interface FileReport {
  /** Absent where it is no glossary. */
  readonly format?: FileFormat;
  /** What the file seems to be, in words. */
  readonly found: string;
  readonly head?: Head;
  readonly tally?: Tally;
  readonly complaints: readonly FileComplaint[];
}

/**
 * Reads a file as Glossator does when it is imported or subscribed to, and says more than that: also what a
 * reader would put right without a word.
 *
 * @param name tells the format where the first bytes do not
 */
export function checkFile(name: string, bytes: Uint8Array, options: ReadOptions = {}): FileReport {
  const { format, found } = detectFormat(name, bytes.subarray(0, ENOUGH_TO_DETECT));
  if (format === undefined) {
    const expected = 'JSON, CSV, TSV, TBX, SKOS (Turtle or RDF/XML), or a Yomitan dictionary';
    return { found, complaints: [{ effect: 'skipped', where: 'the file', found, expected }] };
  }
  const surveyor = openSurveyor(format, options.encoding);
  if (format !== 'yomitan') surveyor.write(bytes.subarray(0, SURVEYED));
  const reader = openReader(format, { ...proposeLanguages(surveyor.end()), ...options });
  const complaints: FileComplaint[] = [];
  const known = new Set<string>();
  const relations: [string, string][] = [];
  const take = (batch: ReturnType<typeof reader.end>) => {
    complaints.push(...batch.complaints);
    for (const { id, related = [] } of batch.entries) {
      known.add(id);
      for (const to of related) if (!to.includes('/')) relations.push([id, to]);
    }
  };
  for (let at = 0; at < bytes.length; at += CHUNK) take(reader.write(bytes.subarray(at, at + CHUNK)));
  take(reader.end());
  if (format === 'json') complaints.push(...headComplaints(bytes));
  complaints.push(...relationComplaints(relations, known));
  return { format, found, head: reader.head, tally: reader.tally, complaints };
}

/** Relations to nowhere are left out of cards without a word. */
function relationComplaints(
  relations: readonly (readonly [string, string])[],
  known: ReadonlySet<string>,
): FileComplaint[] {
  return relations
    .filter(([, to]) => !known.has(to))
    .map(([from, to]) => ({
      effect: 'noted',
      where: `entry ${quoted(from)} › related`,
      found: quoted(to),
      expected: 'the id of an entry in this file, or glossary/entry',
    }));
}

/** What a glossary must say of itself; an import makes up for what is missing, a publisher should not. */
function headComplaints(bytes: Uint8Array): FileComplaint[] {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // The reader has said where.
    return [];
  }
  const result = v.safeParse(rawHead, json);
  if (!result.success) {
    const { issues } = readGlossary(json);
    return issues.map(({ path, value, expected }) => {
      return { effect: 'skipped', where: path || 'the file', found: value, expected };
    });
  }
  if (result.output.version !== undefined) return [];
  const expected = 'a version, by which readers see that something is new';
  return [{ effect: 'noted', where: 'version', found: 'nothing', expected }];
}
