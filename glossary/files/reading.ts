import type { RawEntry } from '../format-schema.ts';
import type { FileComplaint } from './complaint.ts';
import type { ColumnMap } from './csv-columns.ts';

/** The formats that can be read. */
export const FORMATS = ['json', 'csv', 'tsv', 'tbx', 'turtle', 'rdf-xml', 'yomitan'] as const;
export type FileFormat = (typeof FORMATS)[number];

/** A piece of a file, as it comes from disk or network; text is taken as decoded already. */
export type Chunk = Uint8Array | string;

/** What the reader of Glossator can decide about a file before it is read. */
export interface ReadOptions {
  /** BCP 47 tag of the terms that become forms. */
  readonly language?: string;
  /** BCP 47 tag of the definitions to take; as `language` if absent. */
  readonly definitions?: string;
  /** Languages whose terms become native names; all if absent, none if empty. */
  readonly names?: readonly string[];
  /** An entry without a definition is skipped, or explained by its names in other languages and its synonyms. */
  readonly bare?: 'skip' | 'names';
  readonly id?: string;
  readonly title?: string;
  /** The title where the file has none: the file's name, say. */
  readonly untitled?: string;
  /** A label that TextDecoder knows, where the guess is wrong. */
  readonly encoding?: string;
  /** What the columns of a table hold, where the guess is wrong. */
  readonly columns?: ColumnMap;
  /** Bytes that the files of a zip may have unpacked. */
  readonly mostUnpacked?: number;
}

/** What a glossary says of itself, without its entries. */
export interface Head {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly version?: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly context?: string[];
}

/** What one chunk brought: entries that are valid by format 1, and what is to be said about it. */
export interface Batch {
  readonly entries: readonly RawEntry[];
  readonly complaints: readonly FileComplaint[];
}

/** Running counts; complaints beyond the first thousand are only counted. */
export interface Tally {
  readonly entries: number;
  readonly skipped: number;
  readonly changed: number;
  readonly complaints: number;
}

/**
 * Takes a file piece by piece and gives entries as they become known. Never throws: what is wrong is a
 * complaint, and reading goes on with what is right. To cancel, stop writing.
 *
 * @example
 * const reader = openReader('tbx', { language: 'en' });
 * for await (const chunk of file.stream()) store(reader.write(chunk).entries);
 * store(reader.end().entries);
 */
export interface GlossaryReader {
  write(chunk: Chunk): Batch;
  end(): Batch;
  /** As `end`, in several batches where much is left: each can be put away before the next is made. */
  finish(): Iterable<Batch>;
  /** Complete after `end`. */
  readonly head: Head;
  readonly tally: Tally;
}

/** How much of one language a file holds. */
export interface LanguageCount {
  readonly language: string;
  readonly terms: number;
  readonly definitions: number;
}

/** What a file, or the beginning of one, holds. */
export interface Survey {
  readonly head: Partial<Head>;
  readonly concepts: number;
  /** Most terms first; terms without a language are not counted. */
  readonly languages: readonly LanguageCount[];
  /** Of a table: the header, some rows, and what the columns seem to hold. */
  readonly table?: TableSurvey;
}

/** The beginning of a table, for a reader who maps its columns. */
export interface TableSurvey {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly columns: ColumnMap;
}

/** Takes a file, or as much of its beginning as is at hand, and says what it holds. Never throws. */
export interface Surveyor {
  write(chunk: Chunk): void;
  end(): Survey;
}
