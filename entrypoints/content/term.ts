import type { Meaning } from '../platform/messages.ts';
import type { Found } from './found.ts';
import type { Ledger } from './ledger.ts';
import type { Passage, Segment } from './passages.ts';

/** A place in the document. */
export interface Extent {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}

interface Place {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** The words there. */
  readonly text: string;
}

/** A term where it stands in a passage. */
export class Term implements Found {
  readonly home: Passage;
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly text: string;
  /** Whether it has the look; the others only answer. */
  underlined = true;
  /** Set once it was withdrawn or the page changed it. */
  withdrawn = false;
  readonly #ledger: Ledger;

  constructor(place: Place, meaning: Meaning, ledger: Ledger) {
    this.home = place.passage;
    this.start = place.start;
    this.end = place.end;
    this.meaning = meaning;
    this.#ledger = ledger;
    this.text = place.text;
  }

  alive(): boolean {
    return !this.withdrawn && this.isIntact();
  }

  /** Whether the page still has these words at this place. */
  isIntact(): boolean {
    return this.#areIntact(this.segments());
  }

  #areIntact(segments: readonly Segment[]): boolean {
    let text = '';
    for (const { node, start, end } of segments) {
      if (!node.isConnected) return false;
      text += this.#ledger.dataOf(node).slice(start, end);
    }
    // Between two nodes there may be a gap in the passage, but never in a term.
    return text === this.text;
  }

  segments() {
    return this.home.segments(this.start, this.end);
  }

  /** Its stretches in the document as it is now, one a text node. */
  extents(): Extent[] {
    return this.segments().map((segment) => this.#extent(segment));
  }

  /** The same, none of them if its words are not there any more. */
  intactExtents(): Extent[] {
    const segments = this.segments();
    return this.#areIntact(segments) ? segments.map((segment) => this.#extent(segment)) : [];
  }

  #extent({ node, start, end }: Segment): Extent {
    const from = this.#ledger.locate(node, start, true);
    const to = this.#ledger.locate(node, end, false);
    return {
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    };
  }

  rects(): readonly DOMRect[] {
    return this.withdrawn ? [] : rectsOf(this.intactExtents());
  }

  host(): Element | undefined {
    return this.segments()[0]?.node.parentElement ?? undefined;
  }

  passage() {
    const text = this.home.currentText((node) => this.#ledger.dataOf(node));
    return { text, start: this.start, end: this.end };
  }

  scrollIntoView(): void {
    scrollTo(this.extents()[0], this.host());
  }
}

/** One rectangle a line box, of text that may have been split. */
export function rectsOf(extents: readonly Extent[]): DOMRect[] {
  // A live Range makes the page's own changes slower: one is borrowed for the moment.
  const range = document.createRange();
  const rects: DOMRect[] = [];
  for (const { startContainer, startOffset, endContainer, endOffset } of extents) {
    if (startOffset > startContainer.length || endOffset > endContainer.length) continue;
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    for (const rect of range.getClientRects()) if (rect.width > 0 && rect.height > 0) rects.push(rect);
  }
  range.setStart(document, 0);
  range.collapse(true);
  return rects;
}

function scrollTo(extent: Extent | undefined, host: Element | undefined): void {
  if (extent === undefined || host === undefined) return;
  // Opens what scrollers hide, then the line itself: the element may be many screens tall.
  host.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const rect = rectsOf([extent])[0];
  if (rect !== undefined && (rect.top < 0 || rect.bottom > innerHeight))
    scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
}
