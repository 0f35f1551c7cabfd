import type { SearchHit } from '../platform/messages.ts';
import type { Answer } from './popup-state.ts';

const ALL = 500;
/** Near matches to choose from. */
const NEAR = 6;

type Search = (query: string, limit: number) => Promise<readonly SearchHit[]>;

/** Whom to ask, and whom to tell. */
export interface Finding {
  /** A screenful: what the reader sees first must not wait for what they may scroll to. */
  readonly first: number;
  readonly search: Search;
  readonly give: (answer: Answer) => void;
  /** Resolves once the reader seems to type no further: what comes after must not keep the next letter waiting. */
  readonly rest: () => Promise<void>;
}

/**
 * Searches, and gives the answer as it grows: first a screenful, then everything; or what comes near,
 * where nothing answers.
 */
export async function findHits(
  query: string,
  { first: screenful, search, give, rest }: Finding,
  signal: AbortSignal,
): Promise<void> {
  const first = await search(query, screenful);
  if (signal.aborted) return;
  if (first.length === 0) {
    const hits = await nearHits(query, search, signal);
    if (!signal.aborted) give({ query, hits, near: true });
    return;
  }
  give(answerOf(query, first));
  if (first.length < screenful) return;
  await rest();
  if (signal.aborted) return;
  const hits = await search(query, ALL);
  if (!signal.aborted) give(answerOf(query, hits));
}

/** An answer of nothing but near matches is none to the query itself. */
function answerOf(query: string, hits: readonly SearchHit[]): Answer {
  return { query, hits, near: hits.every(({ near }) => near === true) };
}

async function nearHits(query: string, search: Search, signal: AbortSignal): Promise<SearchHit[]> {
  const near = new Map<string, SearchHit>();
  for (const easier of easierQueries(query)) {
    for (const hit of await search(easier, NEAR)) near.set(hit.card.ref, hit);
    if (near.size >= NEAR || signal.aborted) break;
  }
  return [...near.values()].slice(0, NEAR);
}

/**
 * What to search for where a query finds nothing: its words one by one, the longest first, then what they
 * begin with.
 *
 * @example easierQueries('workers partei') // ['workers', 'partei', 'worke', 'part', 'work', 'par']
 */
export function easierQueries(query: string): string[] {
  const words = query
    .slice(0, 200)
    .split(/[\s\p{P}]+/u)
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .slice(0, 4);
  const shorter = [2 / 3, 1 / 2].flatMap((part) => words.map((word) => beginning(word, part)));
  const easier = [...words, ...shorter].filter((one) => one !== '' && one !== query.trim());
  return [...new Set(easier)];
}

/** Shorter beginnings answer to almost anything. */
const SHORTEST = 3;

/** A part of a word, by whole characters; nothing where too little would be left. */
function beginning(word: string, part: number): string {
  const characters = [...word];
  const length = Math.ceil(characters.length * part);
  return length < SHORTEST ? '' : characters.slice(0, length).join('');
}
