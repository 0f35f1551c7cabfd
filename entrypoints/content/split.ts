/** A mark, or a text, that stands after a text node which was split. */
export interface Piece {
  readonly node: ChildNode;
  /** The text: itself, or that in the mark, wherever the page puts it. */
  readonly words: Text;
  /** What it said. */
  readonly said: string;
  /** Whether the page's normalize() has put it into the text before it. */
  taken?: boolean;
}

/** Where a node was. */
export interface Gap {
  readonly target: Node;
  readonly previousSibling: Node | null;
  readonly nextSibling: Node | null;
}

/** A text node that was split: it stays in place as the first piece, the others stand after it. */
export interface Split {
  readonly node: Text;
  readonly pieces: readonly Piece[];
  /** What the node said before, and what was left in it. */
  readonly text: string;
  readonly head: string;
  /** Whether the page has written to the node since. */
  written: boolean;
  /** Where the page's normalize() took the node away: a text before it took in what the node said. */
  gone?: Gap;
  /** What normalize() put behind what was left in the node, where it wrote to the node for that or for its tail. */
  grown?: string;
  /** The last text that the page's splitText() made of what was left in the node. */
  tail?: Text;
}

/** Splits a text node by calling `work`, which may only insert nodes between it and its next sibling. */
export function makeSplit(node: Text, work: () => void): Split | undefined {
  const after = node.nextSibling;
  const text = node.data;
  work();
  const made: ChildNode[] = [];
  for (let at = node.nextSibling; at !== null && at !== after; at = at.nextSibling) made.push(at);
  // An empty tail would fall to the page's own normalize() or be met by its childNodes loop.
  for (const one of made) if (one instanceof Text && one.data === '') one.remove();
  const kept = made.filter((one) => one.isConnected);
  if (kept.length === 0) return undefined;
  if (node.data === '') kept.unshift(guard(node));
  const pieces = kept.map((one) => {
    const words = (one instanceof Text ? one : one.firstChild) as Text;
    return { node: one, words, said: words.data };
  });
  return { node, pieces, text, head: node.data, written: false };
}

/**
 * Stands behind a node that was left empty: normalize() takes both away, the page removing its node only the node.
 */
function guard(node: Text): Text {
  const empty = document.createTextNode('');
  node.after(empty);
  return empty;
}
