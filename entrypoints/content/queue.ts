import type { Block } from './flow.ts';
import { holds } from './forms.ts';
import { batchSize } from './librarian.ts';
import type { Passage } from './passages.ts';

/** Characters of the first batch: some three screenfuls, so that the first terms are soon there. */
const FIRST = 12_288;

/** Passages that wait to be asked about: what has just changed first, then what is nearest to the reader. */
export class Queue {
  #changed: Passage[] = [];
  /** In document order, as they were read. */
  #unasked: Passage[] = [];
  #isFirst = true;
  /** Whether the reader may be elsewhere than at the top. Asking where would lay the page out for it. */
  #isScrolled = document.readyState === 'complete' || location.hash !== '';
  /** What is on the screen, until the reader scrolls. */
  #onScreen: Element | null = null;

  constructor(signal: AbortSignal) {
    const options = { capture: true, passive: true, signal };
    const note = (): void => {
      this.#isScrolled = true;
      this.#onScreen = null;
    };
    addEventListener('scroll', note, options);
  }

  get isEmpty(): boolean {
    return this.#changed.length === 0 && this.#unasked.length === 0;
  }

  /** Whether the first batch can be taken though not all is read yet: what has been read is what the reader sees. */
  get isUrgent(): boolean {
    return this.#isFirst && !this.#isScrolled && batchSize(this.#unasked, 0, FIRST) < this.#unasked.length;
  }

  add(passage: Passage, isChange: boolean): void {
    (isChange ? this.#changed : this.#unasked).push(passage);
  }

  /** Takes out what was read before, because it is read again. */
  removeIf(isOld: (passage: Passage) => boolean): void {
    this.#changed = this.#changed.filter((passage) => !isOld(passage));
    this.#unasked = this.#unasked.filter((passage) => !isOld(passage));
  }

  removeIn(around: Block): void {
    this.removeIf(({ block }) => holds(around, block));
  }

  /** Takes the next batch out. */
  take(): Passage[] {
    if (this.#changed.length > 0) return this.#changed.splice(0, batchSize(this.#changed, 0));
    const most = this.#isFirst ? FIRST : undefined;
    this.#isFirst = false;
    const size = batchSize(this.#unasked, 0, most);
    if (size === this.#unasked.length) this.#onScreen = null;
    const start = size < this.#unasked.length && this.#isScrolled ? this.#nearest() : 0;
    return this.#unasked.splice(start, start === 0 ? size : batchSize(this.#unasked, start, most));
  }

  /** Index of the first waiting passage on the screen; what is above comes when the rest is done. */
  #nearest(): number {
    if (this.#onScreen?.isConnected !== true)
      this.#onScreen = document.elementFromPoint(innerWidth / 2, innerHeight / 4);
    const at = this.#onScreen;
    if (at === null) return 0;
    let low = 0;
    let high = this.#unasked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#unasked[middle], at)) low = middle + 1;
      else high = middle;
    }
    return low === this.#unasked.length ? 0 : low;
  }
}

function isBefore(passage: Passage | undefined, element: Element): boolean {
  const place = passage?.place.compareDocumentPosition(element) ?? 0;
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
