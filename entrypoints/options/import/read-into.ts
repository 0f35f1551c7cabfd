import type { Entry } from '../../../glossary/entry.ts';
import type { FileComplaint } from '../../../glossary/files/complaint.ts';
import { detectFormat, ENOUGH_TO_DETECT } from '../../../glossary/files/detect.ts';
import { openReader, openSurveyor } from '../../../glossary/files/open.ts';
import type { Batch, FileFormat, GlossaryReader, Survey } from '../../../glossary/files/reading.ts';
import { proposeLanguages } from '../../../glossary/files/survey.ts';
import { toEntry } from '../../../glossary/format.ts';
import type { Library } from '../../platform/library.ts';
import { addToContent, beginContent, endContent } from '../../platform/staging.ts';
import { type ImportRequest, MOST_LISTED, type Offer, type Progress, type Wish } from './offer.ts';
import { planImport } from './plan.ts';

/** Bytes looked at to tell the languages and columns of a file. */
const SURVEYED = 1024 * 1024;
/** Entries that are stored at a time. */
const STORED = 500;
/** Entries that are shown as they came in. */
const FIRST = 3;
/** Bytes between two words about how far it is: a bar that moves, and not a message for every chunk. */
const TOLD = 128 * 1024;

/** What can be read is no glossary; the message is a phrase for the reader: "a picture (SVG)". */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}

/**
 * Reads a file piece by piece and stores its entries as they come, where nobody sees them yet.
 *
 * @throws NotReadable where the file is in no format that can be read.
 */
export async function readInto(
  library: Library,
  request: ImportRequest,
  tell: (progress: Progress) => void,
): Promise<Offer> {
  const { file, content, wish } = request;
  const format = await formatOf(file);
  const survey = await surveyOf(file, format, wish);
  const used: Wish = { ...proposeLanguages(survey), ...wish };
  const reader = openReader(format, { ...used, untitled: file.name.replace(/(\.glossary)?\.\w+$/, '') });
  const taken = new Taken(library, content);
  await beginContent(library, content);
  await readThrough(file, async (chunk, done) => {
    for (const batch of chunk === undefined ? reader.finish() : [reader.write(chunk)]) {
      await taken.take(batch);
      tell({ done, total: file.size, entries: taken.count });
    }
  });
  await taken.end();
  return offerOf({ content, format, survey, used }, reader, {
    complaints: taken.complaints,
    first: taken.first,
    size: taken.size,
    plan: await planImport(library, { content, id: reader.head.id }, wish.target),
  });
}

function offerOf(
  { survey, ...known }: Pick<Offer, 'content' | 'format' | 'used'> & { survey: Survey },
  { head, tally }: GlossaryReader,
  found: Pick<Offer, 'complaints' | 'first' | 'size' | 'plan'>,
): Offer {
  return { ...known, ...found, head, tally, languages: survey.languages, table: survey.table };
}

async function formatOf(file: File): Promise<FileFormat> {
  const head = new Uint8Array(await file.slice(0, ENOUGH_TO_DETECT).arrayBuffer());
  const { format, found } = detectFormat(file.name, head);
  if (format === undefined) throw new NotReadable(found);
  return format;
}

async function surveyOf(file: File, format: FileFormat, { encoding }: Wish): Promise<Survey> {
  const surveyor = openSurveyor(format, encoding);
  // A zip begins at its end, and says nothing by its beginning.
  if (format !== 'yomitan') surveyor.write(new Uint8Array(await file.slice(0, SURVEYED).arrayBuffer()));
  return surveyor.end();
}

/** Calls back for every chunk, one after the other, and once more without one at the end. */
async function readThrough(
  file: File,
  take: (chunk: Uint8Array | undefined, done: number) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < file.size; at += TOLD) {
    const chunk = new Uint8Array(await file.slice(at, at + TOLD).arrayBuffer());
    await take(chunk, Math.min(at + TOLD, file.size));
  }
  await take(undefined, file.size);
}

/** What has been read so far; entries are stored and let go of. */
class Taken {
  readonly complaints: FileComplaint[] = [];
  readonly first: Offer['first'][number][] = [];
  size = 0;
  private readonly library: Library;
  private readonly content: string;
  private readonly ids: string[] = [];
  private waiting: Entry[] = [];

  constructor(library: Library, content: string) {
    this.library = library;
    this.content = content;
  }

  get count(): number {
    return this.ids.length;
  }

  async take({ entries, complaints }: Batch): Promise<void> {
    this.complaints.push(...complaints.slice(0, MOST_LISTED - this.complaints.length));
    this.first.push(...entries.slice(0, FIRST - this.first.length));
    for (const raw of entries) {
      this.waiting.push(toEntry(raw));
      this.ids.push(raw.id);
      this.size += JSON.stringify(raw).length;
      if (this.waiting.length >= STORED) await this.store();
    }
  }

  async end(): Promise<void> {
    await this.store();
    await endContent(this.library, this.content, this.ids);
  }

  private async store(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    await addToContent(this.library, this.content, waiting);
  }
}
