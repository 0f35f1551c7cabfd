import type { Flow } from './flow.ts';
import { canHost } from './skips.ts';

/** More elements than this in a block are met one by one: looking through them must not take long. */
const MOST = 200;
/** Elements inside others, and what may make an element unlike others of its name. */
const UNLIKE = '[class],[style],[id],[hidden],[role],[aria-hidden],[contenteditable],[data-glossator]';
const TO_BE_MET = `:scope > * > *,${UNLIKE}`;
const PLAIN = /^[a-z]+$/;

/**
 * Knows whether all that is in a block is text that reads on, so that the browser can give it in one piece: most of
 * what reading costs is going from node to node. A block that holds others mostly shows it at its first child.
 */
export class Wholes {
  readonly #flow: Flow;
  /** Names of elements that read on, and a selector for all others, by the class of the block they are in. */
  readonly #known = new Map<string, { readonly names: Set<string>; others: string }>();

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  /** Whether a block like one that was whole is so too, as far as one question can tell. */
  isAlike(block: Element, whole: Element): boolean {
    if (block.firstElementChild === null) return true;
    const known = this.#known.get(`${whole.localName}.${whole.className}`);
    return known !== undefined && block.querySelector(known.others) === null;
  }

  isWhole(block: Element, skip: ReadonlySet<Element>): boolean {
    // Its fields may be named as what is asked of it here.
    if (block instanceof HTMLFormElement) return false;
    const first = block.firstElementChild;
    if (first === null) return true;
    if (this.#flow.kind(first) !== 'inline') return false;
    const key = `${block.localName}.${block.className}`;
    const known = this.#known.get(key);
    // One question instead of one for each element: in most paragraphs the same few names come again.
    if (known !== undefined && block.querySelector(known.others) === null) return true;
    const names = known?.names ?? new Set<string>();
    const before = names.size;
    const isWhole = this.#meetAll(block, first, { skip, names });
    if (names.size > before)
      this.#known.set(key, { names, others: `${TO_BE_MET},:not(${[...names].join()})` });
    return isWhole;
  }

  #meetAll(
    block: Element,
    first: Element,
    { skip, names }: { readonly skip: ReadonlySet<Element>; readonly names: Set<string> },
  ): boolean {
    let at: Element | null = first;
    for (let count = 0; at !== null; count++) {
      const name: string = at.localName;
      const readsOn = this.#flow.kind(at) === 'inline' && name !== 'sup' && !skip.has(at);
      if (count === MOST || !readsOn || name.includes('-') || (canHost(name) && at.shadowRoot !== null))
        return false;
      if (at.parentNode === block && !canHost(name) && PLAIN.test(name) && !at.matches(UNLIKE))
        names.add(name);
      at = at.firstElementChild ?? after(at, block);
    }
    return true;
  }
}

function after(element: Element, block: Element): Element | null {
  for (let at: Element | null = element; at !== null && at !== block; at = at.parentElement)
    if (at.nextElementSibling !== null) return at.nextElementSibling;
  return null;
}
