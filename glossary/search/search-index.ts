import { openSections, type SectionReader } from './sections.ts';
import type { SortedList } from './sorted-list.ts';
import { readText, type TextTable } from './text-table.ts';

/** What a name is to its entry. */
export const TERM = 0;
export const ALIAS = 1;
export const NATIVE = 2;

/** Stands on a word of a name with no space before it. */
export const GLUED = 0x8000_0000;

/** Words of a name that are looked at. */
export const MOST_NAME_WORDS = 40;

/**
 * What a search looks at: typed arrays on one buffer, which can be stored as it is and opened again
 * without parsing.
 */
export interface SearchIndex {
  readonly buffer: ArrayBuffer;
  /** `glossary/entry` of each entry, in the reader's order. */
  readonly refs: TextTable;
  /** Every way every entry is written, folded, without spaces, sorted. */
  readonly names: SortedList;
  readonly nameEntries: Uint32Array;
  readonly nameRoles: Uint8Array;
  /** How the name is really written; empty for the term itself. */
  readonly nameTexts: TextTable;
  /** Words of name `i`: from `nameWordOffsets[i]`, in order, `GLUED` where no space stands before one. */
  readonly nameWordOffsets: Uint32Array;
  readonly nameWords: Uint32Array;
  /** All words of names, questions and definitions, sorted. */
  readonly words: SortedList;
  /** Names with word `i`: from `wordNameOffsets[i]`. */
  readonly wordNameOffsets: Uint32Array;
  readonly wordNames: Uint32Array;
  /** Entries that explain themselves with word `i`: a postings list from byte `wordEntryOffsets[i]`. */
  readonly wordEntryOffsets: Uint32Array;
  readonly wordEntries: Uint8Array;
}

/**
 * Opens a stored index.
 *
 * @throws Error when the buffer is cut, damaged or of another layout: build the index again.
 */
export function openSearchIndex(buffer: ArrayBuffer): SearchIndex {
  const sections = openSections(buffer);
  return {
    buffer,
    refs: readText(sections),
    names: readList(sections),
    nameEntries: sections.numbers(),
    nameRoles: sections.bytes(),
    nameTexts: readText(sections),
    nameWordOffsets: sections.numbers(),
    nameWords: sections.numbers(),
    words: readList(sections),
    wordNameOffsets: sections.numbers(),
    wordNames: sections.numbers(),
    wordEntryOffsets: sections.numbers(),
    wordEntries: sections.bytes(),
  };
}

function readList(sections: SectionReader): SortedList {
  return {
    shared: sections.bytes(),
    offsets: sections.numbers(),
    tails: sections.units(),
    blocks: sections.bytes(),
  };
}
