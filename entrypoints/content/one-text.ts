/**
 * The way of mark.js through what it is to mark. Its own leads through trees, lists and frames; here it is given one
 * text node at a time, so this takes the place of it (`wxt.smaller.ts`).
 */
export default class OneText {
  readonly #node: Text;

  constructor(node: Text) {
    this.#node = node;
  }

  static matches(node: Node, selectors: readonly string[]): boolean {
    return node instanceof Element && node.matches(selectors.join());
  }

  forEachNode(_what: number, ...[each, filter, done]: Calls): void {
    if (filter(this.#node) === NodeFilter.FILTER_ACCEPT) each(this.#node);
    done();
  }
}

type Calls = [each: (node: Text) => void, filter: (node: Text) => number, done: () => void];
