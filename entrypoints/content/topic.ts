import type { EntryRef } from '../../glossary/entry.ts';
import type { SearchHit } from '../platform/messages.ts';

/** What a card is about: a meaning with its rivals, or words without one. */
export interface Topic {
  /** The meaning that is shown, then the others of the same form. */
  readonly refs: readonly EntryRef[];
  /** One line on why it is this meaning here. */
  readonly why?: string | undefined;
  /** It stands on the page, and was not only looked up. */
  readonly marked: boolean;
  /** What a search found. */
  readonly hits?: readonly SearchHit[];
  readonly unknown?: Unknown;
}

/** Words that were looked up and that no glossary has. */
export interface Unknown {
  readonly query: string;
  /** The sentence in which they stand. */
  readonly sentence: string | undefined;
  /** Why nothing could be looked up. */
  readonly trouble?: string | undefined;
  /** In place of the words. */
  readonly title?: string;
}
