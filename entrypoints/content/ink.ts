import { EMPHASIS, TERMS } from '../platform/look-sheet.ts';
import type { Painter } from './painter.ts';
import type { Passage } from './passages.ts';
import type { Term } from './term.ts';

interface Painted {
  readonly terms: readonly Term[];
  readonly ranges: readonly StaticRange[];
}

/** Whether this browser can paint without touching the DOM. */
export function canInk(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

/** Draws with the CSS Custom Highlight API: the DOM stays as it is. */
export class Ink implements Painter {
  readonly #highlight = new Highlight();
  readonly #painted = new Map<Passage, Painted>();
  /** What has ink in a text: a long one is read in parts. */
  readonly #inkIn = new WeakMap<Node, Set<Passage>>();
  #emphasis: Highlight | undefined;

  /** Takes away all but what is in these passages. */
  keepOnly(wanted: ReadonlyMap<Passage, unknown>): void {
    for (const passage of [...this.#painted.keys()]) if (!wanted.has(passage)) this.erase(passage);
  }

  /** Draws these terms, and no others. */
  paintOnly(wanted: ReadonlyMap<Passage, readonly Term[]>): void {
    this.keepOnly(wanted);
    for (const [passage, terms] of wanted) this.paint(passage, terms);
  }

  /** What was asked for before stays as it is. */
  paint(passage: Passage, terms: readonly Term[]): boolean {
    const old = this.#painted.get(passage);
    if (old !== undefined && sameTerms(old.terms, terms)) return true;
    this.erase(passage);
    const ranges: StaticRange[] = [];
    for (const term of terms)
      for (const extent of term.intactExtents()) {
        ranges.push(new StaticRange(extent));
        const node = extent.startContainer;
        this.#inkIn.set(node, (this.#inkIn.get(node) ?? new Set()).add(passage));
      }
    if (ranges.length === 0) return true;
    this.#painted.set(passage, { terms, ranges });
    for (const range of ranges) this.#highlight.add(range);
    if (CSS.highlights.get(TERMS) !== this.#highlight) CSS.highlights.set(TERMS, this.#highlight);
    return true;
  }

  erase(passage: Passage): void {
    for (const range of this.#painted.get(passage)?.ranges ?? []) {
      this.#highlight.delete(range);
      this.#inkIn.get(range.startContainer)?.delete(passage);
    }
    this.#painted.delete(passage);
  }

  /** Takes away at once what the page wrote other words into: it may be a while until they are read. */
  react(records: readonly MutationRecord[]): void {
    const passages = new Set<Passage>();
    for (const { target } of records)
      for (const passage of this.#inkIn.get(target) ?? []) passages.add(passage);
    for (const passage of passages) {
      const terms = this.#painted.get(passage)?.terms ?? [];
      const intact = terms.filter((term) => term.isIntact());
      if (intact.length < terms.length) this.paint(passage, intact);
    }
  }

  has(passage: Passage): boolean {
    return this.#painted.has(passage);
  }

  painted(): Iterable<Passage> {
    return this.#painted.keys();
  }

  /** Puts back what the page has cleared. True if it had. */
  keep(): boolean {
    if (this.#painted.size === 0) return false;
    const ranges = [...this.#painted.values()].flatMap((one) => one.ranges);
    const whole = ranges.length === this.#highlight.size && CSS.highlights.get(TERMS) === this.#highlight;
    if (whole) return false;
    for (const range of ranges) this.#highlight.add(range);
    CSS.highlights.set(TERMS, this.#highlight);
    return true;
  }

  /** Points one term out, or none. */
  emphasize(term: Term | undefined): void {
    if (this.#emphasis !== undefined) CSS.highlights.delete(EMPHASIS);
    this.#emphasis = undefined;
    if (term === undefined) return;
    this.#emphasis = new Highlight(...term.extents().map((extent) => new StaticRange(extent)));
    this.#emphasis.priority = 1;
    CSS.highlights.set(EMPHASIS, this.#emphasis);
  }

  clear(): void {
    this.emphasize(undefined);
    this.#painted.clear();
    this.#highlight.clear();
    CSS.highlights.delete(TERMS);
  }
}

function sameTerms(some: readonly Term[], others: readonly Term[]): boolean {
  return some.length === others.length && some.every((term, at) => term === others[at]);
}
