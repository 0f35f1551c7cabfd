import type { Index } from './flat-index.ts';
import { Scanner } from './scanner.ts';

/** Called for each claim that stands in the text from `start` to `end` (UTF-16 units). */
export type Visit = (claim: number, start: number, end: number) => void;

/** Scanners at rest: a scanner's arrays are worth keeping, and one that is at work cannot be shared. */
const idle = new WeakMap<Index, Scanner>();

/**
 * Reports every claim of the index that stands in a text at word edges, in one pass: also nested and
 * overlapping ones, in the order of the words they begin with. A plural ending belongs to the match, a
 * possessive does not. `visit` may scan another text.
 */
export function scan(index: Index, text: string, visit: Visit): void {
  const scanner = idle.get(index) ?? new Scanner(index);
  idle.delete(index);
  try {
    scanner.scan(text, visit);
  } finally {
    scanner.end();
    idle.set(index, scanner);
  }
}
