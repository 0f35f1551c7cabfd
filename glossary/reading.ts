import type { Index } from './compile.ts';
import { ROLE } from './flat-index.ts';
import { factsOf } from './index-facts.ts';
import { scan } from './match.ts';
import { sentenceStarts } from './sentences.ts';

/** A place where forms stand: the same words may be a form of several entries. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Claims with the role `form`. */
  readonly claims: number[];
}

/** Everything the index found in one passage. Hits are numbered in the order of their starts. */
export class Reading {
  readonly text: string;
  readonly claims: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  private readonly index: Index;
  private sentences: readonly number[] | undefined;
  private buckets: Map<string, number[]> | undefined;

  constructor(index: Index, text: string) {
    this.index = index;
    this.text = text;
    const claims: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let sorted = true;
    scan(index, text, (claim, start, end) => {
      if (start < (starts.at(-1) ?? 0)) sorted = false;
      claims.push(claim);
      starts.push(start);
      ends.push(end);
    });
    const order = sorted ? undefined : inOrder(starts, ends);
    this.claims = order?.map((at) => claims[at] ?? 0) ?? claims;
    this.starts = order?.map((at) => starts[at] ?? 0) ?? starts;
    this.ends = order?.map((at) => ends[at] ?? 0) ?? ends;
  }

  /** Where the sentences of the passage begin. */
  get sentenceStarts(): readonly number[] {
    this.sentences ??= sentenceStarts(this.text);
    return this.sentences;
  }

  /** The places where forms stand, each once, by start. */
  places(): Place[] {
    const places: Place[] = [];
    // Hits come by start, so the places that a hit can share are the last ones.
    let first = 0;
    for (let at = 0; at < this.claims.length; at++) {
      const claim = this.claims[at] ?? 0;
      if (this.index.roleOf(claim) !== ROLE.form) continue;
      const start = this.starts[at] ?? 0;
      const end = this.ends[at] ?? 0;
      if (places[first]?.start !== start) first = places.length;
      let same = first;
      while (same < places.length && places[same]?.end !== end) same++;
      const place = places[same];
      if (place === undefined) places.push({ start, end, claims: [claim] });
      else if (!place.claims.includes(claim)) place.claims.push(claim);
    }
    return places;
  }

  /** Hits that can speak about an entry or its glossary and start in the given stretch. */
  about(entry: number, from: number, to: number): number[] {
    this.buckets ??= this.fillBuckets();
    const glossary = factsOf(this.index).glossaryOf[entry] ?? 0;
    return [`e${entry}`, `g${glossary}`].flatMap((key) => this.startingIn(this.buckets?.get(key), from, to));
  }

  private startingIn(bucket: readonly number[] | undefined, from: number, to: number): number[] {
    if (bucket === undefined) return [];
    let low = 0;
    let high = bucket.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[bucket[middle] ?? 0] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    let past = low;
    while (past < bucket.length && (this.starts[bucket[past] ?? 0] ?? 0) < to) past++;
    return bucket.slice(low, past);
  }

  private fillBuckets(): Map<string, number[]> {
    const buckets = new Map<string, number[]>();
    for (const [at, claim] of this.claims.entries()) {
      const key = this.bucketOf(claim);
      const bucket = key === undefined ? undefined : buckets.get(key);
      if (bucket !== undefined) bucket.push(at);
      else if (key !== undefined) buckets.set(key, [at]);
    }
    return buckets;
  }

  private bucketOf(claim: number): string | undefined {
    const role = this.index.roleOf(claim);
    const target = this.index.targetOf(claim);
    if (role === ROLE.cueForGlossary) return `g${target}`;
    if (role !== ROLE.form) return `e${target}`;
    // A form speaks for its own entry and, less, for the others of its glossary.
    return `g${factsOf(this.index).glossaryOf[target] ?? 0}`;
  }
}

function inOrder(starts: readonly number[], ends: readonly number[]): number[] {
  const order = starts.map((_, at) => at);
  return order.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || (ends[b] ?? 0) - (ends[a] ?? 0));
}
