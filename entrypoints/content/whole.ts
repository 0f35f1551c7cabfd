import type { Flow } from './flow.ts';
import { canHost } from './skips.ts';

/** More elements than this in a block are met one by one: looking through them must not take long. */
const MOST = 200;

/**
 * Whether all that is in a block is text that reads on, so that the browser can give it in one piece: three quarters
 * of what reading costs is going from node to node. A block that holds others mostly shows it at its first child.
 */
export function isWhole(block: Element, flow: Flow, skip: ReadonlySet<Element>): boolean {
  let at = block.firstElementChild;
  for (let count = 0; at !== null; count++) {
    if (count === MOST || !readsOn(at, flow, skip)) return false;
    at = at.firstElementChild ?? after(at, block);
  }
  return true;
}

function readsOn(element: Element, flow: Flow, skip: ReadonlySet<Element>): boolean {
  const name = element.localName;
  if (flow.kind(element) !== 'inline' || name === 'sup' || name.includes('-') || skip.has(element))
    return false;
  return !canHost(name) || element.shadowRoot === null;
}

function after(element: Element, block: Element): Element | null {
  for (let at: Element | null = element; at !== null && at !== block; at = at.parentElement)
    if (at.nextElementSibling !== null) return at.nextElementSibling;
  return null;
}
