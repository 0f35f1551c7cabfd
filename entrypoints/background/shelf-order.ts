import type { ShelfItem } from '../platform/database.ts';
import type { Shelf } from '../platform/settings.ts';

/** The reader's own glossary speaks first, then what they imported, then what came with the extension. */
const RANK: Readonly<Record<ShelfItem['origin'], number>> = {
  own: 0,
  file: 1,
  subscription: 2,
  'built-in': 3,
};

/** Every glossary in the order in which its meanings are preferred: the reader's order, then by origin and title. */
export function inOrder(items: readonly ShelfItem[], shelf: Shelf): ShelfItem[] {
  const place = new Map(shelf.order.map((id, at) => [id, at]));
  const last = shelf.order.length;
  return [...items].sort(
    (a, b) =>
      (place.get(a.id) ?? last) - (place.get(b.id) ?? last) ||
      RANK[a.origin] - RANK[b.origin] ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The glossaries that are switched on, and in a language the reader wants to be explained in, in that order. */
export function inUse(items: readonly ShelfItem[], shelf: Shelf, languages: readonly string[]): ShelfItem[] {
  const wanted = ({ language }: ShelfItem) => languages.length === 0 || languages.includes(primary(language));
  return inOrder(items, shelf).filter((item) => !shelf.off.includes(item.id) && wanted(item));
}

/** `pt` of `pt-BR`. */
function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
