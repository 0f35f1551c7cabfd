import * as v from 'valibot';
import { LIMITS, type RawEntry, type RawForm, rawEntry } from '../format-schema.ts';
import { unmatchable } from '../pattern.ts';
import { type FileComplaint, quoted } from './complaint.ts';
import type { Candidate } from './concept-entry.ts';
import { IdBook } from './ids.ts';
import type { Batch, Tally } from './reading.ts';

/** As many complaints as anyone reads; the rest are only counted. */
const MOST_COMPLAINTS = 1_000;

/** Where an entry stands in its file. */
export interface Place {
  readonly where: string;
  readonly line: number | undefined;
}

/** The gate that every entry of a file passes: valid by format 1, with an id of its own. */
export class Intake {
  private readonly ids = new IdBook();
  private entries: RawEntry[] = [];
  private complaints: FileComplaint[] = [];
  private counts = { entries: 0, skipped: 0, changed: 0, complaints: 0 };

  get tally(): Tally {
    return { ...this.counts };
  }

  /** Whether the glossary has as many entries as one can have. */
  get full(): boolean {
    return this.counts.entries >= LIMITS.entries;
  }

  complain(complaint: FileComplaint): void {
    this.counts.complaints++;
    if (complaint.effect !== 'noted') this.counts[complaint.effect]++;
    if (this.counts.complaints <= MOST_COMPLAINTS) this.complaints.push(complaint);
  }

  /** An entry that must be right as it stands: of a glossary file, where an id is what others refer to. */
  admitAsIs(raw: unknown, place: Place): void {
    const result = v.safeParse(rawEntry, raw);
    if (!result.success) {
      this.skip(result.issues, place);
      return;
    }
    const [never] = unmatchableForms(result.output);
    if (never !== undefined) {
      this.tell('skipped', place, ` › ${never.path}`, quoted(never.text), never.expected);
      return;
    }
    if (this.ids.claim(result.output.id, '') === result.output.id) {
      this.take(result.output);
      return;
    }
    this.tell('skipped', place, ' › id', quoted(result.output.id), 'an id of its own: another entry has it');
  }

  /** An entry made from another format: parts that are wrong are left out, a taken id gets an addition. */
  admit(candidate: Candidate, place: Place): void {
    const { raw: valid, issues } = this.withoutWrongParts(candidate, place);
    if (valid === undefined) {
      this.skip(issues, place);
      return;
    }
    const raw = this.withoutUnmatchable(valid, place);
    if (raw === undefined) return;
    const id = this.ids.claim(raw.id, `${raw.term}\n${raw.definition}`);
    if (id !== raw.id) {
      const expected = `an id of its own; the entry is called ${quoted(id)}`;
      this.tell('changed', place, ' › id', `${quoted(raw.id)} again`, expected);
    }
    this.take(id === raw.id ? raw : { ...raw, id });
  }

  /** What came in since the last time. */
  batch(): Batch {
    const { entries, complaints } = this;
    this.entries = [];
    this.complaints = [];
    return { entries, complaints };
  }

  private take(raw: RawEntry): void {
    this.counts.entries++;
    this.entries.push(raw);
  }

  /** A form that no page can have is left out; an entry whose term is one is skipped. */
  private withoutUnmatchable(raw: RawEntry, place: Place): RawEntry | undefined {
    const never = unmatchableForms(raw);
    if (never.length === 0) return raw;
    const skipped = never.some(({ path }) => path === 'term');
    for (const { path, text, expected } of skipped ? never.slice(0, 1) : never) {
      this.tell(skipped ? 'skipped' : 'changed', place, ` › ${path}`, quoted(text), expected);
    }
    if (skipped) return undefined;
    const texts = new Set(never.map(({ text }) => text));
    return { ...raw, forms: (raw.forms ?? []).filter((form) => !texts.has(textOf(form))) };
  }

  private withoutWrongParts(candidate: Candidate, place: Place) {
    const first = v.safeParse(rawEntry, candidate);
    if (first.success) return { raw: first.output, issues: [] };
    const copy: Record<string, unknown> = { ...candidate };
    const essential = first.issues.filter((issue) => !leaveOut(copy, issue));
    const second = v.safeParse(rawEntry, copy);
    if (essential.length > 0 || !second.success) return { raw: undefined, issues: first.issues };
    for (const issue of first.issues) {
      this.tell('changed', place, ` › ${pathOf(issue)}`, quoted(issue.input), issue.message);
    }
    return { raw: second.output, issues: [] };
  }

  private skip(issues: readonly v.BaseIssue<unknown>[], place: Place): void {
    const [first] = issues;
    if (first === undefined) return;
    const path = pathOf(first);
    this.tell('skipped', place, path && ` › ${path}`, quoted(first.input), expectation(first));
  }

  private tell(
    effect: FileComplaint['effect'],
    place: Place,
    part: string,
    found: string,
    expected: string,
  ): void {
    const { where, line } = place;
    this.complain({ effect, ...(line !== undefined && { line }), where: `${where}${part}`, found, expected });
  }
}

function textOf(form: RawForm): string {
  return typeof form === 'string' ? form : form.text;
}

/** The term and the forms that can never be found on a page, and why. */
function unmatchableForms({
  term,
  forms = [],
}: RawEntry): { path: string; text: string; expected: string }[] {
  const texts = [term, ...forms.map(textOf)];
  return texts.flatMap((text, at) => {
    const expected = unmatchable(text);
    return expected === undefined ? [] : [{ path: at === 0 ? 'term' : `forms[${at - 1}]`, text, expected }];
  });
}

/** Takes the part out of an entry that an issue is about; false where the entry cannot do without. */
function leaveOut(entry: Record<string, unknown>, issue: v.BaseIssue<unknown>): boolean {
  const [key, at] = (issue.path ?? []).map((item) => item.key);
  if (typeof key !== 'string' || ['id', 'term', 'definition'].includes(key)) return false;
  const list = entry[key];
  if (!Array.isArray(list)) delete entry[key];
  else if (typeof at === 'number') {
    const wrong: unknown = Array.isArray(issue.path?.[0]?.value) ? issue.path[0].value[at] : undefined;
    entry[key] = list.filter((item) => item !== wrong);
  } else entry[key] = list.slice(0, LIMITS.list);
  return true;
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  return keys.join('').replace(/^\./, '');
}

/** For a missing key valibot speaks of the object around it. */
function expectation(issue: v.BaseIssue<unknown>): string {
  const missing = issue.type === 'object' && issue.expected?.startsWith('"');
  return missing ? `${issue.message} with ${issue.expected}` : issue.message;
}
