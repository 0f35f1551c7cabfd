/**
 * The way of mark.js through what it is to mark. Its own leads through trees, lists and frames; here it is given one
 * text node at a time, so this takes the place of it (`wxt.smaller.ts`).
 */
export default class OneText {
  readonly #node: Text;

  constructor(node: Text) {
    this.#node = node;
  }

  forEachNode(_what: number, ...[each, done]: Calls): void {
    each(this.#node);
    done();
  }
}

type Calls = [each: (node: Text) => void, done: () => void];
