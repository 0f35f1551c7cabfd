import * as v from 'valibot';
import type { Entry, Form, Glossary } from './entry.ts';
import { FormatError, type FormatIssue } from './format-error.ts';
import { overlong } from './format-lists.ts';
import { type RawEntry, type RawForm, rawEntry, rawHead } from './format-schema.ts';
import { caseRule, unmatchable } from './pattern.ts';

/** As many complaints as a reader can use; the rest are only counted. */
const MOST_ISSUES = 100;
/** Characters of a wrong value that a complaint quotes. */
const QUOTED = 60;

/**
 * A glossary from untrusted JSON (format 1, see DESIGN.md).
 *
 * @throws FormatError naming every place that is wrong, what stands there and what was expected.
 * @example parseGlossary(JSON.parse(text)).entries.length
 */
export function parseGlossary(json: unknown): Glossary {
  const { glossary, issues } = readGlossary(json);
  if (glossary === undefined || issues.length > 0) throw new FormatError(issues);
  return glossary;
}

/** What `readGlossary` could use, and what it could not. */
export interface Reading {
  /** The entries that are right; `undefined` where the file as a whole is no glossary. */
  readonly glossary: Glossary | undefined;
  readonly issues: readonly FormatIssue[];
}

/** The usable part of a glossary from untrusted JSON; wrong entries are left out and complained about. */
export function readGlossary(json: unknown): Reading {
  const tooLong = overlong(json, '');
  if (tooLong.length > 0) return { glossary: undefined, issues: tooLong };
  const head = v.safeParse(rawHead, json);
  if (!head.success) return { glossary: undefined, issues: head.issues.map((issue) => complaint(issue, [])) };
  const { version = '1', language = 'en', context = [], entries: unread, ...rest } = head.output;
  const reader = new EntryReader();
  const entries = unread.map((entry, at) => reader.read(entry, at)).filter((entry) => entry !== undefined);
  return { glossary: { ...rest, version, language, context, entries }, issues: reader.issues };
}

/** Reads the entries of one glossary from untrusted JSON, one by one. */
export class EntryReader {
  /** What is wrong with those that could not be used. */
  readonly issues: FormatIssue[] = [];
  private readonly places = new Map<string, number>();

  /** The entry that stands at this place of the glossary; `undefined` where it cannot be used. */
  read(unread: unknown, at: number): Entry | undefined {
    const long = overlong(unread, `entries[${at}].`);
    if (long.length > 0) return this.complain(long);
    const raw = v.safeParse(rawEntry, unread);
    if (!raw.success) return this.complain(raw.issues.map((issue) => complaint(issue, ['entries', at])));
    const wrong = wrongInEntry(raw.output, at, this.places);
    return wrong.length > 0 ? this.complain(wrong) : toEntry(raw.output);
  }

  private complain(issues: readonly FormatIssue[]): undefined {
    if (this.issues.length < MOST_ISSUES) this.issues.push(...issues);
  }
}

function wrongInEntry(raw: RawEntry, at: number, places: Map<string, number>): FormatIssue[] {
  const first = places.get(raw.id);
  if (first !== undefined) {
    const expected = `an id of its own (entries[${first}] has it already)`;
    return [{ path: `entries[${at}].id`, value: quote(raw.id), expected }];
  }
  places.set(raw.id, at);
  return [
    ...cannotMatch(raw.term, () => `entries[${at}].term`),
    ...(raw.forms ?? []).flatMap((form, number) =>
      typeof form === 'string'
        ? cannotMatch(form, () => `entries[${at}].forms[${number}]`)
        : cannotMatch(form.text, () => `entries[${at}].forms[${number}].text`),
    ),
  ];
}

function cannotMatch(text: string, path: () => string): FormatIssue[] {
  const expected = unmatchable(text);
  return expected === undefined ? [] : [{ path: path(), value: quote(text), expected }];
}

/** An entry that is valid by format 1, with its defaults filled in. */
export function toEntry(raw: RawEntry): Entry {
  const { forms = [], native = [], context = [], not = [], related = [], sources = [], ...rest } = raw;
  return { ...rest, forms: allForms(raw.term, forms), native, context, not, related, sources };
}

/** The term is a form too, unless the list has the same text with rules of its own. */
function allForms(term: string, raw: readonly RawForm[]): Form[] {
  const forms = raw.map(toForm);
  const own = forms.find((form) => form.text === term);
  const rest = forms.filter((form) => form.text !== term);
  return [own ?? toForm(term), ...rest];
}

function toForm(raw: RawForm): Form {
  if (typeof raw === 'string') return { text: raw, case: caseRule(raw), when: 'always' };
  return { ...raw, case: raw.case ?? caseRule(raw.text), when: raw.when ?? 'always' };
}

function complaint(issue: v.BaseIssue<unknown>, base: readonly PropertyKey[]): FormatIssue {
  const path = [...base, ...(issue.path ?? []).map((item) => item.key as PropertyKey)];
  return { path: written(path), value: quote(issue.input), expected: expectation(issue) };
}

/** For a missing key valibot speaks of the object around it: the key is what one wants to know. */
function expectation(issue: v.BaseIssue<unknown>): string {
  const missing = issue.type === 'object' && issue.expected?.startsWith('"');
  return missing ? `${issue.message} with ${issue.expected}` : issue.message;
}

/** `entries[3].forms[0].text`, as one would write it in JavaScript. */
function written(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** A value of untrusted JSON, shortened for display. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
