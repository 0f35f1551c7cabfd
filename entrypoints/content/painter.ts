import type { Passage } from './passages.ts';
import type { Term } from './term.ts';

/** One of the two ways to draw terms. */
export interface Painter {
  /** Draws these terms of a passage, and no others. False where it cannot. */
  paint(passage: Passage, terms: readonly Term[]): boolean;
  /** Takes away what was drawn for a passage. */
  erase(passage: Passage): void;
  has(passage: Passage): boolean;
  painted(): Iterable<Passage>;
  /** Takes everything away. */
  clear(): void;
}
