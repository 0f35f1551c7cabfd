import type { Entry } from '../../../glossary/entry.ts';

/** Entries ready to be searched as one types; all lists are parallel. */
export interface Searchable {
  readonly entries: readonly Entry[];
  readonly names: readonly string[];
  /** Everything else that is searched. */
  readonly texts: readonly string[];
}

/** Makes entries ready to be searched, in the order of their terms. */
export function searchable(entries: readonly Entry[]): Searchable {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const sorted = [...entries].sort((a, b) => compare(a.term, b.term));
  return { entries: sorted, names: sorted.map(namesOf), texts: sorted.map(restOf) };
}

/** The entries that hold every word of a query, those that have them all in their names first. */
export function matching({ entries, names, texts }: Searchable, query: string): readonly Entry[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return entries;
  const byName: Entry[] = [];
  const byText: Entry[] = [];
  for (const [at, entry] of entries.entries()) {
    const name = names[at] ?? '';
    const rest = words.filter((word) => !name.includes(word));
    if (rest.length === 0) byName.push(entry);
    else if (rest.every((word) => texts[at]?.includes(word))) byText.push(entry);
  }
  return [...byName, ...byText];
}

function namesOf({ term, forms, native }: Entry): string {
  return plain([term, ...forms.map(({ text }) => text), ...native.map(({ text }) => text)].join('\n'));
}

function restOf({ definition, context }: Entry): string {
  return plain([definition, ...context].join('\n'));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}
