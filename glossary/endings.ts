import { joins } from './characters.ts';
import type { Folder } from './fold.ts';

/** How a word on the page differs from the form's last word: not at all, or by a plural ending. */
export type Ending = '' | 's' | 'es' | 'ies';

/** Acronyms of one letter and words of two have no plurals: "as" is not two A, "his" not two hi. */
const SHORTEST_ACRONYM = 2;
const SHORTEST_WORD = 3;

const [A, C, E, H, I, O, S, U, X, Z] = Array.from('acehiosuxz', (letter) => letter.charCodeAt(0));

/** The ending of a folded word in s that leaves another singular than the word without its s. */
export function secondSingular(units: Uint16Array, start: number, end: number): 'es' | 'ies' | undefined {
  if (units[end - 2] !== E || end - start < 4) return undefined;
  const before = units[end - 3];
  const further = units[end - 4];
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
  const { units, cased, classes } = folder;
  const { length, exact, ending } = form;
  if (length < (exact ? SHORTEST_ACRONYM : SHORTEST_WORD)) return false;
  const stemEnd = end - ending.length;
  if (exact) {
    // "ICBMs", never "ICBMS": in capitals the letter may belong to another acronym.
    for (let at = stemEnd; at < end; at++) if (cased[at] !== units[at]) return false;
    return ending !== 'ies';
  }
  const last = units[stemEnd - 1];
  if (ending !== 's') return true;
  if (!joins(classes[stemEnd - 1] ?? 0) || last === S || last === X || last === Z) return false;
  return !(last === H && units[stemEnd - 2] === S);
}
