import { compareGlossaries } from '../compare.ts';
import type { Entry, Glossary } from '../entry.ts';

/** What an update brought: how many of each, and the terms by name (the first of them). */
export interface Changes {
  readonly added: Listed;
  readonly changed: Listed;
  readonly removed: Listed;
}

export interface Listed {
  readonly count: number;
  readonly terms: readonly string[];
}

/** Names of each kind that are kept; more are only counted. */
const MOST_NAMED = 200;

/** What one version of a glossary has that another has not. */
export function changesBetween(before: Glossary | undefined, after: Glossary): Changes {
  const { added, changed, removed } = compareGlossaries(before, after);
  return { added: listed(added), changed: listed(changed), removed: listed(removed) };
}

function listed(entries: readonly Entry[]): Listed {
  return { count: entries.length, terms: entries.slice(0, MOST_NAMED).map(({ term }) => term) };
}

/**
 * The changes in one line.
 *
 * @example changesText(changes) // '3 new, 1 changed, 2 gone'
 */
export function changesText({ added, changed, removed }: Changes): string {
  const parts = [
    [added.count, 'new'],
    [changed.count, 'changed'],
    [removed.count, 'gone'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length === 0 ? 'no entry changed' : said.join(', ');
}
