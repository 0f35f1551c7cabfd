/**
 * What a page may do to its nodes. Each deed uses only nodes that the page holds, as a page that never looks at our
 * marks would; it returns the nodes it made.
 */
export const DEEDS = {
  write: (node: Node) => {
    if (node instanceof Text) node.data = 'New WPK text';
  },
  // What is left of some texts before their first mark.
  shorten: (node: Node) => {
    if (node instanceof Text) node.data = 'The ';
  },
  empty: (node: Node) => {
    if (node instanceof Text) node.data = '';
  },
  append: (node: Node, _: Node, head: number) => {
    if (node instanceof Text && head > 0) node.appendData('~more');
  },
  split: (node: Node, _: Node, head: number) =>
    node instanceof Text && head > 1 && node.parentNode !== null ? [node.splitText(head >> 1)] : undefined,
  remove: (node: Node, _: Node, __: number, root: Node) => {
    if (node !== root) node.parentNode?.removeChild(node);
  },
  move: (node: Node, other: Node, _: number, root: Node) => {
    if (node !== root && other instanceof Element && !node.contains(other)) other.appendChild(node);
  },
  before: (node: Node, other: Node, _: number, root: Node) => {
    if (node === root || other === root || node.contains(other) || other === node) return;
    other.parentNode?.insertBefore(node, other);
  },
  insert: (node: Node, _: Node, __: number, root: Node) => {
    if (node === root || node.parentNode === null) return [];
    return [node.parentNode.insertBefore(document.createTextNode('by KCNA '), node)];
  },
  insertElement: (node: Node) => {
    if (!(node instanceof Element)) return [];
    const made = document.createElement('b');
    made.append('WPK');
    node.prepend(made);
    return [made, ...made.childNodes];
  },
  replaceNode: (node: Node, _: Node, __: number, root: Node) => {
    if (node === root || node.parentNode === null) return [];
    const made = document.createTextNode('instead the DPRK');
    node.parentNode.replaceChild(made, node);
    return [made];
  },
  // What says just what is left before our first mark, or ends with it, is a text of its own.
  replaceAlike: (node: Node, _: Node, head: number) => replace(node, (data) => data.slice(0, head)),
  replaceLonger: (node: Node, _: Node, head: number) => replace(node, (data) => `So ${data.slice(0, head)}`),
  // In one go, so that a text that is still split becomes part of the one before.
  join: (node: Node) => {
    const { parentNode, previousSibling } = node;
    if (!(node instanceof Text) || parentNode === null || isText(previousSibling)) return [];
    const made = parentNode.insertBefore(document.createTextNode('So '), node);
    parentNode.normalize();
    return [made];
  },
  joinByHand: (node: Node, _: Node, head: number) => {
    if (!(node instanceof Text) || node.parentNode === null || head === 0) return [];
    const made = node.parentNode.insertBefore(document.createTextNode('So '), node);
    made.data += node.data;
    node.remove();
    return [made];
  },
  takePlace: (node: Node, other: Node, _: number, root: Node) => {
    if (node === root || other === root || node === other || node.contains(other) || other.contains(node))
      return;
    other.parentNode?.replaceChild(node, other);
  },
  replaceAll: (node: Node) => {
    if (!(node instanceof Element)) return [];
    const made = document.createTextNode('Only WPK');
    node.replaceChildren(made);
    return [made];
  },
  wrap: (node: Node, _: Node, __: number, root: Node) => {
    if (node === root || node.parentNode === null) return [];
    const made = document.createElement('i');
    node.parentNode.replaceChild(made, node);
    made.append(node);
    return [made];
  },
  // As pages do that end a search of their own: nothing of theirs is marked.
  unmark: (node: Node) => {
    if (node instanceof Element)
      for (const mark of node.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  },
  normalize: (node: Node) => {
    node.normalize();
  },
  clone: (node: Node, other: Node, _: number, root: Node) => {
    if (node !== root && node instanceof Element && other instanceof Element)
      other.append(node.cloneNode(true));
  },
  rewrite: (node: Node) => {
    if (node instanceof Element) node.innerHTML += '<i>and KCNA</i>';
  },
  replace: (node: Node) => {
    if (node instanceof Element) node.textContent = 'All DPRK anew';
  },
  edit: (node: Node) => {
    if (node instanceof HTMLElement) node.contentEditable = 'true';
  },
  adopt: (node: Node, other: Node, _: number, root: Node) => {
    if (node === root || !(other instanceof Element) || node.contains(other)) return;
    other.append(document.implementation.createHTMLDocument().adoptNode(node));
  },
  select: (node: Node) => {
    if (node instanceof Text && node.isConnected) document.getSelection()?.collapse(node, 0);
  },
} satisfies Record<string, (node: Node, other: Node, head: number, root: Node) => unknown>;

/** A text, or what looks like an element of ours to a page: beside one, normalize() does nothing that could be told. */
const isText = (node: Node | null): boolean => node instanceof Text || node?.nodeName === 'MARK';

function replace(node: Node, told: (data: string) => string): readonly Node[] {
  if (!(node instanceof Text) || node.parentNode === null) return [];
  const made = document.createTextNode(told(node.data));
  node.replaceWith(made);
  return [made];
}
