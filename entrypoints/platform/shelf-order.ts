import type { ShelfItem } from './database.ts';
import type { Shelf } from './settings.ts';

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
  // What one writes oneself is meant to be seen, also by readers who had put the others in an order before.
  const placeOf = ({ id, origin }: ShelfItem) => place.get(id) ?? (origin === 'own' ? -1 : last);
  return [...items].sort(
    (a, b) => placeOf(a) - placeOf(b) || RANK[a.origin] - RANK[b.origin] || (a.id < b.id ? -1 : 1),
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

/**
 * The order with one member brought to another place; unchanged if it is not among them.
 *
 * @example moved(['a', 'b', 'c'], 'c', 0) // ['c', 'a', 'b']
 */
export function moved(ids: readonly string[], id: string, to: number): readonly string[] {
  if (!ids.includes(id)) return ids;
  const rest = ids.filter((one) => one !== id);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, id);
}
