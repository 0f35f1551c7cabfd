import type { Block } from './flow.ts';

/** How far around what is seen terms are drawn ahead of scrolling: half a screenful each way. */
const MARGIN = '50%';

/** Tells which blocks are on or near the screen. */
export class Near {
  readonly #observer: IntersectionObserver;
  readonly #onChange: () => void;
  /** The watched box of each block, and the blocks in each box. */
  readonly #boxes = new Map<Block, Element>();
  readonly #blocks = new Map<Element, Set<Block>>();
  readonly #near = new Set<Element>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    // In a frame only the implicit root knows how much of the frame itself can be seen.
    const root = window === window.top ? document : null;
    const options = { root, rootMargin: MARGIN, scrollMargin: MARGIN };
    this.#observer = new IntersectionObserver((entries) => this.#sort(entries), options);
  }

  watch(block: Block): void {
    if (this.#boxes.has(block)) return;
    const element = boxOf(block);
    this.#boxes.set(block, element);
    const blocks = this.#blocks.get(element);
    if (blocks !== undefined) {
      blocks.add(block);
      return;
    }
    this.#blocks.set(element, new Set([block]));
    this.#observer.observe(element);
  }

  unwatch(block: Block): void {
    const element = this.#boxes.get(block);
    if (element === undefined) return;
    this.#boxes.delete(block);
    const blocks = this.#blocks.get(element);
    blocks?.delete(block);
    if (blocks === undefined || blocks.size > 0) return;
    this.#blocks.delete(element);
    this.#near.delete(element);
    this.#observer.unobserve(element);
  }

  /** The blocks on or near the screen now. */
  blocks(): readonly Block[] {
    return [...this.#near].flatMap((element) => [...(this.#blocks.get(element) ?? [])]);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#blocks.clear();
    this.#boxes.clear();
    this.#near.clear();
  }

  #sort(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!this.#blocks.has(target)) continue;
      if (isIntersecting) this.#near.add(target);
      else this.#near.delete(target);
    }
    this.#onChange();
  }
}

/** The element whose box holds a block's text. */
function boxOf(block: Block): Element {
  let element = block instanceof ShadowRoot ? block.host : block;
  while (element.parentElement !== null && getComputedStyle(element).display === 'contents')
    element = element.parentElement;
  return element;
}
