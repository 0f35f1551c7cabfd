import { isVisible } from './visible.ts';

/** More than this many hidden places are not watched one by one. */
const MOST = 2_000;

/** Watches text that is not rendered (tabs, menus, details), to read it once it is. */
export class Hidden {
  readonly #elements = new Set<Element>();
  readonly #observer: IntersectionObserver;
  readonly #onShown: (elements: readonly Element[]) => void;
  #isTold = true;

  constructor(onShown: (elements: readonly Element[]) => void) {
    this.#onShown = onShown;
    this.#observer = new IntersectionObserver(() => this.recheck(), { rootMargin: '100%' });
  }

  add(element: Element): void {
    if (this.#elements.size >= MOST) return;
    this.#elements.add(element);
    if (this.#isTold) this.#observer.observe(element);
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

  /** Rechecks; between two looks the browser tells of what shows by itself only if `isTold`: that costs some of every frame. */
  look(isTold: boolean): void {
    this.recheck();
    if (isTold === this.#isTold) return;
    this.#isTold = isTold;
    this.#observer.disconnect();
    if (isTold) for (const element of this.#elements) this.#observer.observe(element);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#elements.clear();
  }
}
