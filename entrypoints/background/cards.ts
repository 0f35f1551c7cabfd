import type { Card, Entry, EntryRef } from '../../glossary/entry.ts';
import type { ShelfItem } from '../platform/database.ts';
import type { Library } from '../platform/library.ts';
import { overriddenRefs } from '../platform/overrides.ts';

/** Cards kept in memory: what a few pages about one subject need again and again. */
const MOST_KEPT = 2_000;

/** Makes cards of entries. */
export interface Cards {
  get(refs: readonly EntryRef[]): Promise<Map<EntryRef, Card>>;
  forget(): void;
}

export function openCards(library: Library): Cards {
  let kept = new Map<EntryRef, Card>();
  let shelf: Promise<Map<string, ShelfItem>> | undefined;
  const items = () => {
    shelf ??= library.shelf().then(
      (all) => new Map(all.map((item) => [item.id, item])),
      (error) => {
        shelf = undefined;
        throw error;
      },
    );
    return shelf;
  };
  return {
    async get(refs) {
      const wanted = [...new Set(refs)];
      const missing = wanted.filter((ref) => !kept.has(ref));
      const made = missing.length === 0 ? [] : await makeCards(library, await items(), missing);
      if (kept.size + made.length > MOST_KEPT) kept = new Map();
      for (const card of made) kept.set(card.ref, card);
      const found = wanted.map((ref) => kept.get(ref)).filter((card) => card !== undefined);
      return new Map(found.map((card) => [card.ref, card]));
    },
    forget() {
      kept = new Map();
      shelf = undefined;
    },
  };
}

async function makeCards(
  library: Library,
  items: Map<string, ShelfItem>,
  refs: readonly EntryRef[],
): Promise<Card[]> {
  // Side by side: the reader waits for them after each letter of a search.
  const [entries, reworded] = await Promise.all([library.entries(refs), overriddenRefs(library)]);
  const pairs = refs.map((ref, at) => ({
    ref,
    entry: entries[at],
    item: items.get(ref.slice(0, ref.indexOf('/'))),
  }));
  const related = await relatedTerms(library, pairs);
  return pairs.flatMap(({ ref, entry, item }) => {
    if (entry === undefined || item === undefined) return [];
    const card = cardOf(ref, entry, item, related);
    return reworded.has(ref) ? [inOwnWords(card)] : [card];
  });
}

type Pair = { ref: EntryRef; entry: Entry | undefined; item: ShelfItem | undefined };

async function relatedTerms(library: Library, pairs: readonly Pair[]): Promise<Map<EntryRef, string>> {
  const refs = [
    ...new Set(
      pairs.flatMap(({ entry, item }) => (entry && item ? entry.related.map((id) => whole(id, item)) : [])),
    ),
  ];
  const entries = await library.entries(refs);
  return new Map(refs.flatMap((ref, at) => (entries[at] ? [[ref, entries[at].term] as const] : [])));
}

function whole(id: string, item: ShelfItem): EntryRef {
  return id.includes('/') ? id : `${item.id}/${id}`;
}

function cardOf(ref: EntryRef, entry: Entry, item: ShelfItem, terms: Map<EntryRef, string>): Card {
  const { id: _i, forms: _f, context: _c, not: _n, related, ...rest } = entry;
  return {
    ...rest,
    ref,
    lang: item.language,
    related: related.flatMap((to) => {
      const term = terms.get(whole(to, item));
      return term === undefined ? [] : [{ ref: whole(to, item), term }];
    }),
    glossary: { id: item.id, title: item.title },
  };
}

/** The reader shall know that this is not what the publisher says. */
function inOwnWords(card: Card): Card {
  const { id, title } = card.glossary;
  return { ...card, glossary: { id, title: `${title}, in your words` } };
}
