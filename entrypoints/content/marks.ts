import Mark from 'mark.js';
import type { Ledger } from './ledger.ts';
import type { Painter } from './painter.ts';
import type { Passage, Segment } from './passages.ts';
import type { Term } from './term.ts';

/** What mark.js is handed for each stretch; it hands it back with the element. */
interface Stretch {
  start: number;
  length: number;
  readonly ref: string;
}

/** Draws with mark.js: each term is wrapped in a `<mark>` that keyboard and screen readers can reach. */
export class Marks implements Painter {
  readonly #ledger: Ledger;
  readonly #nodes = new Map<Passage, Text[]>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  get size(): number {
    return this.#nodes.size;
  }

  paint(passage: Passage, terms: readonly Term[]): boolean {
    this.erase(passage);
    const stretches = new Map<Text, Stretch[]>();
    for (const term of terms) for (const segment of term.segments()) collect(stretches, segment, term);
    // A node that another passage has already split cannot be split again.
    if ([...stretches.keys()].some((node) => this.#ledger.original(node) !== undefined)) return false;
    for (const [node, ranges] of stretches) this.#ledger.split(node, () => wrapRanges(node, ranges));
    this.#nodes.set(passage, [...stretches.keys()]);
    return true;
  }

  erase(passage: Passage): void {
    for (const node of this.#nodes.get(passage) ?? []) this.#ledger.restore(node);
    this.#nodes.delete(passage);
  }

  has(passage: Passage): boolean {
    return this.#nodes.has(passage);
  }

  painted(): Iterable<Passage> {
    return this.#nodes.keys();
  }

  /** The marks of a passage, in order. */
  elements(passage: Passage): readonly Element[] {
    return (this.#nodes.get(passage) ?? []).flatMap((node) => this.#ledger.marks(node));
  }

  clear(): void {
    for (const passage of [...this.#nodes.keys()]) this.erase(passage);
  }
}

function collect(stretches: Map<Text, Stretch[]>, { node, start, end }: Segment, term: Term): void {
  const stretch = { start, length: end - start, ref: term.meaning.entry };
  const known = stretches.get(node);
  if (known === undefined) stretches.set(node, [stretch]);
  else known.push(stretch);
}

function wrapRanges(node: Text, ranges: Stretch[]): void {
  const options = {
    each: (element: Element, range: Stretch) => {
      element.removeAttribute('data-markjs');
      element.setAttribute('data-glossator', range.ref);
    },
  };
  // One text node a call: on anything larger mark.js walks all its text for every range.
  new Mark(node as unknown as HTMLElement).markRanges(ranges, options as unknown as Mark.MarkRangesOptions);
}
