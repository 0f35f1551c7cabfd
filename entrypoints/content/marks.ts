import type Mark from 'mark.js';
import MarkJs from 'mark.js/src/lib/mark.js';
import type { Ledger } from './ledger.ts';
import type { Painter } from './painter.ts';
import type { Passage, Segment } from './passages.ts';
import type { Term } from './term.ts';

/** What mark.js is handed for each stretch; it hands it back with the element. */
interface Stretch extends Mark.Range {
  readonly ref: string;
}

interface Wrapped {
  readonly terms: ReadonlySet<Term>;
  readonly nodes: readonly Text[];
}

/** Draws with mark.js: each term is wrapped in a `<mark>` that keyboard and screen readers can reach. */
export class Marks implements Painter {
  readonly #ledger: Ledger;
  readonly #wrapped = new Map<Passage, Wrapped>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  get size(): number {
    return this.#wrapped.size;
  }

  paint(passage: Passage, terms: readonly Term[]): boolean {
    this.erase(passage);
    const stretches = new Map<Text, Stretch[]>();
    for (const term of terms) for (const segment of term.segments()) collect(stretches, segment, term);
    const nodes = [...stretches.keys()];
    // A node that another passage has already split cannot be split again.
    if (nodes.length === 0 || nodes.some((node) => this.#ledger.original(node) !== undefined)) return false;
    for (const [node, ranges] of stretches) this.#ledger.split(node, () => wrapRanges(node, ranges));
    this.#wrapped.set(passage, { terms: new Set(terms), nodes });
    return true;
  }

  erase(passage: Passage): void {
    for (const node of this.#wrapped.get(passage)?.nodes ?? []) this.#ledger.restore(node);
    this.#wrapped.delete(passage);
  }

  has(passage: Passage): boolean {
    return this.#wrapped.has(passage);
  }

  painted(): Iterable<Passage> {
    return this.#wrapped.keys();
  }

  holds(term: Term): boolean {
    return this.#wrapped.get(term.home)?.terms.has(term) === true;
  }

  /** The marks of a passage, in order. */
  elements(passage: Passage): readonly Element[] {
    return (this.#wrapped.get(passage)?.nodes ?? []).flatMap((node) => this.#ledger.marks(node));
  }

  clear(): void {
    for (const passage of [...this.#wrapped.keys()]) this.erase(passage);
  }
}

function collect(stretches: Map<Text, Stretch[]>, { node, start, end }: Segment, term: Term): void {
  const stretch = { start, length: end - start, ref: term.meaning.entry };
  const known = stretches.get(node);
  if (known === undefined) stretches.set(node, [stretch]);
  else known.push(stretch);
}

function wrapRanges(node: Text, ranges: readonly Stretch[]): void {
  const each = (element: Element, range: Mark.Range): void => {
    element.removeAttribute('data-markjs');
    element.setAttribute('data-glossator', (range as Stretch).ref);
    // Where the browser takes our style sheet away with the add-on, marks must not become yellow.
    if (import.meta.env.FIREFOX && element instanceof HTMLElement) element.style.all = 'unset';
  };
  // One text node a call: on anything larger mark.js walks all its text for every range.
  new MarkJs(node as Node as HTMLElement).markRanges(ranges, { each });
}
