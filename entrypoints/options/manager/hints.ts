import type { Index } from '../../../glossary/compile.ts';
import { CueText } from '../../../glossary/cue-strength.ts';
import type { Entry, EntryRef, Form } from '../../../glossary/entry.ts';
import { unmatchable } from '../../../glossary/pattern.ts';
import { isTooCommon } from './common-words.ts';

/** Something the reader should know about how a term will be found. */
export type Hint =
  | { readonly kind: 'unmatchable'; readonly form: string; readonly expected: string }
  | { readonly kind: 'common'; readonly form: string }
  /** Other entries have the form too. */
  | { readonly kind: 'ambiguous'; readonly form: string; readonly rivals: readonly EntryRef[] }
  /** A form that needs evidence, of an entry that names none. */
  | { readonly kind: 'no-context'; readonly form: string };

/** What is to be said about an entry's forms. `index` holds all glossaries; without it there is no word of rivals. */
export function hintsOf(entry: Entry, index: Index | undefined): Hint[] {
  return entry.forms.flatMap((form) => hintsOfForm(entry, form, index));
}

function hintsOfForm(entry: Entry, { text, when, case: rule }: Form, index: Index | undefined): Hint[] {
  const expected = unmatchable(text);
  if (expected !== undefined) return [{ kind: 'unmatchable', form: text, expected }];
  const hints: Hint[] = [];
  if (when === 'always' && rule === 'fold' && isTooCommon(text)) hints.push({ kind: 'common', form: text });
  const rivals = index === undefined ? [] : rivalsOf(index, text).filter((ref) => ref !== `own/${entry.id}`);
  if (rivals.length > 0) hints.push({ kind: 'ambiguous', form: text, rivals });
  if (when === 'context' && entry.context.length === 0) hints.push({ kind: 'no-context', form: text });
  return hints;
}

/** Entries that are written like this, each once. */
export function rivalsOf(index: Index, text: string): EntryRef[] {
  const found = new CueText(index, text, true).forms(1);
  return [...new Set(found.map(({ entry }) => index.refOf(entry)))];
}
