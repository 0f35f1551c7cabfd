import { LOWER_CASE } from './characters.ts';
import { closesAt, opensAt } from './edges.ts';
import { type Ending, secondSingular, takesPlural } from './endings.ts';
import { FLAG, type Index } from './flat-index.ts';
import { Folder } from './fold.ts';
import { NODE, type Sections } from './index-layout.ts';
import type { Visit } from './match.ts';
import { NodeFinder } from './node-finder.ts';
import { NotProse } from './not-prose.ts';
import { LONGEST_PATTERN, MOST_STEPS } from './pattern.ts';
import { LONGEST_PREFIX, prefixLengths } from './prefixes.ts';
import { NO_SPELLING, spellingOf, spellOn } from './spelling.ts';
import * as step from './steps.ts';

/** Units that must lie beyond the first step of a match: its longest pattern, an ending, its edge. */
const LOOK_AHEAD = LONGEST_PATTERN + 64;
/** Units before a match that its edge depends on. */
const LOOK_BEHIND = 16;
const ROOT = -1;

/** Walks a text once and finds the claims of an index in it; keeps its arrays from text to text. */
export class Scanner {
  private readonly folder = new Folder();
  private readonly steps = new step.Steps();
  private readonly notProse = new NotProse();
  private readonly sections: Sections;
  private readonly finder: NodeFinder;
  private visit: Visit = () => undefined;
  /** First unit of the match being followed, and whether it may begin there (asked once, when needed). */
  private begin = 0;
  private opens: boolean | undefined;
  /** Whether a step of the match before its last has a lower-case letter. */
  private lower = false;
  /** The spelling of the match up to unit `spelledTo`. */
  private spelling = NO_SPELLING;
  private spelledTo = 0;

  constructor(index: Index) {
    this.sections = index.sections;
    this.finder = new NodeFinder(index.sections, this.folder.rows);
  }

  /** See `scan`. */
  scan(text: string, visit: Visit): void {
    const { folder, steps } = this;
    this.visit = visit;
    this.notProse.begin(text);
    folder.begin(text);
    let from = 0;
    while (true) {
      folder.fill();
      steps.cut(folder);
      const limit = folder.done ? folder.length : folder.length - LOOK_AHEAD;
      this.lookUp(from, limit);
      if (folder.done) return;
      folder.drop(limit - LOOK_BEHIND);
      from = LOOK_BEHIND;
    }
  }

  /** Lets go of the text. */
  end(): void {
    this.visit = () => undefined;
    this.notProse.begin('');
    this.folder.begin('');
  }

  /** Follows every step between two units that may begin a match. This loop is what a page costs. */
  private lookUp(from: number, limit: number): void {
    const { starts, flags, hashes, count } = this.steps;
    const { finder } = this;
    let at = 0;
    while (at < count && (starts[at] ?? 0) < from) at++;
    for (; at < count && (starts[at] ?? 0) < limit; at++) {
      const here = flags[at] ?? 0;
      const hash = hashes[at] ?? 0;
      if ((here & step.INNER) !== 0) continue;
      const follows =
        (finder.mayBegin(hash) && this.mayGoOn(at, hash)) ||
        ((here & step.ENDS_IN_S) !== 0 && this.mayBePlural(at));
      if (follows) this.follow(at, starts[at] ?? 0, hash);
      if ((here & step.PREFIXED) !== 0) this.followTails(at);
    }
  }

  /** Whether the step, alone or with the next, may be a pattern or begin one. */
  private mayGoOn(at: number, hash: number): boolean {
    const { flags, hashes, count } = this.steps;
    if (this.finder.mayHave(hash)) return true;
    if (at + 1 >= count) return false;
    const next = flags[at + 1] ?? 0;
    if (this.finder.mayHave(step.hashOn(hash, next & step.SPACED, hashes[at + 1] ?? 0))) return true;
    return (next & step.ENDS_IN_S) !== 0 && this.mayBePlural(at + 1, hash);
  }

  /** Whether a step in s may be the plural of a pattern, by itself or after a step of hash `row`. */
  private mayBePlural(at: number, row?: number): boolean {
    const { flags, stems, secondStems } = this.steps;
    const here = flags[at] ?? 0;
    if (this.mayBeStem(stems[at] ?? 0, here, row)) return true;
    return (here & step.SECOND_STEM) !== 0 && this.mayBeStem(secondStems[at] ?? 0, here, row);
  }

  private mayBeStem(stem: number, flags: number, row: number | undefined): boolean {
    if (row === undefined) return this.finder.mayBegin(stem) && this.finder.mayHave(stem);
    return this.finder.mayHave(step.hashOn(row, flags & step.SPACED, stem));
  }

  /** An Arabic or Hebrew word may be a prefix and the first word of a pattern. */
  private followTails(at: number): void {
    const from = this.steps.starts[at] ?? 0;
    const to = this.steps.ends[at] ?? 0;
    const lengths = prefixLengths(this.folder, from, to);
    for (let length = 1; lengths !== 0 && length <= LONGEST_PREFIX; length++) {
      if ((lengths & (1 << length)) === 0) continue;
      const hash = step.hashUnits(this.folder.rows, from + length, to);
      if (this.finder.mayBegin(hash)) this.follow(at, from + length, hash);
    }
  }

  /** Reports every pattern that begins at unit `begin` of step `first`, whose hash from there is given. */
  private follow(first: number, begin: number, hash: number): void {
    const { ends, flags, hashes, count } = this.steps;
    const { rows } = this.folder;
    const stop = Math.min(count, first + MOST_STEPS);
    this.begin = begin;
    this.opens = undefined;
    this.lower = false;
    this.spelling = NO_SPELLING;
    this.spelledTo = begin;
    this.reportPlural(first, { parent: ROOT, from: begin });
    const single = this.finder.find(hash, { parent: ROOT, from: begin, to: ends[first] ?? 0, ending: '' });
    if (single >= 0) this.report(single, first, '');
    let row = hash;
    let parent = ROOT;
    let from = begin;
    for (let at = first + 1; at < stop; at++) {
      this.lower ||= ((flags[at - 1] ?? 0) & step.HAS_LOWER) !== 0;
      this.reportPlural(at, { row, parent, from });
      row = step.hashOn(row, (flags[at] ?? 0) & step.SPACED, hashes[at] ?? 0);
      const to = ends[at] ?? 0;
      parent = this.finder.find(row, { parent, from, to, ending: '' });
      if (parent < 0) return;
      this.report(parent, at, '');
      this.spelling = spellOn(this.spelling, rows, from, to);
      this.spelledTo = to;
      from = to;
    }
  }

  /** Reports patterns of which the row of steps up to `at` is the plural. */
  private reportPlural(
    at: number,
    { row, parent, from }: { row?: number; parent: number; from: number },
  ): void {
    const { flags, ends, starts, stems, secondStems } = this.steps;
    const here = flags[at] ?? 0;
    if ((here & step.ENDS_IN_S) === 0 || from > (starts[at] ?? 0)) return;
    const to = ends[at] ?? 0;
    const spaced = here & step.SPACED;
    const report = (stem: number, ending: Ending) => {
      const hash = row === undefined ? stem : step.hashOn(row, spaced, stem);
      const node = this.finder.find(hash, { parent, from, to, ending });
      if (node >= 0) this.report(node, at, ending);
    };
    report(stems[at] ?? 0, 's');
    const second = (here & step.SECOND_STEM) !== 0 && secondSingular(this.folder.rows, starts[at] ?? 0, to);
    if (second) report(secondStems[at] ?? 0, second);
  }

  /** Visits the claims of a node that hold for the text from `begin` to the end of step `last`. */
  private report(node: number, last: number, ending: Ending): void {
    const { sections, folder, begin } = this;
    const record = node * NODE.width;
    const first = sections.nodes[record + NODE.claims] ?? 0;
    const beyond = sections.nodes[record + NODE.width + NODE.claims] ?? 0;
    if (first === beyond) return;
    const end = this.steps.ends[last] ?? 0;
    const capitals = !this.lower && !this.hasLower(last, ending);
    let start = -1;
    let stop = 0;
    for (let claim = first; claim < beyond; claim++) {
      if (!this.isWritten(claim, { end, ending, capitals })) continue;
      // Asked as late as this because most words that could be an acronym are in lower case.
      if (start < 0) {
        start = folder.offsets.startOf(begin);
        stop = folder.offsets.endOf(end - 1);
        if (!this.stands(end, start, stop)) return;
      }
      this.visit(claim, start, stop);
    }
  }

  /** Whether case and ending are the claim's. */
  private isWritten(claim: number, match: { end: number; ending: Ending; capitals: boolean }): boolean {
    const { sections, folder } = this;
    const { end, ending, capitals } = match;
    const flags = sections.flags[claim] ?? 0;
    const exact = (flags & FLAG.exact) !== 0;
    if (exact && (flags & FLAG.capitals) !== 0 && !capitals) return false;
    const length = sections.lengths[claim] ?? 0;
    if (ending !== '' && (flags & FLAG.single) !== 0) return false;
    if (ending !== '' && !takesPlural(folder, end, { length, exact, ending })) return false;
    return !exact || (flags & FLAG.capitals) !== 0 || this.isSpelled(claim, end - ending.length);
  }

  /** Whether a match from `begin` to unit `end` has edges and stands in prose. */
  private stands(end: number, start: number, stop: number): boolean {
    const { folder, begin } = this;
    this.opens ??= opensAt(folder, begin);
    if (!this.opens || !closesAt(folder, begin, end)) return false;
    return !this.notProse.covers(start, stop);
  }

  private hasLower(last: number, ending: Ending): boolean {
    const { steps, folder } = this;
    if (ending === '') return ((steps.flags[last] ?? 0) & step.HAS_LOWER) !== 0;
    const end = (steps.ends[last] ?? 0) - ending.length;
    for (let at = steps.starts[last] ?? 0; at < end; at++) {
      if (((folder.rows[at] ?? 0) & LOWER_CASE) !== 0) return true;
    }
    return false;
  }

  private isSpelled(claim: number, end: number): boolean {
    return spellOn(this.spelling, this.folder.rows, this.spelledTo, end) === spellingOf(this.sections, claim);
  }
}
