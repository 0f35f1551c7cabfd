import { MARK } from '../platform/look-sheet.ts';
import { isMasked } from './forms.ts';

/** Characters before a mark that tell it from one the page made itself. */
const CONTEXT = 30;
/** Forgetting copies of older marks is better than growing with the page. */
const MOST = 5_000;

/** Finds copies that the page made of our marks (`cloneNode`, `innerHTML +=`) and takes the marks out of them. */
export class Copies {
  readonly #signatures = new Set<string>();

  /** Call for each mark made. */
  remember(mark: Element): void {
    if (this.#signatures.size < MOST) this.#signatures.add(signature(mark));
  }

  /** The copies in nodes that the page added; `isOurs` tells the marks themselves. */
  in(added: Iterable<Node>, isOurs: (mark: Element) => boolean): Element[] {
    if (this.#signatures.size === 0) return [];
    const found: Element[] = [];
    for (const node of added) {
      if (!(node instanceof Element) || isMasked(node)) continue;
      const marks = [...node.querySelectorAll(MARK), ...(node.matches(MARK) ? [node] : [])];
      found.push(...marks.filter((mark) => !isOurs(mark) && this.#signatures.has(signature(mark))));
    }
    return found;
  }
}

function signature(mark: Element): string {
  const before = mark.previousSibling;
  const context = before instanceof Text ? before.data.slice(-CONTEXT) : '';
  return [mark.getAttribute('data-glossator'), mark.textContent, context].join('\n');
}

/** Makes a copied mark and the texts beside it one text, as it would be without us. */
export function unwrapCopy(mark: Element): void {
  const text = mark.textContent ?? '';
  const guard = mark.previousSibling;
  // The copy of an empty text has the copy of its guard behind it.
  if (isEmptyText(guard) && isEmptyText(guard.previousSibling)) guard.remove();
  const { previousSibling: before, nextSibling: after } = mark;
  if (before instanceof Text) {
    before.appendData(text + (after instanceof Text ? after.data : ''));
    if (after instanceof Text) after.remove();
    mark.remove();
  } else if (after instanceof Text) {
    after.insertData(0, text);
    mark.remove();
  } else mark.replaceWith(text);
}

function isEmptyText(node: Node | null): node is Text {
  return node instanceof Text && node.data === '';
}
