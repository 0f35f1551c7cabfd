import * as v from 'valibot';
import { sourceSite } from '../../glossary/source-site.ts';

/** What is known of a term that the reader wants to write. */
export interface NewTerm {
  readonly term: string;
  /** The sentence it stood in. */
  readonly context?: string;
  /** Address of the page, http or https. */
  readonly url?: string;
  /** Title of the page. */
  readonly title?: string;
}

/** Why the settings page was opened. */
export type TermRequest =
  | { readonly add: NewTerm }
  /** Id of one of the reader's own terms. */
  | { readonly edit: string };

/** Characters of a text from a page; more is no term and no sentence. */
const MOST = 1_000;
const text = v.pipe(
  v.string(),
  v.transform((value) => value.trim().slice(0, MOST)),
);
const newTerm = v.object({
  term: text,
  context: v.optional(text),
  url: v.optional(v.string()),
  title: v.optional(text),
});

/** The part of the settings page's address behind `#` that asks for a term. */
export function hashOfRequest(request: TermRequest): string {
  return 'add' in request
    ? `#add=${encodeURIComponent(JSON.stringify(request.add))}`
    : `#edit=${encodeURIComponent(request.edit)}`;
}

/** Reads `#add=` (JSON, or just the term) and `#edit=`; anything else is no request. */
export function requestOfHash(hash: string): TermRequest | undefined {
  const found = /^#(add|edit)=(.*)$/su.exec(hash);
  const value = found === null ? undefined : decoded(found[2] ?? '');
  if (found === null || value === undefined) return undefined;
  if (found[1] === 'edit') return { edit: value.replace(/^own\//, '') };
  return { add: readTerm(value) };
}

function readTerm(value: string): NewTerm {
  const read = v.safeParse(newTerm, parsed(value));
  if (!read.success) return { term: value.trim().slice(0, MOST) };
  const { term, context, url, title } = read.output;
  return {
    term,
    ...(context && { context }),
    ...(url !== undefined && sourceSite(url) !== undefined && { url }),
    ...(title && { title }),
  };
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
