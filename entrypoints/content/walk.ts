import type { Block, Flow } from './flow.ts';
import { GAP, isFull, Passage } from './passages.ts';
import { SKIP_ATTRIBUTES } from './skips.ts';
import { isRendered, isVisible } from './visible.ts';

/** A text node longer than this is data, not something to read. */
const LONGEST_NODE = 1_000_000;
/** Nodes between two looks at the clock. */
const STRIDE = 64;
const BLANK = /^\s*$/;
const SPACE = /\s/;
const FOOTNOTE = /^[\s\d[(*†‡§]/;

/** What a walk meets besides text. */
export interface Encounters {
  passage(passage: Passage): void;
  /** Text that is not rendered now; may be read once it is. */
  hidden(element: Element): void;
  shadow(root: ShadowRoot): void;
  /** A custom element, which may get a shadow root later. */
  host(element: Element): void;
  tooLong(): void;
}

/** What to read: everything under a block, or only its own text and what is `fresh` in it. */
export interface Scope {
  readonly block: Block;
  readonly fresh?: ReadonlySet<Node>;
  readonly epoch: number;
}

/** Reads a part of a page into passages, in slices. */
export class Walk {
  readonly #scope: Scope;
  readonly #meets: Encounters;
  readonly #flow: Flow;
  readonly #skip: ReadonlySet<Element>;
  readonly #blocks: Block[] = [];
  /** Elements whose end matters, innermost last, and whether all under them is read. */
  readonly #open: { element: Node; kind: 'block' | 'atomic' | 'inline'; deep: boolean }[] = [];
  #next: Node | null;
  #passage: Passage | undefined;
  #edge = false;
  /** The last subtree found not rendered: all else in it is passed over. */
  #unrendered: Element | undefined;

  constructor(scope: Scope, flow: Flow, meets: Encounters) {
    this.#scope = scope;
    this.#flow = flow;
    this.#meets = meets;
    this.#skip = new Set(scope.block.querySelectorAll(SKIP_ATTRIBUTES));
    this.#blocks.push(scope.block);
    this.#open.push({ element: scope.block, kind: 'block', deep: scope.fresh === undefined });
    this.#next = scope.block.firstChild;
    if (scope.block instanceof Element && scope.block.shadowRoot !== null)
      meets.shadow(scope.block.shadowRoot);
  }

  /** Reads until `enough` says so; true once all is read. */
  advance(enough: () => boolean): boolean {
    for (let count = 1; this.#open.length > 0; count++) {
      this.#step();
      if (count % STRIDE === 0 && enough()) return false;
    }
    return true;
  }

  /** Whether the page has moved the ground under the walk since its last slice. */
  isLost(): boolean {
    const innermost = this.#open.at(-1)?.element;
    return (
      !this.#scope.block.isConnected ||
      (innermost !== undefined && this.#next !== null && this.#next.parentNode !== innermost)
    );
  }

  #step(): void {
    const node = this.#next;
    if (node === null) this.#leave();
    else if (node.nodeType === Node.TEXT_NODE) {
      this.#text(node as Text);
      this.#next = node.nextSibling;
    } else if (node.nodeType !== Node.ELEMENT_NODE || !this.#enter(node as Element))
      this.#next = node.nextSibling;
  }

  /** Whether to go on inside. */
  #enter(element: Element): boolean {
    if (this.#skip.has(element)) return this.#gap(this.#flow.kind(element));
    const kind = this.#flow.kind(element);
    if (kind === 'skip') return this.#gap('inline');
    if (kind === 'break') this.#end();
    if (kind === 'break' || kind === 'silent') return false;
    if (kind === 'none') {
      this.#meets.hidden(element);
      return false;
    }
    if (kind === 'block') this.#end();
    if (element.localName.includes('-')) this.#meets.host(element);
    const deep = this.#open.at(-1)?.deep === true || this.#scope.fresh?.has(element) === true;
    if (deep && element.shadowRoot !== null) this.#meets.shadow(element.shadowRoot);
    if (kind === 'block' && !deep) return false;
    if (kind === 'block') this.#blocks.push(element);
    else if (kind === 'atomic') this.#edge = true;
    else if (element.localName === 'sup' && FOOTNOTE.test(element.textContent ?? '')) this.#passage?.addGap();
    this.#open.push({ element, kind, deep });
    this.#next = element.firstChild;
    return true;
  }

  #leave(): void {
    const left = this.#open.pop();
    if (left === undefined) return;
    if (left.kind === 'block') {
      this.#end();
      this.#blocks.pop();
    } else if (left.kind === 'atomic') this.#edge = true;
    this.#next = this.#open.length > 0 ? left.element.nextSibling : null;
  }

  #gap(kind: string): false {
    if (kind === 'block') this.#end();
    else this.#passage?.addGap();
    return false;
  }

  #text(node: Text): void {
    const { data } = node;
    if (data.length > LONGEST_NODE) this.#meets.tooLong();
    if (data.length > LONGEST_NODE || (this.#passage === undefined && BLANK.test(data))) return;
    for (let from = 0; from < data.length; ) {
      if (this.#passage !== undefined && isFull(this.#passage)) this.#end();
      this.#passage ??= new Passage(this.#block(), this.#scope.epoch);
      this.#bridge(this.#passage, data);
      from = this.#passage.add(node, data, from);
    }
  }

  /** Two boxes in a line read as two words, even without a space between them. */
  #bridge(passage: Passage, data: string): void {
    const before = passage.text.at(-1) ?? GAP;
    if (this.#edge && !SPACE.test(before) && !SPACE.test(data[0] ?? '')) passage.addGap();
    this.#edge = false;
  }

  #block(): Block {
    return this.#blocks.at(-1) ?? this.#scope.block;
  }

  #end(): void {
    const passage = this.#passage;
    this.#passage = undefined;
    this.#edge = false;
    if (passage === undefined || !passage.hasWords()) return;
    const element = passage.block instanceof ShadowRoot ? passage.block.host : passage.block;
    if (this.#unrendered?.contains(element) === true) return;
    if (isVisible(element)) this.#meets.passage(passage);
    else if (isRendered(element)) this.#meets.hidden(element);
    else {
      this.#unrendered = outermostUnrendered(element);
      this.#meets.hidden(this.#unrendered);
    }
  }
}

function outermostUnrendered(element: Element): Element {
  let outermost = element;
  for (let at = element.parentElement; at !== null && !isRendered(at); at = at.parentElement) outermost = at;
  return outermost;
}
