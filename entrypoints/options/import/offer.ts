import type { Entry } from '../../../glossary/entry.ts';
import type { FileComplaint } from '../../../glossary/files/complaint.ts';
import type {
  FileFormat,
  Head,
  LanguageCount,
  ReadOptions,
  TableSurvey,
  Tally,
} from '../../../glossary/files/reading.ts';

/** Where an import goes: another glossary on the shelf, in place of one, or among the reader's own terms. */
export type Target =
  | { readonly kind: 'new' }
  | { readonly kind: 'update'; readonly id: string }
  | { readonly kind: 'own' };

/** What the reader decided about a file; the rest is guessed. */
export interface Wish
  extends Pick<ReadOptions, 'language' | 'definitions' | 'bare' | 'title' | 'encoding' | 'columns'> {
  readonly target?: Target;
}

/** A file to be read into a content, that nobody sees yet. */
export interface ImportRequest {
  readonly file: File;
  readonly content: string;
  readonly wish: Wish;
}

/** How many there are, and the terms of the first of them. */
export interface Listing {
  readonly count: number;
  readonly first: readonly string[];
}

/** Terms and complaints that are shown; the rest is counted. */
export const MOST_LISTED = 200;

/** What an import would change. */
export interface Plan {
  readonly target: Target;
  /** The glossary's id once it is on the shelf. */
  readonly id: string;
  readonly added: Listing;
  readonly changed: Listing;
  readonly removed: Listing;
  readonly same: number;
}

/** What a file brings, before anything is changed. */
export interface Offer {
  readonly content: string;
  readonly format: FileFormat;
  readonly head: Head;
  readonly tally: Tally;
  /** The first few entries. */
  readonly first: readonly Pick<Entry, 'id' | 'term' | 'definition'>[];
  readonly complaints: readonly FileComplaint[];
  /** Characters of the entries as JSON. */
  readonly size: number;
  readonly plan: Plan;
  /** What the reader could decide otherwise. */
  readonly languages: readonly LanguageCount[];
  readonly table: TableSurvey | undefined;
  readonly used: Wish;
}

/** How far a file has been read. */
export interface Progress {
  /** Bytes. */
  readonly done: number;
  readonly total: number;
  readonly entries: number;
}
