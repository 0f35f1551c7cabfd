import { tagKind } from './skips.ts';

/**
 * How an element takes part in the text around it. `inline` reads on, `atomic` is a box in the line
 * (inline-block), `block` begins and ends a passage, `none` is not rendered.
 */
export type FlowKind = 'inline' | 'atomic' | 'block' | 'none' | 'break' | 'silent' | 'skip';

/** What holds the text of a passage: an element, or a shadow root for the text directly in it. */
export type Block = Element | ShadowRoot;

/**
 * Tells inline elements from blocks by computed style, asking once for elements of the same name and
 * class: asking for each one costs more than reading the page.
 */
export class Flow {
  readonly #known = new Map<string, FlowKind>();

  kind(element: Element): FlowKind {
    return tagKind(element.localName) ?? this.#styled(element);
  }

  /** Call when styles may have changed. */
  forget(): void {
    this.#known.clear();
  }

  /** The block that a node's text belongs to; the node itself where it is one. */
  blockOf(node: Node): Block | undefined {
    for (let at: Node | null = node; at !== null; at = at.parentNode) {
      if (at instanceof ShadowRoot) return at;
      if (at instanceof Element && this.kind(at) === 'block') return at;
    }
    return undefined;
  }

  #styled(element: Element): FlowKind {
    // A style of its own makes an element a case of its own.
    if (element.hasAttribute('style') || element.id !== '') return styledKind(element);
    const parent = element.parentElement;
    const key = `${element.localName} ${element.getAttribute('class')}|${parent?.localName} ${parent?.getAttribute('class')}`;
    const known = this.#known.get(key);
    if (known !== undefined && known !== 'none') return known;
    const kind = styledKind(element);
    this.#known.set(key, kind);
    return kind;
  }
}

function styledKind(element: Element): FlowKind {
  const { display } = getComputedStyle(element);
  if (display === 'inline' || display === 'contents' || display === 'ruby' || display === 'ruby-base')
    return 'inline';
  // Empty where the element is in no document.
  if (display === 'none' || display === '') return 'none';
  if (display.startsWith('ruby-text')) return 'silent';
  return display.startsWith('inline') ? 'atomic' : 'block';
}
