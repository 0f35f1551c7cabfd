import { directionOf } from '../../glossary/direction.ts';
import type { Card, CardHead, Entry, EntryRef } from '../../glossary/entry.ts';
import type { ShelfItem } from '../platform/database.ts';
import type { Library } from '../platform/library.ts';
import { overriddenRefs } from '../platform/overrides.ts';

/** Cards kept in memory: what a few pages about one subject need again and again. */
const MOST_KEPT = 2_000;

/** Makes cards of entries. */
export interface Cards {
  get(refs: readonly EntryRef[]): Promise<Map<EntryRef, Card>>;
  /** What of cards stands in a list: the reader waits for it after each letter of a search, so no other entry is read. */
  heads(refs: readonly EntryRef[]): Promise<Map<EntryRef, CardHead>>;
  forget(): void;
}

/** An entry as it was read, and its card once somebody has asked for it. */
interface Known {
  readonly unlinked: Unlinked;
  card?: Card;
}

export function openCards(library: Library): Cards {
  let kept = new Map<EntryRef, Known>();
  let around: Promise<Around> | undefined;
  const surroundings = () => {
    around ??= readAround(library).catch((error) => {
      around = undefined;
      throw error;
    });
    return around;
  };
  const known = async (refs: readonly EntryRef[]): Promise<Known[]> => {
    // What is read while all is forgotten is not kept.
    const mine = kept;
    const wanted = [...new Set(refs)];
    const missing = wanted.filter((ref) => !mine.has(ref));
    const read = missing.length === 0 ? [] : await readUnlinked(library, await surroundings(), missing);
    const found = new Map(read.map((unlinked) => [unlinked.card.ref, { unlinked }]));
    const all = wanted.map((ref) => mine.get(ref) ?? found.get(ref)).filter((one) => one !== undefined);
    if (mine.size + found.size > MOST_KEPT) mine.clear();
    for (const [ref, one] of found) mine.set(ref, one);
    return all;
  };
  return {
    async get(refs) {
      const all = await known(refs);
      await link(
        library,
        all.filter(({ card }) => card === undefined),
      );
      return new Map(all.flatMap(({ card }) => (card === undefined ? [] : [[card.ref, card]])));
    },
    async heads(refs) {
      const all = await known(refs);
      return new Map(all.map(({ unlinked: { card } }) => [card.ref, headOfCard(card)]));
    },
    forget() {
      kept = new Map();
      around = undefined;
    },
  };
}

function headOfCard({ ref, term, definition, lang, glossary }: CardHead): CardHead {
  return { ref, term, definition, lang, glossary };
}

/** A card but for the terms of the entries that it points to. */
interface Unlinked {
  readonly card: Omit<Card, 'related'>;
  readonly related: readonly EntryRef[];
}

/** What cards say besides their entries. */
interface Around {
  readonly items: ReadonlyMap<string, ShelfItem>;
  readonly reworded: ReadonlySet<EntryRef>;
}

async function readAround(library: Library): Promise<Around> {
  const [shelf, reworded] = await Promise.all([library.shelf(), overriddenRefs(library)]);
  return { items: new Map(shelf.map((item) => [item.id, item])), reworded };
}

async function readUnlinked(
  library: Library,
  { items, reworded }: Around,
  refs: readonly EntryRef[],
): Promise<Unlinked[]> {
  const entries = await library.entries(refs);
  return refs.flatMap((ref, at) => {
    const entry = entries[at];
    const item = items.get(ref.slice(0, ref.indexOf('/')));
    if (entry === undefined || item === undefined) return [];
    return [unlinkedCard(entry, item, { ref, reworded: reworded.has(ref) })];
  });
}

function unlinkedCard(
  entry: Entry,
  item: ShelfItem,
  { ref, reworded }: { ref: EntryRef; reworded: boolean },
): Unlinked {
  const { id: _i, forms: _f, context: _c, not: _n, related, ...rest } = entry;
  // The reader shall know that this is not what the publisher says.
  const title = reworded ? `${item.title}, in your words` : item.title;
  return {
    card: {
      ...rest,
      ref,
      lang: item.language,
      ...directed(item.language),
      glossary: { id: item.id, title },
    },
    related: related.map((id) => (id.includes('/') ? id : `${item.id}/${id}`)),
  };
}

/** Completes cards with the terms of the entries that they point to; those that are gone are left out. */
async function link(library: Library, all: readonly Known[]): Promise<void> {
  const refs = [...new Set(all.flatMap(({ unlinked }) => unlinked.related))];
  const entries = refs.length === 0 ? [] : await library.entries(refs);
  const terms = new Map(refs.map((ref, at) => [ref, entries[at]?.term]));
  for (const one of all) {
    const related = one.unlinked.related.flatMap((ref) => {
      const term = terms.get(ref);
      return term === undefined ? [] : [{ ref, term }];
    });
    one.card = { ...one.unlinked.card, related };
  }
}

/** The direction of a card, made here since pages have no other use for what tells it. */
export function directed(lang: string): Pick<Card, 'dir'> {
  return directionOf(lang) === 'rtl' ? { dir: 'rtl' } : {};
}
