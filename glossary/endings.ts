import { joins, UPPER_CASE } from './characters.ts';
import type { Folder } from './fold.ts';
import { unitOf } from './fold-table.ts';

/** How a word on the page differs from the form's last word: not at all, or by a plural ending. */
export type Ending = '' | 's' | 'es' | 'ies';

/** Acronyms of one letter and words of two have no plurals: "as" is not two A, "his" not two hi. */
const SHORTEST_ACRONYM = 2;
const SHORTEST_WORD = 3;

const [A, C, E, H, I, O, S, U, X, Z] = Array.from('acehiosuxz', (letter) => letter.charCodeAt(0));

/** The ending of a folded word in s that leaves another singular than the word without its s. */
export function secondSingular(rows: Int32Array, start: number, end: number): 'es' | 'ies' | undefined {
  if (end - start < 4 || unitOf(rows[end - 2] ?? 0) !== E) return undefined;
  const before = unitOf(rows[end - 3] ?? 0);
  const further = unitOf(rows[end - 4] ?? 0);
  if (before === I) return isVowel(further) ? undefined : 'ies';
  if (before === S || before === X || before === Z || before === O) return 'es';
  return before === H && (further === C || further === S) ? 'es' : undefined;
}

function isVowel(unit: number | undefined): boolean {
  return unit === A || unit === E || unit === I || unit === O || unit === U;
}

/** Whether a form may take this plural on the page; `end` is where the ending ends. */
export function takesPlural(
  folder: Folder,
  end: number,
  form: { length: number; exact: boolean; ending: Ending },
): boolean {
  const { rows } = folder;
  const { length, exact, ending } = form;
  if (length < (exact ? SHORTEST_ACRONYM : SHORTEST_WORD)) return false;
  const stemEnd = end - ending.length;
  if (exact) {
    // "ICBMs", never "ICBMS": in capitals the letter may belong to another acronym.
    for (let at = stemEnd; at < end; at++) if (((rows[at] ?? 0) & UPPER_CASE) !== 0) return false;
    return ending !== 'ies';
  }
  const last = unitOf(rows[stemEnd - 1] ?? 0);
  if (ending !== 's') return true;
  if (!joins(rows[stemEnd - 1] ?? 0) || last === S || last === X || last === Z) return false;
  return !(last === H && unitOf(rows[stemEnd - 2] ?? 0) === S);
}
