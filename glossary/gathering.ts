import type { Entry, Glossary } from './entry.ts';

/**
 * Makes something of glossaries whose entries are handed over one by one: however many there are, they need
 * never be in memory together.
 */
export interface Gathering<Made> {
  /** A glossary, after those before it in the reader's order, and the ids of its entries in their order. */
  begin(glossary: Omit<Glossary, 'entries'>, ids: readonly string[]): void;
  /** An entry of that glossary and its place among the ids. They come in any order, some perhaps never. */
  add(entry: Entry, place: number): void;
  /** What was made; nothing more is handed over. */
  finish(): Made;
}

/** Hands over whole glossaries, given in the reader's order. */
export function gather<Made>(gathering: Gathering<Made>, glossaries: readonly Glossary[]): Made {
  for (const { entries, ...head } of glossaries) {
    gathering.begin(
      head,
      entries.map(({ id }) => id),
    );
    for (const [place, entry] of entries.entries()) gathering.add(entry, place);
  }
  return gathering.finish();
}
