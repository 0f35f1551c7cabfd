import type { FormatIssue } from './format-error.ts';
import { LIMITS } from './format-schema.ts';

/** What each list of an entry or a glossary holds, in words. */
const LISTS = {
  forms: 'forms',
  native: 'names',
  context: 'words',
  not: 'words',
  related: 'ids',
  sources: 'sources',
} as const;

/**
 * The lists of an entry or a glossary that are too long, told by their length alone: to look at a million
 * items first, and to complain about each, would take longer than anybody waits.
 */
export function overlong(value: unknown, path: string): FormatIssue[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(LISTS).flatMap(([key, what]) => {
    const list: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
    if (!Array.isArray(list) || list.length <= LIMITS.list) return [];
    return [{ path: `${path}${key}`, value: 'a list', expected: `at most ${LIMITS.list} ${what}` }];
  });
}
