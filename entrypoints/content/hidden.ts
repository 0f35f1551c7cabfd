import { isVisible } from './visible.ts';

/** More than this many hidden places are not watched one by one. */
const MOST = 2_000;

/** Watches text that is not rendered (tabs, menus, details), to read it once it is. */
export class Hidden {
  readonly #elements = new Set<Element>();
  readonly #observer: IntersectionObserver;
  readonly #onShown: (elements: readonly Element[]) => void;

  constructor(onShown: (elements: readonly Element[]) => void) {
    this.#onShown = onShown;
    this.#observer = new IntersectionObserver(() => this.recheck(), { rootMargin: '100%' });
  }

  add(element: Element): void {
    if (this.#elements.size >= MOST) return;
    this.#elements.add(element);
    this.#observer.observe(element);
  }

  /** Call when styles may have changed; reports what is rendered now. */
  recheck(): void {
    const shown: Element[] = [];
    for (const element of this.#elements) {
      const visible = element.isConnected && isVisible(element);
      if (element.isConnected && !visible) continue;
      this.#elements.delete(element);
      this.#observer.unobserve(element);
      if (visible) shown.push(element);
    }
    if (shown.length > 0) this.#onShown(shown);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#elements.clear();
  }
}
