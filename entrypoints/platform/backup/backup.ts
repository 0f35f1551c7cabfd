import type { Entry, Glossary } from '../../../glossary/entry.ts';

/** Everything that the reader has made of Glossator on a machine, as one file holds it. */
export interface Backup {
  /** When it was made, as ISO 8601 has it. */
  readonly saved: string;
  /** Settings, site rules, hidden and known terms, choices, order and switches of glossaries, by key. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The reader's own terms; absent where there are none. */
  readonly own?: Glossary;
  /** Glossaries that came from files. */
  readonly files: readonly Glossary[];
  readonly subscriptions: readonly SavedSubscription[];
  /** Terms that were being written, by the key they were kept under. */
  readonly drafts: Readonly<Record<string, unknown>>;
}

/** A subscription: its address, and what it had brought, so that it is there without a network too. */
export interface SavedSubscription {
  readonly url: string;
  readonly glossary?: Glossary;
  /** The reader's own wordings of its entries, with the shared ones that they were written over. */
  readonly overrides: readonly { readonly entry: Entry; readonly seen: Entry }[];
}
