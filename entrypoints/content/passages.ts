import type { EntryRef } from '../../glossary/entry.ts';
import type { Block } from './flow.ts';
import { Spans } from './spans.ts';
import type { Term } from './term.ts';

/** Stands in a passage for what is not text (an image, code, an input): no term reaches across it. */
export const GAP = '\uFFFC';
/** A longer run of text is read as several passages, so that a batch always holds at least one. */
export const LONGEST = 32_768;
const SPACE = /\s/;
const LATIN = /[a-z]/i;
const LETTER = /\p{L}/u;

const NONE: readonly Term[] = [];
/** One for all passages that have not been looked up: most of a long page. */
const NOWHERE: number[] = [];

/** Passages read so far. */
let read = 0;

/** A stretch of one text node. */
export interface Segment {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** A run of page text that is matched as one string, and the text nodes it came from. */
export class Passage {
  readonly block: Block;
  /** `undefined` for all the text of a block, until a place in it is asked for: most never are. */
  #nodes: Text[] | undefined;
  /** For each node: where its part begins in the node, and in the passage. */
  #from = NOWHERE;
  #at = NOWHERE;
  /** Whether it is all the text of its block. */
  readonly #isWhole: boolean;
  /** Which reading of its block it comes from; a later one replaces it. */
  readonly epoch: number;
  /** Its place in what has been read so far: that in the document, until parts were read again. */
  readonly order: number = ++read;
  /** The text while it waits to be matched; empty afterwards. */
  text = '';
  #terms: readonly Term[] | Spans = NONE;
  /** What the page had shown when ambiguous forms in it were decided; `undefined` where there are none. */
  verdict: string | undefined;

  /** With `whole`, the passage is all the text in its block; else parts are added to it. */
  constructor(block: Block, epoch: number, whole?: string) {
    this.block = block;
    this.epoch = epoch;
    this.#isWhole = whole !== undefined;
    if (whole === undefined) this.#begin();
    else this.text = whole.trimStart();
  }

  #begin(): Text[] {
    this.#from = [];
    this.#at = [];
    this.#nodes = [];
    return this.#nodes;
  }

  get terms(): readonly Term[] {
    if (this.#terms instanceof Spans) this.#terms = this.#terms.termsIn(this);
    return this.#terms;
  }

  set terms(terms: readonly Term[] | Spans | undefined) {
    this.#terms = terms ?? NONE;
  }

  /** How many terms there are. */
  get count(): number {
    return this.#terms.length;
  }

  /** Those of its terms that somebody has looked at. */
  get known(): readonly Term[] {
    return this.#terms instanceof Spans ? NONE : this.#terms;
  }

  /** Adds to how often each entry is there, without a look at the terms. */
  countEntries(counts: Map<EntryRef, number>): void {
    if (this.#terms instanceof Spans) this.#terms.count(counts);
    else
      for (const { meaning } of this.#terms) counts.set(meaning.entry, (counts.get(meaning.entry) ?? 0) + 1);
  }

  get nodes(): readonly Text[] {
    return this.#resolved();
  }

  /** A node that tells where in the document the passage is. */
  get place(): Node {
    return this.#nodes?.[0] ?? this.block;
  }

  /** Adds a part of a text node; as much as fits is taken. Returns where in the node to go on. */
  add(node: Text, data: string, from: number): number {
    const end = cut(data, from, LONGEST - this.text.length);
    this.#addPart(node, from, this.text.length);
    this.text += from === 0 && end === data.length ? data : data.slice(from, end);
    return end;
  }

  #addPart(node: Text, from: number, at: number): void {
    this.#nodes?.push(node);
    this.#from.push(from);
    this.#at.push(at);
  }

  addGap(): void {
    if (this.text !== '' && !this.text.endsWith(GAP)) this.text += GAP;
  }

  hasWords(): boolean {
    // Almost always answered at once, and \p{L} is dear to prepare.
    return LATIN.test(this.text) || LETTER.test(this.text);
  }

  /** The stretches of text nodes behind a span, in order. */
  segments(start: number, end: number): Segment[] {
    const nodes = this.#resolved();
    const found: Segment[] = [];
    for (let n = this.#last(start); n < nodes.length; n++) {
      const at = this.#at[n] ?? 0;
      const node = nodes[n];
      if (at >= end || node === undefined) break;
      const stop = Math.min(end, this.#at[n + 1] ?? end) - at;
      const from = this.#from[n] ?? 0;
      const segment = { node, start: from + Math.max(0, start - at), end: from + stop };
      if (segment.end > segment.start) found.push(segment);
    }
    return found;
  }

  /** The text nodes; those of a whole block are looked up when they are first needed, as they are then. */
  #resolved(): readonly Text[] {
    if (this.#nodes !== undefined) return this.#nodes;
    const nodes = this.#begin();
    const walker = document.createTreeWalker(this.block, NodeFilter.SHOW_TEXT);
    let at = 0;
    while (walker.nextNode() !== null) {
      const node = walker.currentNode as Text;
      const from = at === 0 ? node.length - node.data.trimStart().length : 0;
      if (from === node.length) continue;
      this.#addPart(node, from, at);
      at += node.length - from;
    }
    return nodes;
  }

  /** Lets go of the text, and of the nodes that no term is in: pages are long. */
  compact(): void {
    this.text = '';
    if (this.#nodes === undefined) return;
    const places = this.#terms instanceof Spans ? this.#terms.places() : this.#terms;
    const used = new Set(
      places.flatMap(({ start, end }) => this.segments(start, end)).map(({ node }) => node),
    );
    const keep = this.#nodes.flatMap((node, n) => (used.has(node) ? [n] : []));
    this.#from = keep.map((n) => this.#from[n] ?? 0);
    this.#at = keep.map((n) => this.#at[n] ?? 0);
    this.#nodes = [...used];
  }

  /** The text as it is now, for a passage whose text was let go. */
  currentText(dataOf: (node: Text) => string): string {
    if (this.text !== '') return this.text;
    if (this.#isWhole) return this.block.textContent?.trimStart() ?? '';
    let text = '';
    for (const [n, node] of this.nodes.entries()) {
      text = text.padEnd(this.#at[n] ?? 0, GAP);
      const from = this.#from[n] ?? 0;
      const next = this.#at[n + 1];
      text += dataOf(node).slice(from, next === undefined ? undefined : from + next - text.length);
    }
    return text;
  }

  /** Index of the last node that begins at or before an offset. */
  #last(offset: number): number {
    let low = 0;
    let high = this.#at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#at[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Where to end a part that begins at `from` and has `room`: at a space if one is near. */
function cut(data: string, from: number, room: number): number {
  if (data.length - from <= room) return data.length;
  const end = from + Math.max(room, 1);
  for (let at = end; at > from && at > end - 200; at--) if (SPACE.test(data[at] ?? '')) return at;
  return end;
}

/** Whether a run of text is full, so that the next text begins another passage. */
export function isFull(passage: Passage): boolean {
  return passage.text.length >= LONGEST - 200;
}
