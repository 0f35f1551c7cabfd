import { elementAround, parentOf } from './forms.ts';
import { tagKind } from './skips.ts';

/**
 * How an element takes part in the text around it. `inline` reads on, `atomic` is a box in the line
 * (inline-block), `block` begins and ends a passage, `none` is not rendered.
 */
export type FlowKind = 'inline' | 'atomic' | 'block' | 'none' | 'break' | 'silent' | 'skip';

/** What holds the text of a passage: an element, or a shadow root for the text directly in it. */
export type Block = Element | ShadowRoot;

/** What makes two elements of one name look different, as far as can be seen without asking. */
const TOLD_APART = '[class],[style],[id]';
const ALONE = '[style],[id]';

/**
 * Tells inline elements from blocks by computed style, asking once for elements of the same name and
 * class: asking for each one costs more than reading the page.
 */
export class Flow {
  /** By the name and class of the parent, then of the element. */
  readonly #known = new Map<string, Map<string, FlowKind>>();
  #parent: Element | null = null;
  #kinds = new Map<string, FlowKind>();

  kind(element: Element): FlowKind {
    return tagKind(element.localName) ?? this.#styled(element);
  }

  /** Call when styles may have changed. */
  forget(): void {
    this.#known.clear();
    this.#parent = null;
  }

  /** The block that a node's text belongs to; the node itself where it is one. */
  blockOf(node: Node): Block | undefined {
    for (let at: Node | null = node; at !== null; at = parentOf(at)) {
      if (at instanceof ShadowRoot) return at;
      if (at instanceof Element && this.kind(at) === 'block') return at;
    }
    return undefined;
  }

  #styled(element: Element): FlowKind {
    const kinds = this.#besides(elementAround(element));
    let key = element.localName;
    if (element.matches(TOLD_APART)) {
      // A style or id of its own makes an element a case of its own.
      if (element.matches(ALONE)) return styledKind(element);
      key += `.${element.className}`;
    } else if (element.hasAttributes()) key += '.';
    return kinds.get(key) ?? this.#ask(element, kinds, key);
  }

  /** What is known of elements with parents like this one. */
  #besides(parent: Element | null): Map<string, FlowKind> {
    // The next element mostly has the same parent.
    if (parent === this.#parent && parent !== null) return this.#kinds;
    const key = parent === null ? '' : `${parent.localName}.${parent.getAttribute('class')}`;
    const kinds = this.#known.get(key) ?? new Map<string, FlowKind>();
    this.#known.set(key, kinds);
    this.#parent = parent;
    this.#kinds = kinds;
    return kinds;
  }

  #ask(element: Element, kinds: Map<string, FlowKind>, key: string): FlowKind {
    const kind = styledKind(element);
    // One hidden element does not make those like it hidden.
    if (kind !== 'none') kinds.set(key, kind);
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
