import type { Block } from './flow.ts';
import { watchMovement } from './follow.ts';
import { elementAround } from './forms.ts';

/** How far around what is seen terms are drawn ahead of scrolling: half a screenful each way. */
const MARGIN = '50%';

/** More boxes are watched only after a pause, of a millisecond for each so many: that is 1 % of the time or so. */
const BOXES_PER_PAUSE = 8;
/** The longest such pause (ms). What is on the screen is asked about first, so it does not wait. */
const LONGEST_PAUSE = 300;

/** Between asking about all boxes at once go by so many milliseconds for each. */
const ASK_REST = 4;

/** Tells which blocks are on or near the screen. */
export class Near {
  readonly #observer: IntersectionObserver;
  readonly #onChange: () => void;
  /** The blocks in each watched box: mostly one, which is the box itself. */
  readonly #blocks = new Map<Element, Block | Set<Block>>();
  /** The boxes of those that are no boxes themselves. */
  readonly #boxes = new Map<Block, Element>();
  readonly #near = new Set<Element>();
  readonly #waiting = new Set<Element>();
  #handedOver = Number.NEGATIVE_INFINITY;
  /** Ends asking about all boxes now and then; `undefined` while the browser tells of each at once. */
  #asking: AbortController | undefined;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    // In a frame only the implicit root knows how much of the frame itself can be seen.
    const root = window === window.top ? document : null;
    const options = { root, rootMargin: MARGIN, scrollMargin: MARGIN };
    this.#observer = new IntersectionObserver((entries) => this.#sort(entries), options);
  }

  watch(block: Block): void {
    if (this.#blocks.get(block as Element) === block || this.#boxes.has(block)) return;
    const element = boxOf(block);
    if (element !== block) this.#boxes.set(block, element);
    const blocks = this.#blocks.get(element);
    if (blocks instanceof Set) blocks.add(block);
    else this.#blocks.set(element, blocks === undefined ? block : new Set([blocks, block]));
    if (blocks === undefined) this.#observe(element);
  }

  unwatch(block: Block): void {
    const element = this.#boxes.get(block) ?? (block as Element);
    const blocks = this.#blocks.get(element);
    this.#boxes.delete(block);
    if (blocks instanceof Set ? !blocks.delete(block) || blocks.size > 0 : blocks !== block) return;
    this.#blocks.delete(element);
    this.#near.delete(element);
    if (!this.#waiting.delete(element)) this.#observer.unobserve(element);
  }

  /** The blocks on or near the screen now. */
  blocks(): readonly Block[] {
    return [...this.#near].flatMap((element) => {
      const blocks = this.#blocks.get(element) ?? [];
      return blocks instanceof Set ? [...blocks] : blocks;
    });
  }

  /**
   * Asks about all boxes once, and no more until the next time: in every frame in which anything changed, the browser
   * looks at all that it is to tell of, which on a page that changes all the time is much.
   */
  ask(): void {
    const now = performance.now();
    if (now < this.#asked + this.#blocks.size * ASK_REST) return;
    this.#asked = now;
    this.#observer.disconnect();
    this.#observeAll();
    if (this.#asking !== undefined) return;
    this.#asking = new AbortController();
    watchMovement(() => this.tell(), this.#asking.signal);
  }

  /** Has the browser tell at once again, as it does while the reader scrolls. */
  tell(): void {
    if (this.#asking === undefined) return;
    this.#asking.abort();
    this.#asking = undefined;
    this.#observeAll();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#waiting.clear();
    this.#observer.disconnect();
    this.#blocks.clear();
    this.#boxes.clear();
    this.#near.clear();
  }

  /** Boxes are handed over some at a time: in the frame after that, the browser looks at all that it has. */
  #observe(element: Element): void {
    this.#waiting.add(element);
    if (this.#waiting.size > 1) return;
    const pause = Math.min(LONGEST_PAUSE, this.#blocks.size / BOXES_PER_PAUSE);
    const rest = this.#handedOver + pause - performance.now();
    if (rest > 0) this.#timer = setTimeout(() => this.#handOver(), rest);
    else queueMicrotask(() => this.#handOver());
  }

  #handOver(): void {
    this.#handedOver = performance.now();
    for (const element of this.#waiting) this.#observer.observe(element);
    this.#waiting.clear();
  }

  #observeAll(): void {
    for (const element of this.#blocks.keys())
      if (!this.#waiting.has(element)) this.#observer.observe(element);
  }

  #sort(entries: readonly IntersectionObserverEntry[]): void {
    let isOther = false;
    for (const { target, isIntersecting } of entries) {
      if (this.#asking !== undefined) this.#observer.unobserve(target);
      if (isIntersecting === this.#near.has(target) || !this.#blocks.has(target)) continue;
      isOther = true;
      if (isIntersecting) this.#near.add(target);
      else this.#near.delete(target);
    }
    if (isOther) this.#onChange();
  }
}

/** The element whose box holds a block's text. */
function boxOf(block: Block): Element {
  let element = block instanceof ShadowRoot ? block.host : block;
  for (let outer = elementAround(element); outer !== null && isBoxless(element); outer = elementAround(outer))
    element = outer;
  return element;
}

function isBoxless(element: Element): boolean {
  // What has a box is told by this at a tenth of the price.
  return !element.checkVisibility() && getComputedStyle(element).display === 'contents';
}
