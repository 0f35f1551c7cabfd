import type { Card, EntryRef } from '../../glossary/entry.ts';
import type { Meaning } from '../platform/messages.ts';

/** A term as it stands on the page now, drawn as a mark or as ink: the popover does not care which. */
export interface Found {
  readonly meaning: Meaning;
  /** The words as the page writes them. */
  readonly text: string;
  /** One rectangle a line box, in client coordinates of this frame, as of now; empty when it is not rendered. */
  rects(): readonly DOMRect[];
  /** The element that holds the first character: where a card takes its language and direction from. */
  host(): Element | undefined;
  /** The text of the passage and where the term stands in it. */
  passage(): { readonly text: string; readonly start: number; readonly end: number };
  scrollIntoView(): void;
  /** False once the page changed or the term was withdrawn. */
  alive(): boolean;
}

/** The terms of one frame, as the popover, the keyboard and the popup see them. */
export interface TermsOnPage {
  /** The term whose area (each of its rectangles) holds the point, in client coordinates. */
  at(x: number, y: number): Found | undefined;
  /** Every term in document order, also those without an underline. */
  all(): readonly Found[];
  card(ref: EntryRef): Card | undefined;
  /** Draws attention to a term for a moment (jump from the popup, keyboard); `undefined` takes it away. */
  emphasize(term: Found | undefined): void;
  /** Calls back after terms came or went; stops with the signal. */
  onChange(callback: () => void, signal: AbortSignal): void;
}
