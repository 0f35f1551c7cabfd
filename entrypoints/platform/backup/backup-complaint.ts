import { quote } from '../../../glossary/format.ts';
import type { FormatIssue } from '../../../glossary/format-error.ts';

/** A step on the way to a value: the name of a field, or a place in a list, from 0. */
export type Step = string | number;

/** One thing in a backup that cannot be used: where it is, what was expected there, and what was found. */
export interface BackupComplaint {
  /** What the reader has it in; a `wording` is their own of a shared entry. */
  readonly part: 'settings' | 'own' | 'file' | 'subscription' | 'wording';
  /** Title of the glossary or address of the subscription, or else its place from 1; empty where there is but one. */
  readonly name: string | number;
  /** The entry it is about, by its place from 1 and its term, where it has one. */
  readonly entry?: { readonly place: number; readonly term: string | undefined };
  /** The way from there; empty for the whole. */
  readonly path: readonly Step[];
  readonly expected: string;
  /** The value, shortened for display; `nothing` where it is missing. */
  readonly found: string;
}

/** What a complaint is about. */
export type Subject = Pick<BackupComplaint, 'part' | 'name'>;

/** Characters of a name that a complaint quotes. */
const QUOTED = 60;

/** What a key of untrusted JSON holds; `undefined` where it holds nothing, or there are no keys. */
export function valueIn(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, key)
    ? Reflect.get(json, key)
    : undefined;
}

/** What is called by a key of untrusted JSON, shortened; `undefined` where there is no text. */
export function nameIn(json: unknown, key: string): string | undefined {
  const name = valueIn(json, key);
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  return name.length > QUOTED ? `${name.slice(0, QUOTED)}…` : name;
}

/** What is wrong in a glossary of a backup, given as it stood there. */
export function glossaryComplaint(
  subject: Subject,
  json: unknown,
  { path, expected, value }: FormatIssue,
): BackupComplaint {
  const steps = stepsOf(path);
  const [list, at, ...rest] = steps;
  const said = { ...subject, expected, found: value };
  if (list !== 'entries' || typeof at !== 'number') return { ...said, path: steps };
  return { ...said, entry: { place: at + 1, term: nameIn(entryAt(json, at), 'term') }, path: rest };
}

/** What is wrong in a value of a backup that is no glossary. */
export function valueComplaint(
  subject: Subject,
  value: unknown,
  { path = [], expected }: { readonly path?: readonly Step[]; readonly expected: string },
): BackupComplaint {
  return { ...subject, path, expected, found: quote(value) };
}

function entryAt(json: unknown, at: number): unknown {
  const entries = valueIn(json, 'entries');
  return Array.isArray(entries) ? entries[at] : undefined;
}

/** `entries[3].forms[0].text` step by step. */
function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, place]) =>
    place === undefined ? name : Number(place),
  );
}
