import { LOWER_CASE, UPPER_CASE } from './characters.ts';
import type { CaseRule } from './entry.ts';
import { Folder } from './fold.ts';
import { SIGN, Steps } from './steps.ts';

/** Longer texts are prose, not names: nobody writes them on a page the same way twice. */
export const LONGEST_PATTERN = 256;
/** Words and signs (characters, in scripts without spaces) of one pattern: bounds the work at each word. */
export const MOST_STEPS = 48;

/** Folds texts of glossaries and tells whether they can be matched; keeps its arrays between texts. */
export class PatternReader {
  readonly folder = new Folder();
  readonly steps = new Steps();

  /** Reads a text into `folder` and `steps`; returns why it can never match, if so. */
  read(text: string): string | undefined {
    const { folder, steps } = this;
    folder.begin(text);
    folder.fill();
    steps.cut(folder);
    if (steps.count === 0) return 'text that is more than spaces, hyphens and invisible characters';
    if (!folder.done || this.length > LONGEST_PATTERN) return `at most ${LONGEST_PATTERN} characters`;
    if (steps.count > MOST_STEPS) return `at most ${MOST_STEPS} words and signs`;
    for (let at = 0; at < steps.count; at++) {
      if (((steps.flags[at] ?? 0) & SIGN) === 0) return undefined;
    }
    return 'text with at least one letter or digit';
  }

  /** Units from the first step to the last. */
  get length(): number {
    return (this.steps.ends[this.steps.count - 1] ?? 0) - (this.steps.starts[0] ?? 0);
  }

  /** The case rule that a form has unless it says otherwise: exact if its letters are capitals. */
  get caseRule(): CaseRule {
    const { rows, length } = this.folder;
    let capitals = 0;
    for (let at = 0; at < length; at++) {
      if (((rows[at] ?? 0) & LOWER_CASE) !== 0) return 'fold';
      if (((rows[at] ?? 0) & UPPER_CASE) !== 0) capitals++;
    }
    return capitals > 0 ? 'exact' : 'fold';
  }
}

let reader: PatternReader | undefined;

/**
 * Why a form or cue can never match a page, as what was expected of it ("at most 256 characters");
 * undefined if it can.
 */
export function unmatchable(text: string): string | undefined {
  reader ??= new PatternReader();
  return reader.read(text);
}

/** The case rule of a form that gives none: exact if all its letters are capitals, else any case. */
export function caseRule(text: string): CaseRule {
  reader ??= new PatternReader();
  reader.read(text);
  return reader.caseRule;
}
