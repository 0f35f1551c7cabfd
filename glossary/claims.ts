import type { Entry, Form, Glossary, Kind } from './entry.ts';
import { ROLE, type Role } from './flat-index.ts';
import { caseRule } from './pattern.ts';

/** One text of a glossary with what it says when it stands on a page. */
export interface Claim {
  readonly text: string;
  readonly role: Role;
  /** Number of the entry, or of the glossary for its own cues. */
  readonly target: number;
  readonly exact: boolean;
  readonly context: boolean;
  /** Whether an acronym of this text names one thing, so that its plural must mean another. */
  readonly single?: boolean;
  readonly lang?: string | undefined;
}

/** An entry's forms, its term among them, and those native names that are not forms already. */
function* formsOf(entry: Entry): Iterable<Form> {
  const texts = new Set(entry.forms.map((form) => form.text));
  if (!texts.has(entry.term)) yield plainForm(entry.term);
  yield* entry.forms;
  for (const { text, lang } of entry.native) {
    // One character of Han or Hangul is a syllable of many words.
    if (text.length >= 2 && !texts.has(text)) yield { ...plainForm(text), lang };
  }
}

function plainForm(text: string): Form {
  return { text, case: caseRule(text), when: 'always' };
}

function* cues(texts: readonly string[], role: Role, target: number): Iterable<Claim> {
  for (const text of texts) yield { text, role, target, exact: caseRule(text) === 'exact', context: false };
}

/** What bears a name of its own: "CFCs" is never the Combined Forces Command, "SPAs" no parliament. */
const NAMED_KINDS: ReadonlySet<Kind | undefined> = new Set(['law', 'organization', 'person', 'place']);

/** A possessive that pages write without its apostrophe as well: Workers' Party, Workers Party. */
const OPEN_POSSESSIVE = /(?<=s)['’](?=\s)/gu;

/**
 * The text of a form with its possessives written the short way.
 *
 * @example withoutOpenPossessive('Workers’ Party') // 'Workers Party'
 */
export function withoutOpenPossessive(text: string): string {
  return text.replace(OPEN_POSSESSIVE, '');
}

function* spellingsOf(form: Form): Iterable<Form> {
  yield form;
  const text = withoutOpenPossessive(form.text);
  if (text !== form.text) yield { ...form, text };
}

/** Everything that an entry of a glossary in `language` claims: its forms, its cues, the cues against it. */
export function* claimsOfEntry(entry: Entry, target: number, language: string): Iterable<Claim> {
  for (const form of formsOf(entry)) {
    const { when, lang = isPlainWord(form.text) ? language : undefined } = form;
    const context = when === 'context';
    const single = context && NAMED_KINDS.has(entry.kind);
    const claim = { role: ROLE.form, target, exact: form.case === 'exact', context, single, lang };
    for (const { text } of spellingsOf(form)) yield { text, ...claim };
  }
  yield* cues(entry.context, ROLE.cueFor, target);
  yield* cues(entry.not, ROLE.cueAgainst, target);
}

/** Words without a capital belong to one language ("die"); names and acronyms travel between them. */
export function isPlainWord(text: string): boolean {
  return /\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text);
}

/** The cues of a glossary as a whole. */
export function claimsOfGlossary(glossary: Pick<Glossary, 'context'>, target: number): Iterable<Claim> {
  return cues(glossary.context, ROLE.cueForGlossary, target);
}
