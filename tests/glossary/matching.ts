/** Small glossaries and what is found with them, for the tests of matching. */
import { compile, type Index } from '../../glossary/compile.ts';
import type { Entry, Form, Glossary } from '../../glossary/entry.ts';
import { scan } from '../../glossary/match.ts';
import { caseRule } from '../../glossary/pattern.ts';

/** An entry with the given forms; the first is its term. */
export function entryOf(id: string, forms: readonly (string | Form)[], more: Partial<Entry> = {}): Entry {
  const filled = forms.map((form) =>
    typeof form === 'string' ? { text: form, case: caseRule(form), when: 'always' as const } : form,
  );
  return {
    id,
    term: filled[0]?.text ?? '',
    forms: filled,
    native: [],
    definition: '',
    context: [],
    not: [],
    related: [],
    sources: [],
    ...more,
  };
}

export function glossaryOf(id: string, entries: readonly Entry[], context: readonly string[] = []): Glossary {
  return { format: 1, id, title: id, version: '1', language: 'en', context, entries };
}

/** An index in which each text is the only form of an entry `e0`, `e1` … of glossary `g`. */
export function indexOf(texts: readonly (string | Form)[]): Index {
  return compile([
    glossaryOf(
      'g',
      texts.map((text, at) => entryOf(`e${at}`, [text])),
    ),
  ]);
}

/** Every match as the text that it covers, in order, each once. */
export function found(texts: readonly (string | Form)[], text: string): string[] {
  const matches = new Map<string, string>();
  scan(indexOf(texts), text, (_claim, start, end) => matches.set(`${start}-${end}`, text.slice(start, end)));
  return [...matches.values()];
}

/** Every claim with its place, as comparable values. */
export function claimsIn(index: Index, text: string): string[] {
  const claims: string[] = [];
  scan(index, text, (claim, start, end) => {
    const target =
      index.roleOf(claim) === 3
        ? index.glossaryId(index.targetOf(claim))
        : index.refOf(index.targetOf(claim));
    claims.push(`${start}-${end} ${index.patternOf(claim)} ${index.roleOf(claim)} ${target}`);
  });
  return claims.sort();
}
