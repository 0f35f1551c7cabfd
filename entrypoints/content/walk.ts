import type { Block, Flow, FlowKind } from './flow.ts';
import { elementAround, holds, isMasked, nextOf, parentOf } from './forms.ts';
import type { LeftOut } from './left-out.ts';
import { GAP, isFull, LONGEST, Passage } from './passages.ts';
import { canHost, SKIP_ATTRIBUTES, tagKind } from './skips.ts';
import { isRendered, isVisible } from './visible.ts';
import { Wholes } from './whole.ts';

/** A text node longer than this is data, not something to read. */
const LONGEST_NODE = 1_000_000;
const ELEMENT = 1;
const TEXT = 3;
/** No parser nests deeper than about 500, and every step up from there takes time. */
const DEEPEST = 1_000;
/** Steps between two looks at the clock; one may be a whole paragraph. */
const STRIDE = 16;
const BLANK = /^\s*$/;
const SPACE = /\s/;
const INK = /\S/;
const FOOTNOTE = /^[\s\d[(*†‡§]/;

/** What a walk meets besides text. */
export interface Encounters {
  passage(passage: Passage): void;
  /** Text that is not rendered now; may be read once it is. */
  hidden(element: Element): void;
  shadow(root: ShadowRoot): void;
  /** A custom element, which may get a shadow root later. */
  host(element: Element): void;
  /** A part that is not read, though it might have text. */
  leftOut(why: LeftOut): void;
}

/** What to read: everything under a block, or only its own text and what is `fresh` in it. */
export interface Scope {
  readonly block: Block;
  readonly fresh?: ReadonlySet<Node>;
  readonly epoch: number;
}

interface Opened {
  readonly element: Node;
  readonly kind: FlowKind;
  readonly deep: boolean;
}

/** Reads a part of a page into passages, in slices. */
export class Walk {
  readonly #scope: Scope;
  readonly #meets: Encounters;
  readonly #flow: Flow;
  readonly #wholes: Wholes;
  readonly #skip: ReadonlySet<Element>;
  /** Elements whose end matters, innermost last: blocks, boxes in a line, and what is fresh. */
  readonly #open: Opened[];
  /** The node read last; what is inside it comes next if `#inside`, else what is after it. */
  #at: Node;
  #inside = true;
  #parent: Node;
  #depth = 0;
  /** Since the last look at the clock. */
  #steps = 0;
  #passage: Passage | undefined;
  #edge = false;
  /** The last subtree found not rendered: all else in it is passed over. */
  #unrendered: Element | undefined;

  constructor(scope: Scope, flow: Flow, meets: Encounters) {
    this.#scope = scope;
    this.#meets = meets;
    this.#flow = flow;
    this.#wholes = new Wholes(flow);
    this.#skip = new Set(scope.block.querySelectorAll(SKIP_ATTRIBUTES));
    this.#open = [{ element: scope.block, kind: 'block', deep: scope.fresh === undefined }];
    this.#at = scope.block;
    this.#parent = scope.block;
    if (scope.block instanceof Element && scope.block.shadowRoot !== null)
      meets.shadow(scope.block.shadowRoot);
  }

  /** Reads until `enough` says so; true once all is read. */
  advance(enough: () => boolean): boolean {
    const { block } = this.#scope;
    if (this.#at === block && this.#inside && block instanceof Element && this.#takeWhole(block)) return true;
    while (this.#step()) {
      if (++this.#steps < STRIDE) continue;
      this.#steps = 0;
      if (enough()) return false;
    }
    return true;
  }

  /** Whether the page has moved the ground under the walk since its last slice. */
  isLost(): boolean {
    const { block } = this.#scope;
    if (!block.isConnected) return true;
    return this.#at !== block && (parentOf(this.#at) !== this.#parent || !holds(block, this.#at));
  }

  /** Goes on by one node; false at the end. */
  #step(): boolean {
    let node = this.#inside ? this.#at.firstChild : null;
    if (node !== null) {
      this.#parent = this.#at;
      this.#depth++;
    }
    // Out of what has ended, to the first thing after it.
    for (
      let at = this.#at;
      node === null;
      at = this.#parent, this.#parent = parentOf(at) ?? at, this.#depth--
    ) {
      if (at === this.#open.at(-1)?.element) this.#leave();
      if (this.#open.length === 0) return false;
      node = nextOf(at);
      if (node !== null) break;
    }
    this.#at = node;
    const type = node.nodeType;
    if (type !== TEXT && isMasked(node)) this.#mask();
    else this.#inside = type === ELEMENT && this.#enter(node as Element);
    if (type === TEXT) this.#text(node as Text);
    return true;
  }

  /** Whether to go on inside. */
  #enter(element: Element): boolean {
    if (this.#depth > DEEPEST) return this.#deep();
    const name = element.localName;
    const kind = this.#flow.kind(element);
    if (kind === 'skip' || this.#skip.has(element)) return this.#gap(kind);
    if (kind === 'break') this.#end();
    else if (kind === 'none') this.#meets.hidden(element);
    if (kind === 'break' || kind === 'silent' || kind === 'none') return false;
    if (kind === 'block') this.#end();
    if (name.includes('-')) this.#meets.host(element);
    const outer = this.#open.at(-1)?.deep === true;
    const deep = outer || this.#scope.fresh?.has(element) === true;
    if (deep && canHost(name) && element.shadowRoot !== null) this.#meets.shadow(element.shadowRoot);
    if (kind === 'block' && !deep) return false;
    if (kind === 'block' && this.#takeWhole(element)) {
      if (outer && tagKind(name) === 'block') this.#takeAlike(element);
      return false;
    }
    if (kind === 'atomic') this.#edge = true;
    else if (name === 'sup' && FOOTNOTE.test(element.textContent ?? '')) this.#passage?.addGap();
    if (kind !== 'inline' || deep !== outer) this.#open.push({ element, kind, deep });
    return true;
  }

  /** Reads all of a block at once if it is nothing but text. */
  #takeWhole(block: Element): boolean {
    if (!this.#wholes.isWhole(block, this.#skip)) return false;
    const text = block.textContent ?? '';
    if (text.length > LONGEST) return false;
    this.#pass(new Passage(block, this.#scope.epoch, text));
    return true;
  }

  /** Goes on with the blocks after one that was whole, as long as they are like it: most of a long page is such runs. */
  #takeAlike(whole: Element): void {
    const name = whole.localName;
    const { className } = whole;
    for (let node = whole.nextSibling; node !== null && this.#steps < STRIDE; node = node.nextSibling) {
      if (node instanceof Text && BLANK.test(node.data)) continue;
      if (!(node instanceof Element) || node.localName !== name || node.className !== className) return;
      if (node.shadowRoot !== null || this.#skip.has(node) || !this.#wholes.isAlike(node, whole)) return;
      const text = node.textContent ?? '';
      if (text.length > LONGEST) return;
      this.#pass(new Passage(node, this.#scope.epoch, text));
      this.#at = node;
      this.#steps++;
    }
  }

  #deep(): false {
    this.#meets.leftOut('deep');
    return false;
  }

  #mask(): void {
    this.#inside = false;
    this.#end();
    this.#meets.leftOut('masked');
  }

  #leave(): void {
    const left = this.#open.at(-1);
    if (left?.kind === 'block') this.#end();
    else if (left?.kind === 'atomic') this.#edge = true;
    this.#open.pop();
  }

  #gap(kind: string): false {
    if (kind === 'block') this.#end();
    else this.#passage?.addGap();
    return false;
  }

  #text(node: Text): void {
    const { data } = node;
    if (data.length > LONGEST_NODE) this.#meets.leftOut('long');
    if (data.length > LONGEST_NODE || (this.#passage === undefined && BLANK.test(data))) return;
    for (let from = this.#passage === undefined ? data.search(INK) : 0; from < data.length; ) {
      if (this.#passage !== undefined && isFull(this.#passage)) this.#end();
      this.#passage ??= new Passage(this.#block(), this.#scope.epoch);
      if (this.#edge) this.#bridge(this.#passage, data);
      from = this.#passage.add(node, data, from);
    }
  }

  /** Two boxes in a line read as two words, even without a space between them. */
  #bridge(passage: Passage, data: string): void {
    const before = passage.text.at(-1) ?? GAP;
    if (!SPACE.test(before) && !SPACE.test(data[0] ?? '')) passage.addGap();
    this.#edge = false;
  }

  #block(): Block {
    const block = this.#open.findLast(({ kind }) => kind === 'block');
    return block === undefined ? this.#scope.block : (block.element as Block);
  }

  #end(): void {
    const passage = this.#passage;
    this.#passage = undefined;
    this.#edge = false;
    if (passage !== undefined) this.#pass(passage);
  }

  #pass(passage: Passage): void {
    if (!passage.hasWords()) return;
    const element = passage.block instanceof ShadowRoot ? passage.block.host : passage.block;
    if (this.#unrendered !== undefined && holds(this.#unrendered, element)) return;
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
  for (let at = elementAround(element); at !== null && !isRendered(at); at = elementAround(at))
    outermost = at;
  return outermost;
}
