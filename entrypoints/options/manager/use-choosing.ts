import { useState } from 'preact/hooks';
import type { Entry } from '../../../glossary/entry.ts';

/** Entries of a list that the reader has ticked. */
export interface Choosing {
  readonly chosen: readonly Entry[];
  has(entry: Entry): boolean;
  toggle(entry: Entry, on: boolean): void;
  /** Ticks all of these, or none. */
  toggleAll(entries: readonly Entry[], on: boolean): void;
  clear(): void;
}

/** Remembers by id what is ticked, so that it stays ticked when it is changed, and is gone with its entry. */
export function useChoosing(entries: readonly Entry[]): Choosing {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggleAll = (some: readonly Entry[], on: boolean) =>
    setIds((now) => {
      const next = new Set(now);
      for (const { id } of some) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  return {
    chosen: ids.size === 0 ? [] : entries.filter(({ id }) => ids.has(id)),
    has: ({ id }) => ids.has(id),
    toggle: (entry, on) => toggleAll([entry], on),
    toggleAll,
    clear: () => setIds(new Set()),
  };
}
