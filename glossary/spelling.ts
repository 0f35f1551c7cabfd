import { UPPER_CASE } from './characters.ts';
import type { Sections } from './index-layout.ts';

/** Whether the units are written as an exact claim of mixed case (PoE) wants them. */
export function spellingFits(sections: Sections, claim: number, rows: Int32Array): boolean {
  const { spelled, spellingStarts, spellings } = sections;
  let low = 0;
  let high = spelled.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spelled[middle] ?? 0) < claim) low = middle + 1;
    else high = middle;
  }
  const start = spellingStarts[low] ?? 0;
  if (spelled[low] !== claim || (spellingStarts[low + 1] ?? 0) - start !== rows.length) return false;
  return rows.every((row, at) => ((row & UPPER_CASE) !== 0) === (spellings[start + at] === 1));
}
