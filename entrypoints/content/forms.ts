/**
 * A form shows its fields by their names in place of what it says of itself: with `<input name="parentNode">`, its
 * `parentNode` is that field, in Chromium to us too. A walk up the document would go round in it for ever.
 */
const TOLD = [
  ...[
    'nodeType',
    'localName',
    'parentNode',
    'parentElement',
    'firstChild',
    'firstElementChild',
    'nextSibling',
  ],
  ...['nextElementSibling', 'isConnected', 'shadowRoot', 'assignedSlot', 'classList', 'contains', 'closest'],
  ...['matches', 'querySelector', 'querySelectorAll', 'getRootNode', 'getAttribute', 'hasAttribute'],
  ...['hasAttributes', 'checkVisibility', 'getBoundingClientRect', 'getClientRects', 'textContent'],
  ...['compareDocumentPosition', 'scrollIntoView'],
];

/** Whether a node is a form that does not show what it is. */
export function isMasked(node: Node): boolean {
  return node instanceof HTMLFormElement && TOLD.some((name) => Object.hasOwn(node, name));
}

const { contains } = Node.prototype;
/** What reads a property of any node. */
const getter = <Key extends keyof Node>(key: Key) =>
  Object.getOwnPropertyDescriptor(Node.prototype, key)?.get as () => Node[Key];
const parent = getter('parentNode');
const parentElement = getter('parentElement');
const next = getter('nextSibling');

/** The parent of a node, also of a masked form. */
export function parentOf(node: Node): ParentNode | null {
  return parent.call(node);
}

/** The parent of a node if it is an element, also of a masked form. */
export function elementAround(node: Node): HTMLElement | null {
  return parentElement.call(node);
}

/** What comes after a node, also after a masked form. */
export function nextOf(node: Node): ChildNode | null {
  return next.call(node);
}

/** Whether a node is, or is inside, another, also a masked form. */
export function holds(outer: Node, node: Node | null): boolean {
  return contains.call(outer, node);
}
