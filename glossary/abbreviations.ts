import { bracketCandidates } from './abbreviation-brackets.ts';
import { phraseCandidates } from './abbreviation-phrases.ts';
import { type Candidate, judge, type Verdict } from './abbreviation-verdict.ts';

/**
 * A short form that a text explains itself. Offsets are UTF-16 units in the text; both strings are slices of it,
 * so white space within them is the text's own.
 */
export interface Definition {
  readonly short: string;
  readonly long: string;
  readonly shortStart: number;
  readonly shortEnd: number;
  readonly longStart: number;
  readonly longEnd: number;
}

/** No page defines so many; each place costs some ten microseconds. */
const MOST_PLACES = 50_000;

/**
 * Finds the abbreviations that a text defines, in the order in which their short forms stand.
 *
 *     findDefinitions('the Reconnaissance General Bureau (RGB)')
 *     // [{ short: 'RGB', long: 'Reconnaissance General Bureau', shortStart: 35, … }]
 *
 * Candidates are found as in A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text", Pacific Symposium on Biocomputing 8 (2003), 451–462: a short form in
 * brackets after its long form, or the other way round; news adds commas, dashes, "or", "known as", "stands
 * for". Where that paper takes the first alignment of letters from the right, here the cheapest is taken, and
 * only if it is cheap enough for the length of the short form: after S. Sohn, D. C. Comeau, W. Kim and
 * W. J. Wilbur, "Abbreviation definition identification based on automatic precision estimates", BMC
 * Bioinformatics 9:402 (2008), who rank strategies from initials to letters inside words.
 *
 * Any string will do; time is linear in its length, and a text made to be slow is left after 50,000 places.
 */
export function findDefinitions(text: string): Definition[] {
  const found = new Map<number, Definition>();
  for (const candidates of [bracketCandidates(text), phraseCandidates(text)]) {
    let places = 0;
    for (const group of candidates) {
      if (++places > MOST_PLACES) break;
      const definition = best(text, group)?.definition;
      if (definition && !found.has(definition.shortStart)) found.set(definition.shortStart, definition);
    }
  }
  return [...found.values()].sort((a, b) => a.shortStart - b.shortStart);
}

function best(text: string, group: readonly Candidate[]): Verdict | undefined {
  let cheapest: Verdict | undefined;
  for (const candidate of group) {
    const verdict = judge(text, candidate);
    if (verdict && (!cheapest || verdict.cost < cheapest.cost)) cheapest = verdict;
  }
  return cheapest;
}
