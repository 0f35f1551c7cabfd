import type { EntryRef } from './entry.ts';
import { lettersOf, NAME, type SearchIndex } from './search-index.ts';
import { searchWords } from './search-words.ts';
import { forgiven, slips } from './typo.ts';

export { buildSearchIndex, openSearchIndex, type SearchIndex } from './search-index.ts';

/** An entry that answers a query; the higher the score, the better. */
export interface Hit {
  readonly entry: EntryRef;
  readonly score: number;
  /** The name that answers, as written, where it is not the term. */
  readonly form?: string;
}

/** How an entry answers, the better first; each is worth more than anything below it. */
const TIER = {
  exact: 7,
  termPrefix: 6,
  namePrefix: 5,
  inOrder: 4,
  anyOrder: 3,
  slip: 2,
  firstLetter: 1,
  definition: 0,
};

const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
/** Names looked at for one query: the rest of a hundred thousand that begin with "a" would rank no better. */
const MOST_NAMES = 12_000;

/** Which words of the vocabulary answer a word of the query. */
interface Answering {
  /** The word itself, or -1. */
  readonly exact: number;
  /** Words that begin with it: from, up to but not including. */
  readonly from: number;
  readonly to: number;
  /** Words that are a slip away, and whether the first letter is wrong. */
  readonly near: ReadonlyMap<number, boolean>;
}

/**
 * Entries whose names, or else whose definitions, answer a query, best first. Every word of the query is
 * taken for the beginning of a word, so that it answers while one types.
 *
 * @example search(index, 'workers p', 10)[0]?.entry // 'north-korea/wpk'
 */
export function search(index: SearchIndex, query: string, limit: number): Hit[] {
  const words = searchWords(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
  if (words.length === 0 || limit < 1) return [];
  const best = new Map<number, Ranked>();
  const plain = words.map((word) => plainAnswers(index, word));
  rankNames(index, plain, best);
  if (best.size < limit) rankNames(index, withSlips(index, words, plain), best);
  if (best.size < limit) rankDefinitions(index, plain, best);
  const order = [...best.values()].sort((a, b) => b.score - a.score || a.entry - b.entry);
  return order.slice(0, limit).map((ranked) => hitOf(index, ranked));
}

interface Ranked {
  readonly entry: number;
  readonly score: number;
  readonly name: number | undefined;
}

function plainAnswers({ vocabulary }: SearchIndex, word: string): Answering {
  const from = lowerBound(vocabulary, word);
  const to = lowerBound(vocabulary, `${word}\uffff`, from);
  return { exact: vocabulary[from] === word ? from : -1, from, to, near: new Map() };
}

function lowerBound(sorted: readonly string[], word: string, low = 0): number {
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Slips are looked for only in words that nothing answers as written. */
function withSlips(index: SearchIndex, words: readonly string[], plain: readonly Answering[]): Answering[] {
  return plain.map((answering, at) => ({ ...answering, near: nearWords(index, words[at] ?? '') }));
}

function nearWords({ vocabulary, letters, wordLengths }: SearchIndex, word: string): Map<number, boolean> {
  const most = forgiven(word);
  const near = new Map<number, boolean>();
  if (most === 0) return near;
  const bits = lettersOf(word);
  for (let at = 0; at < letters.length; at++) {
    const length = wordLengths[at] ?? 0;
    if (length < word.length - most || countBits(bits & ~(letters[at] ?? 0)) > most) continue;
    const candidate = vocabulary[at] ?? '';
    // What is typed may be the beginning of the word meant.
    const head = length > word.length + most ? candidate.slice(0, word.length) : candidate;
    if (countBits(lettersOf(head) & ~bits) <= most && slips(word, head, most) <= most) {
      near.set(at, candidate[0] !== word[0]);
    }
  }
  return near;
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many names hold a word that answers. */
function reach({ nameListStarts }: SearchIndex, { from, to, near }: Answering): number {
  let sum = (nameListStarts[to] ?? 0) - (nameListStarts[from] ?? 0);
  for (const word of near.keys()) sum += (nameListStarts[word + 1] ?? 0) - (nameListStarts[word] ?? 0);
  return sum;
}

function rankNames(index: SearchIndex, query: readonly Answering[], best: Map<number, Ranked>): void {
  const rarest = query.reduce((least, one) => (reach(index, one) < reach(index, least) ? one : least));
  const { nameLists, nameListStarts, nameEntries } = index;
  const look = (from: number, to: number) => {
    const stop = Math.min(to, from + MOST_NAMES);
    for (let at = from; at < stop; at++) {
      const name = nameLists[at] ?? 0;
      const score = scoreOf(index, name, query);
      const entry = nameEntries[name] ?? 0;
      if (score > (best.get(entry)?.score ?? -1)) best.set(entry, { entry, score, name });
    }
  };
  // The word itself first, so that the bound on names never hides it.
  if (rarest.exact >= 0) look(nameListStarts[rarest.exact] ?? 0, nameListStarts[rarest.exact + 1] ?? 0);
  look(nameListStarts[rarest.from] ?? 0, nameListStarts[rarest.to] ?? 0);
  for (const word of rarest.near.keys()) look(nameListStarts[word] ?? 0, nameListStarts[word + 1] ?? 0);
}

/** How well a name answers, or -1. Within a tier: the term before other names, then the shorter name. */
function scoreOf(
  { nameWords, nameWordStarts, nameKinds }: SearchIndex,
  name: number,
  query: readonly Answering[],
): number {
  const start = nameWordStarts[name] ?? 0;
  const count = (nameWordStarts[name + 1] ?? 0) - start;
  const kind = nameKinds[name] ?? NAME.native;
  let exact = count === query.length;
  let prefix = true;
  let ordered = true;
  let slipped: number = TIER.exact;
  let last = -1;
  for (const [at, answering] of query.entries()) {
    const place = placeOf(nameWords, start, count, answering);
    if (place < 0) return -1;
    const word = nameWords[start + place] ?? 0;
    exact &&= place === at && word === answering.exact;
    prefix &&= place === at;
    ordered &&= place > last;
    last = place;
    if (word < answering.from || word >= answering.to) {
      slipped = Math.min(slipped, answering.near.get(word) ? TIER.firstLetter : TIER.slip);
    }
  }
  const whole = prefix ? (kind === NAME.term ? TIER.termPrefix : TIER.namePrefix) : undefined;
  const tier = Math.min(slipped, exact ? TIER.exact : (whole ?? (ordered ? TIER.inOrder : TIER.anyOrder)));
  return (
    tier * 1_000 + (2 - kind) * 100 + (slipped < TIER.exact && prefix ? 50 : 0) + Math.max(0, 40 - count)
  );
}

/** The word of the name that answers best: the word itself, one that begins with it, one with a slip. */
function placeOf(
  words: Uint32Array,
  start: number,
  count: number,
  { exact, from, to, near }: Answering,
): number {
  let prefix = -1;
  let slip = -1;
  for (let at = 0; at < count; at++) {
    const word = words[start + at] ?? 0;
    if (word === exact) return at;
    if (prefix < 0 && word >= from && word < to) prefix = at;
    if (slip < 0 && near.has(word)) slip = at;
  }
  return prefix >= 0 ? prefix : slip;
}

/** Entries whose definition holds every word of the query. */
function rankDefinitions(index: SearchIndex, query: readonly Answering[], best: Map<number, Ranked>): void {
  const { definitionLists, definitionListStarts } = index;
  let left: Map<number, number> | undefined;
  for (const { from, to, exact } of query) {
    const found = new Map<number, number>();
    const exactFrom = definitionListStarts[exact] ?? 0;
    const exactTo = exact < 0 ? 0 : (definitionListStarts[exact + 1] ?? 0);
    for (let at = definitionListStarts[from] ?? 0; at < (definitionListStarts[to] ?? 0); at++) {
      const entry = definitionLists[at] ?? 0;
      if (left !== undefined && !left.has(entry)) continue;
      const whole = at >= exactFrom && at < exactTo ? 1 : 0;
      found.set(entry, (left?.get(entry) ?? 0) + whole);
    }
    left = found;
  }
  for (const [entry, score] of left ?? []) {
    if (!best.has(entry)) best.set(entry, { entry, score: TIER.definition + score, name: undefined });
  }
}

const decoder = new TextDecoder();

function hitOf(
  { texts, nameTextStarts, refStarts, nameKinds }: SearchIndex,
  { entry, score, name }: Ranked,
): Hit {
  const ref = decoder.decode(texts.subarray(refStarts[entry], refStarts[entry + 1]));
  if (name === undefined || nameKinds[name] === NAME.term) return { entry: ref, score };
  const form = decoder.decode(texts.subarray(nameTextStarts[name], nameTextStarts[name + 1]));
  return { entry: ref, score, form };
}
