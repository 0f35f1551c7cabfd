import * as v from 'valibot';
import { type Entry, type Form, KINDS } from '../../../glossary/entry.ts';
import { readGlossary } from '../../../glossary/format.ts';
import type { FormatIssue } from '../../../glossary/format-error.ts';
import { LIMITS } from '../../../glossary/format-schema.ts';
import { caseRule } from '../../../glossary/pattern.ts';
import type { NewTerm } from '../../platform/term-request.ts';

const rules = {
  when: v.picklist(['always', 'context']),
  /** `usual`: capitals exactly, everything else in any case. */
  case: v.picklist(['usual', 'exact', 'fold']),
};
const draftForm = v.object({ text: v.string(), lang: v.optional(v.string()), ...rules });
export type DraftForm = v.InferOutput<typeof draftForm>;

const draftFields = v.object({
  /** Empty for a new term. */
  id: v.string(),
  /** The subscribed glossary of which this rewords an entry; empty for the reader's own terms. */
  shared: v.optional(v.string(), ''),
  /** The entry as it was when the writing began, or that this is a copy of, as JSON; empty for a new one. */
  base: v.string(),
  term: v.string(),
  termForm: v.object(rules),
  definition: v.string(),
  kind: v.picklist(['', ...KINDS]),
  forms: v.array(draftForm),
  native: v.optional(v.array(v.object({ lang: v.string(), text: v.string() }))),
  question: v.optional(v.string()),
  asOf: v.optional(v.string()),
  /** One a line. */
  context: v.string(),
  not: v.string(),
  sources: v.array(v.object({ title: v.string(), url: v.string() })),
  related: v.array(v.object({ ref: v.string(), term: v.string() })),
  /** The sentence to try the term in. */
  sample: v.string(),
});

/** A term as it is being written: texts as typed, right or wrong. Kept as JSON over a crash. */
export const draftSchema = v.pipe(
  draftFields,
  // One that was kept before the form had these fields has them in the entry that it began with.
  v.transform((draft) => {
    const { native = [], question = '', asOf = '' } = began(draft.base) ?? {};
    const { native: names = native.map(({ lang, text }) => ({ lang, text })) } = draft;
    return { ...draft, native: names, question: draft.question ?? question, asOf: draft.asOf ?? asOf };
  }),
);
export type Draft = v.InferOutput<typeof draftSchema>;

export const EMPTY_DRAFT: Draft = {
  id: '',
  shared: '',
  base: '',
  term: '',
  termForm: { when: 'always', case: 'usual' },
  definition: '',
  kind: '',
  forms: [],
  native: [],
  question: '',
  asOf: '',
  context: '',
  not: '',
  sources: [],
  related: [],
  sample: '',
};

/** A new term from what is known: its sentence and page become the source, and the sentence the one to try it in. */
export function draftOfRequest({ term, context, url, title }: NewTerm): Draft {
  const sources = url === undefined ? [] : [{ title: sourceTitle(title ?? siteOf(url), context), url }];
  return { ...EMPTY_DRAFT, term, sources, sample: context ?? '' };
}

/** An entry to be changed; `nameOf` gives the terms of related entries. */
export function draftOf(entry: Entry, nameOf: (ref: string) => string): Draft {
  const [own, ...others] = entry.forms.map(
    (form): DraftForm => ({
      text: form.text,
      when: form.when,
      case: form.case === caseRule(form.text) ? 'usual' : form.case,
      ...(form.lang !== undefined && { lang: form.lang }),
    }),
  );
  return {
    ...EMPTY_DRAFT,
    id: entry.id,
    base: JSON.stringify(entry),
    term: entry.term,
    termForm: own === undefined ? EMPTY_DRAFT.termForm : { when: own.when, case: own.case },
    definition: entry.definition,
    kind: entry.kind ?? '',
    forms: others,
    native: entry.native.map(({ lang, text }) => ({ lang, text })),
    question: entry.question ?? '',
    asOf: entry.asOf ?? '',
    context: entry.context.join('\n'),
    not: entry.not.join('\n'),
    sources: entry.sources.map(({ title, url }) => ({ title, url })),
    related: entry.related.map((ref) => ({ ref, term: nameOf(ref) })),
  };
}

/** The same as a new term. */
export function copyOf(draft: Draft): Draft {
  return { ...draft, id: '', shared: '' };
}

/** Whether there is anything in it that would be a loss. */
export function isWritten(draft: Draft): boolean {
  const { sample: _, ...rest } = draft;
  const { sample: __, ...empty } = EMPTY_DRAFT;
  return JSON.stringify(rest) !== JSON.stringify(empty);
}

const FIELDS = [
  'term',
  'definition',
  'question',
  'asOf',
  'forms',
  'native',
  'context',
  'not',
  'sources',
  'related',
] as const;
export type Field = (typeof FIELDS)[number];

/** The entry that the draft makes, or what is wrong with it, by field. */
export interface Checked {
  readonly entry?: Entry;
  readonly problems: Partial<Readonly<Record<Field, string>>>;
}

/** Reads the draft as a glossary file is read. */
export function checkDraft(draft: Draft): Checked {
  const { entry, issues } = read(rawOf(draft));
  if (entry !== undefined) return { entry, problems: {} };
  const problems: Partial<Record<Field, string>> = {};
  for (const { path, value, expected } of issues) {
    const named = /^entries\[0\]\.(\w+)/.exec(path)?.[1];
    problems[FIELDS.find((field) => field === named) ?? 'term'] ??=
      value === '""' ? `Expected ${expected}.` : `Expected ${expected}, not ${value}.`;
  }
  return { problems };
}

/** The entry of a draft's memory, which may be damaged: then what it held is given up and the rest saved. */
function began(base: string): Entry | undefined {
  if (base === '') return undefined;
  try {
    return read(JSON.parse(base)).entry;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function read(entry: unknown): { entry: Entry | undefined; issues: readonly FormatIssue[] } {
  const { glossary, issues } = readGlossary({ format: 1, id: 'own', title: 'own', entries: [entry] });
  return { entry: glossary?.entries[0], issues };
}

function rawOf(draft: Draft): unknown {
  const term = draft.term.trim();
  const question = draft.question.trim();
  const asOf = draft.asOf.trim();
  const written = draft.forms.filter(({ text }) => text.trim() !== '' && text.trim() !== term);
  const native = draft.native.map(({ lang, text }) => ({ lang: lang.trim(), text: text.trim() }));
  const sources = draft.sources.map(({ title, url }) => ({
    title: title.trim() || url.trim(),
    url: url.trim(),
  }));
  return {
    id: draft.id || 'new',
    term,
    ...(draft.kind !== '' && { kind: draft.kind }),
    // A blank term is complained about once, as a term.
    forms: [...(term === '' ? [] : [formOf({ text: term, ...draft.termForm })]), ...written.map(formOf)],
    native: native.filter(({ lang, text }) => lang !== '' || text !== ''),
    definition: draft.definition.trim(),
    ...(question !== '' && { question }),
    ...(asOf !== '' && { asOf }),
    context: lines(draft.context),
    not: lines(draft.not),
    related: draft.related.map(({ ref }) => ref),
    sources: sources.filter(({ title, url }) => title !== '' || url !== ''),
  };
}

function formOf({ text, when, case: rule, lang }: DraftForm): Form {
  const trimmed = text.trim();
  return {
    text: trimmed,
    when,
    case: rule === 'usual' ? caseRule(trimmed) : rule,
    ...(lang !== undefined && { lang }),
  };
}

/** Lines that are not blank, each once. */
export function lines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

function sourceTitle(page: string, sentence: string | undefined): string {
  return sentence === undefined ? page : `“${sentence}” (${page})`.slice(0, LIMITS.line);
}

function siteOf(url: string): string {
  return URL.parse(url)?.hostname ?? url;
}
