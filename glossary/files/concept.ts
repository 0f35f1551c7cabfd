import type { RawEntry } from '../format-schema.ts';
import type { FileComplaint } from './complaint.ts';
import type { Chunk, Head, TableSurvey } from './reading.ts';

/** How a form is to be matched, as far as a file says so. */
export interface FormRules {
  readonly case?: 'exact' | 'fold';
  readonly when?: 'always' | 'context';
  readonly lang?: string;
}

/** One designation of a concept, in a language or in none that the file names. */
export interface Term {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly status?: 'preferred' | 'deprecated' | undefined;
  readonly abbreviation?: boolean;
  /** How it is to be matched as a form, where the file says so. */
  readonly rules?: FormRules;
}

/** What a text is to its concept; the first that is there becomes the definition. */
export const TEXT_ROLES = ['definition', 'explanation', 'note'] as const;

/** A text about a concept. */
export interface ConceptText {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly role: (typeof TEXT_ROLES)[number];
}

/** What all term files have in common: a meaning, its names in languages, and texts about it. */
export interface Concept {
  readonly line?: number;
  /** For complaints: `conceptEntry "c5"`. */
  readonly where: string;
  /** Id of the entry, or nothing where the file has none. */
  readonly id?: string | undefined;
  readonly terms: readonly Term[];
  readonly texts: readonly ConceptText[];
  /** Ids of entries. */
  readonly related?: readonly string[];
  readonly sources?: readonly { readonly title: string; readonly url: string }[];
  /** What goes into the entry as it is, to be validated there. */
  readonly rest?: Partial<Record<keyof RawEntry, unknown>>;
}

/** Where a parser puts what it finds in a file. */
export interface Findings {
  head(part: Partial<Head>): void;
  table(table: TableSurvey): void;
  concept(concept: Concept): void;
  /** An entry in the shape of format 1, not yet validated. */
  entry(raw: unknown, where: string, line: number): void;
  complain(complaint: FileComplaint): void;
}

/** Takes the pieces of a file and puts what it understands into findings. */
export interface Parser<C = Chunk> {
  write(chunk: C): void;
  end(): void;
  /** Where much is left to be told after the end, it is told step by step as this is gone through. */
  leftOver?(): Iterable<unknown>;
}
