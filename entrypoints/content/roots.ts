import { HOSTS } from './skips.ts';

/** A look round may take this part of the time between two of them. */
const SHARE = 200;
const EAGER = 1_000;
/** How long (ms) after a page was first read nothing is looked for. */
const SETTLED = 1_500;

/**
 * Knows the open shadow roots of a document. One that is attached later makes no mutation, and the page
 * is not to be patched: so we look round from time to time.
 */
export class Roots {
  readonly #known = new Set<ShadowRoot>();
  readonly #names = new Set<string>();
  readonly #onFound: (root: ShadowRoot) => void;
  /** Reading has just met all roots that there are. */
  #rest = performance.now() + SETTLED;

  constructor(onFound: (root: ShadowRoot) => void) {
    this.#onFound = onFound;
  }

  add(root: ShadowRoot): void {
    if (this.#known.has(root)) return;
    this.#known.add(root);
    this.#onFound(root);
  }

  get known(): Iterable<ShadowRoot> {
    return this.#known;
  }

  /** Lets go of roots that left the document. */
  sweep(): void {
    for (const root of this.#known) if (!root.isConnected) this.#known.delete(root);
  }

  /** Looks for new roots, unless it did so just now for what that costs. */
  look(now: number): void {
    if (now < this.#rest) return;
    const began = performance.now();
    this.sweep();
    for (const root of [document, ...this.#known]) this.#lookIn(root);
    this.#rest = now + Math.max(EAGER, (performance.now() - began) * SHARE) - 50;
  }

  #lookIn(root: Document | ShadowRoot): void {
    for (const element of root.querySelectorAll(this.#hosts(root)))
      if (element.shadowRoot !== null) this.add(element.shadowRoot);
  }

  #hosts(root: Document | ShadowRoot): string {
    // An undefined custom element is known by that; a defined one was met while reading, or here.
    for (const element of root.querySelectorAll(':not(:defined)')) this.#names.add(element.localName);
    return [HOSTS, ...this.#names].join(',');
  }

  /** A custom element was met; it may get its root when its definition comes. */
  meet(element: Element): void {
    if (/^[a-z][\w.-]*-[\w.-]*$/.test(element.localName)) this.#names.add(element.localName);
  }
}
