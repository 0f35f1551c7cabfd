/**
 * The words of the domain as data: what an entry, a glossary, a span and a card are.
 * Offsets are UTF-16 code units everywhere; all text is plain text.
 */

/** What sort of thing an entry explains: shown on the card, and tells what has no plural. */
export const KINDS = [
  'abbreviation',
  'concept',
  'event',
  'law',
  'organization',
  'person',
  'place',
  'term',
  'weapon',
  'work',
] as const;
export type Kind = (typeof KINDS)[number];

/** `exact`: the page must write it in this case. `fold`: any case. */
export type CaseRule = 'exact' | 'fold';

/** `always`: marked wherever it stands. `context`: ambiguous, marked only with evidence. */
export type FormCondition = 'always' | 'context';

/** A way an entry is written on a page, as the glossary file gives it, with its defaults filled in. */
export interface Form {
  readonly text: string;
  readonly case: CaseRule;
  readonly when: FormCondition;
  /** BCP 47 tag of the only language in which this form means the entry; absent: any language of its script. */
  readonly lang?: string;
}

/** The entry's name in its own language. */
export interface NativeName {
  readonly lang: string;
  readonly text: string;
}

/** Where a definition can be checked; `url` is http or https. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** One meaning. `forms` includes the term itself, first. */
export interface Entry {
  readonly id: string;
  readonly term: string;
  readonly kind?: Kind;
  readonly forms: readonly Form[];
  readonly native: readonly NativeName[];
  readonly definition: string;
  readonly question?: string;
  /** Month or day until which the definition was checked: `2026`, `2026-02` or `2026-02-23`. */
  readonly asOf?: string;
  /** Words or phrases on a page that speak for this meaning … */
  readonly context: readonly string[];
  /** … and against it. */
  readonly not: readonly string[];
  /** Ids of entries: `entry` in the same glossary, `glossary/entry` elsewhere. */
  readonly related: readonly string[];
  readonly sources: readonly Source[];
}

/** A titled, versioned list of entries from one origin. */
export interface Glossary {
  readonly format: 1;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** BCP 47 tag of the language the definitions are written in. */
  readonly language: string;
  readonly license?: string;
  readonly homepage?: string;
  /** Cues that speak for every entry of the glossary. */
  readonly context: readonly string[];
  readonly entries: readonly Entry[];
}

/** Written `glossary/entry`, or `page:SHORT` for an abbreviation that the page itself defines. */
export type EntryRef = string;

/** A marked stretch of one passage. */
export interface Span {
  /** Index of the passage in the request. */
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly entry: EntryRef;
  /** Other meanings the form can have, likeliest first. */
  readonly others?: readonly EntryRef[];
}

/** What a popover shows of an entry. */
export interface Card {
  readonly ref: EntryRef;
  readonly term: string;
  readonly kind?: Kind;
  readonly native: readonly NativeName[];
  readonly definition: string;
  /** BCP 47 tag of the definition. */
  readonly lang: string;
  /** Where that language is written from right to left. */
  readonly dir?: 'rtl';
  readonly question?: string;
  readonly asOf?: string;
  readonly related: readonly { readonly ref: EntryRef; readonly term: string }[];
  readonly sources: readonly Source[];
  readonly glossary: { readonly id: string; readonly title: string };
}

/** What of a card stands in a list to choose from. */
export type CardHead = Pick<Card, 'ref' | 'term' | 'definition' | 'lang' | 'glossary'>;
