import * as v from 'valibot';
import { KINDS } from './entry.ts';

/** Bounds that keep a hostile file from costing more than it is worth. */
export const LIMITS = {
  /** Characters of a title, term, name, cue or source title. */
  line: 1_000,
  /** Characters of a definition: about ten printed pages. */
  definition: 20_000,
  /** Characters of an address. */
  url: 2_000,
  /** Items in one list of an entry. */
  list: 500,
  /** Entries in one glossary. */
  entries: 1_000_000,
} as const;

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,127}$/u;
const REF = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,127}(\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,127})?$/u;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const NOT_BLANK = /\S/;

/** Web addresses only: nothing a click could run. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

const line = v.pipe(
  v.string('text'),
  v.maxLength(LIMITS.line, `at most ${LIMITS.line} characters`),
  v.regex(NOT_BLANK, 'text that is not blank'),
);
const id = v.pipe(v.string('an id'), v.regex(ID, 'an id: letters, digits, "-", "_" or ".", at most 128'));
const language = v.pipe(
  v.string('a language tag'),
  v.regex(LANGUAGE, 'a language tag such as "en" or "ko-KP"'),
);
const url = v.pipe(
  v.string('an address'),
  v.maxLength(LIMITS.url, `at most ${LIMITS.url} characters`),
  v.check(isWebAddress, 'an address that begins with https:// or http://'),
);
const list = <S extends v.GenericSchema>(item: S, what: string) =>
  v.pipe(v.array(item, `a list of ${what}`), v.maxLength(LIMITS.list, `at most ${LIMITS.list} ${what}`));

const formObject = v.object(
  {
    text: line,
    case: v.exactOptional(v.picklist(['exact', 'fold'], '"exact" or "fold"')),
    when: v.exactOptional(v.picklist(['always', 'context'], '"always" or "context"')),
    lang: v.exactOptional(language),
  },
  'a form: text, or an object with "text"',
);

/** A form as a file writes it: plain text, or an object with its rules. */
export const rawForm = v.union([line, formObject], 'a form: text, or an object with "text"');
export type RawForm = v.InferOutput<typeof rawForm>;

/** An entry as a file writes it. */
export const rawEntry = v.object(
  {
    id,
    term: line,
    kind: v.exactOptional(v.picklist(KINDS, `one of ${KINDS.join(', ')}`)),
    forms: v.exactOptional(list(rawForm, 'forms')),
    native: v.exactOptional(
      list(v.object({ lang: language, text: line }, 'a name with "lang" and "text"'), 'names'),
    ),
    definition: v.pipe(
      v.string('text'),
      v.maxLength(LIMITS.definition, `at most ${LIMITS.definition} characters`),
      v.regex(NOT_BLANK, 'text that is not blank'),
    ),
    question: v.exactOptional(line),
    asOf: v.exactOptional(v.pipe(v.string('a date'), v.regex(DATE, 'a date: 2026, 2026-02 or 2026-02-23'))),
    context: v.exactOptional(list(line, 'words')),
    not: v.exactOptional(list(line, 'words')),
    related: v.exactOptional(
      list(v.pipe(v.string('an id'), v.regex(REF, 'the id of an entry, or glossary/entry')), 'ids'),
    ),
    sources: v.exactOptional(
      list(v.object({ title: line, url }, 'a source with "title" and "url"'), 'sources'),
    ),
  },
  'an entry',
);
export type RawEntry = v.InferOutput<typeof rawEntry>;

const head = {
  format: v.literal(1, 'format 1'),
  id,
  title: line,
  version: v.exactOptional(line),
  language: v.exactOptional(language),
  license: v.exactOptional(line),
  homepage: v.exactOptional(url),
  context: v.exactOptional(list(line, 'words')),
};
const entries = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    v.array(item, 'a list of entries'),
    v.maxLength(LIMITS.entries, `at most ${LIMITS.entries} entries`),
  );

/** A glossary file whose entries are still to be read one by one. */
export const rawHead = v.object({ ...head, entries: entries(v.unknown()) }, 'a glossary');
/** A whole glossary file: the source of the published JSON Schema. */
export const rawGlossary = v.object({ ...head, entries: entries(rawEntry) }, 'a glossary');
