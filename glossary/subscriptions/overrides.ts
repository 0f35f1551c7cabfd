import { sameEntry } from '../compare.ts';
import type { Entry, Glossary } from '../entry.ts';

/** The reader's own wording of a shared entry. It has the id of that entry. */
export interface Override {
  readonly entry: Entry;
  /** The shared entry that the reader saw when writing this. */
  readonly seen: Entry;
  /** The shared entry as it is now; absent when the shared glossary has dropped it. */
  readonly shared?: Entry;
}

/** How a shared entry stands to the wording that the reader put in its place. */
export type Standing = 'as-seen' | 'changed' | 'gone';

export function standingOf({ seen, shared }: Override): Standing {
  if (shared === undefined) return 'gone';
  return sameEntry(seen, shared) ? 'as-seen' : 'changed';
}

/** A shared glossary as the reader wants it: their wordings in place, those of dropped entries at the end. */
export function withOverrides(shared: Glossary, overrides: readonly Override[]): Glossary {
  if (overrides.length === 0) return shared;
  const own = new Map(overrides.map(({ entry }) => [entry.id, entry]));
  const entries = shared.entries.map((entry) => own.get(entry.id) ?? entry);
  const there = new Set(shared.entries.map(({ id }) => id));
  const dropped = overrides.map(({ entry }) => entry).filter(({ id }) => !there.has(id));
  return { ...shared, entries: [...entries, ...dropped] };
}

/** The way back: the glossary as it was published. */
export function withoutOverrides(glossary: Glossary, overrides: readonly Override[]): Glossary {
  if (overrides.length === 0) return glossary;
  const own = new Map(overrides.map((override) => [override.entry.id, override]));
  const entries = glossary.entries.flatMap((entry) => {
    const override = own.get(entry.id);
    return override === undefined ? [entry] : (override.shared ?? []);
  });
  return { ...glossary, entries };
}

/** The same wordings over another version of the shared glossary. */
export function rebased(overrides: readonly Override[], shared: Glossary): Override[] {
  const wanted = new Set(overrides.map(({ entry }) => entry.id));
  const now = new Map(shared.entries.filter(({ id }) => wanted.has(id)).map((entry) => [entry.id, entry]));
  return overrides.map(({ entry, seen }) => {
    const there = now.get(entry.id);
    return { entry, seen, ...(there !== undefined && { shared: there }) };
  });
}
