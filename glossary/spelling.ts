import { UPPER_CASE } from './characters.ts';
import type { Sections } from './index-layout.ts';

/** The spelling of no units. */
export const NO_SPELLING = 0x811c9dc5 | 0;

/**
 * A hash of which units are capitals, continued from `spelling` over the units from `from` to `to`. Exact
 * forms of mixed case (PoE) keep this instead of their text: their letters are compared anyway, and a
 * hash grows with the match where comparing again would cost the length of it at each nested form.
 */
export function spellOn(spelling: number, rows: Int32Array, from: number, to: number): number {
  let hash = spelling;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ ((rows[at] ?? 0) & UPPER_CASE), 0x01000193) + 1;
  return hash | 0;
}

/** The spelling that an exact claim of mixed case asks for. */
export function spellingOf({ spelled, spellings }: Sections, claim: number): number | undefined {
  let low = 0;
  let high = spelled.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spelled[middle] ?? 0) < claim) low = middle + 1;
    else high = middle;
  }
  return spelled[low] === claim ? spellings[low] : undefined;
}
