import type { Card, EntryRef } from '../../glossary/entry.ts';

/** What the welcome page needs of the world. */
export interface WelcomeSource {
  card(ref: EntryRef): Promise<Card | undefined>;
  /** The commands and their keys; `keys` is empty where none are set. */
  shortcuts(): Promise<
    readonly { readonly name: string; readonly description: string; readonly keys: string }[]
  >;
  /** Opens the browser's own page for keys. */
  openShortcutPage(): Promise<void>;
}
