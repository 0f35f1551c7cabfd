import type { Entry } from '../../../glossary/entry.ts';

/** Entries ready to be searched as one types. */
export interface Searchable {
  readonly entries: readonly Entry[];
  /** All that is searched of each entry; parallel to `entries`. */
  readonly texts: readonly string[];
}

/** Makes entries ready to be searched, in the order of their terms. */
export function searchable(entries: readonly Entry[]): Searchable {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const sorted = [...entries].sort((a, b) => compare(a.term, b.term));
  return { entries: sorted, texts: sorted.map(textOf) };
}

/** The entries that hold every word of a query: in names, definition or context. */
export function matching({ entries, texts }: Searchable, query: string): readonly Entry[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return entries;
  return entries.filter((_, at) => words.every((word) => texts[at]?.includes(word)));
}

function textOf({ term, forms, native, definition, context }: Entry): string {
  return plain(
    [term, ...forms.map(({ text }) => text), ...native.map(({ text }) => text), ...context, definition].join(
      '\n',
    ),
  );
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}
