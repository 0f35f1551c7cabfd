/** A text node that was split: it stays in place as the first piece, the others stand after it. */
interface Split {
  readonly node: Text;
  /** Marks and texts after the node, in order, and what each said. */
  readonly pieces: readonly ChildNode[];
  readonly said: readonly string[];
  /** What the node said before, and what was left in it. */
  readonly text: string;
  readonly head: string;
  /** Whether the page has written to the node since. */
  written: boolean;
  /** The text before, where the page made the node a part of it, as normalize() does. */
  joined?: Node;
}

/**
 * Remembers each text node that was split for marks, so that the document can be made again what it was:
 * the same nodes with the same text. What the page did meanwhile wins over what is written here.
 */
export class Ledger {
  readonly #splits = new Map<Text, Split>();
  readonly #owners = new Map<Node, Split>();

  get size(): number {
    return this.#splits.size;
  }

  /** Splits a text node by calling `work`, which may only insert nodes between it and its next sibling. */
  split(node: Text, work: () => void): void {
    const after = node.nextSibling;
    const text = node.data;
    work();
    const pieces: ChildNode[] = [];
    for (let at = node.nextSibling; at !== null && at !== after; at = at.nextSibling) pieces.push(at);
    const kept = pieces.filter((piece) => {
      // An empty tail would fall to the page's own normalize() or be met by its childNodes loop.
      if (piece instanceof Text && piece.data === '') piece.remove();
      return piece.isConnected;
    });
    if (kept.length === 0) return;
    if (node.data === '') kept.unshift(guard(node));
    const said = kept.map((piece) => piece.textContent ?? '');
    const split: Split = { node, pieces: kept, said, text, head: node.data, written: false };
    this.#splits.set(node, split);
    for (const piece of [node, ...kept]) this.#own(piece, split);
  }

  #own(piece: Node, split: Split): void {
    this.#owners.set(piece, split);
    if (piece instanceof Element && piece.firstChild !== null) this.#owners.set(piece.firstChild, split);
  }

  /** The split text node behind any of its pieces, or behind the text in a mark. */
  original(node: Node): Text | undefined {
    return this.#owners.get(node)?.node;
  }

  /** The marks of a split text node. */
  marks(node: Text): readonly Element[] {
    return this.#splits.get(node)?.pieces.filter((piece) => piece instanceof Element) ?? [];
  }

  /** The full text of a node, split or not. */
  dataOf(node: Text): string {
    return this.#splits.get(node)?.text ?? node.data;
  }

  /** Where a place in the full text of a node is in the document now; at a seam, the later side if `after`. */
  locate(node: Text, offset: number, after: boolean): { node: Text; offset: number } {
    const split = this.#splits.get(node);
    if (split === undefined) return { node, offset };
    let rest = offset;
    let last = node;
    for (const piece of [node, ...split.pieces]) {
      const text = textIn(piece);
      if (text === undefined) continue;
      last = text;
      if (after ? rest < text.length : rest <= text.length) return { node: text, offset: rest };
      rest -= text.length;
    }
    return { node: last, offset: last.length };
  }

  /** The page changed something: it may have written to a node, if only what was there already, or joined it to another. */
  note(records: readonly MutationRecord[]): void {
    if (this.size === 0) return;
    const written = new Set<Node>();
    for (const { type, target } of records) if (type === 'characterData') written.add(target);
    if (written.size === 0) return;
    for (const node of written) this.#noteOn(node, { written: true });
    for (const { addedNodes, removedNodes, previousSibling: joined } of records)
      if (joined !== null && written.has(joined) && addedNodes.length === 0)
        for (const node of removedNodes) this.#noteOn(node, { joined });
  }

  #noteOn(node: Node, what: Partial<Split>): void {
    const split = this.#owners.get(node);
    if (split?.node === node) Object.assign(split, what);
  }

  /** Puts a text node back together. The page's own changes to it stay. */
  restore(node: Text): void {
    const split = this.#splits.get(node);
    if (split === undefined) return;
    this.#splits.delete(node);
    rewrap(split);
    const selection = takeSelection(this.#owners, split);
    for (const piece of [node, ...split.pieces]) {
      this.#owners.delete(piece);
      const inside = piece instanceof Element ? piece.firstChild : null;
      if (inside !== null) this.#owners.delete(inside);
    }
    putBack(split);
    selection?.();
  }
}

/**
 * Stands behind a node that was left empty: normalize() takes both away, the page removing its node only the node.
 */
function guard(node: Text): Text {
  const empty = document.createTextNode('');
  node.after(empty);
  return empty;
}

/** The text node of a piece: itself, or the one in a mark. */
function textIn(piece: ChildNode): Text | undefined {
  if (piece instanceof Text) return piece;
  return piece.firstChild instanceof Text ? piece.firstChild : undefined;
}

/** Where the page took a mark away and left its words standing, they are the mark's again: else they would be there twice. */
function rewrap({ node, pieces, said }: Split): void {
  let before: ChildNode = node;
  for (const [at, piece] of pieces.entries()) {
    const words = before.nextSibling;
    const isLeft = words instanceof Text && !pieces.includes(words) && words.data === said[at];
    if (piece instanceof Element && piece.parentNode === null && isLeft) {
      words.replaceWith(piece);
      piece.replaceChildren(words);
    }
    before = piece;
  }
}

function putBack(split: Split): void {
  const { node, pieces, head } = split;
  // The page may have written to a piece.
  const rest = pieces.map((piece) => piece.textContent).join('');
  const first = pieces.find((piece) => piece.parentNode !== null);
  const before = first?.previousSibling;
  const isNormalized = node.parentNode === null && pieces[0]?.parentNode === null;
  // normalize() takes empty text nodes away; the page would still have this one, or its text in the one before.
  if (head === '' && isNormalized && !split.written) {
    if (before instanceof Text) before.appendData(rest);
    else first?.parentNode?.insertBefore(node, first);
  }
  if (node.data === head && !split.written) node.appendData(rest);
  // splitText() by the page: what came after the node comes after the new one.
  else if (before instanceof Text && before !== node && node.data + before.data === head)
    before.appendData(rest);
  else if (isAppended(node.data, split, rest)) node.insertData(head.length, rest);
  if (before instanceof Text && isJoined(before, split)) before.appendData(rest);
  for (const piece of pieces) piece.remove();
}

/** Whether a text took in that of the node. One that only says the same, or more, is another that came in its place. */
function isJoined(before: Text, { node, head, joined }: Split): boolean {
  const isGone = head !== '' && node.parentNode === null && joined === before;
  return isGone && before.length > head.length && before.data.endsWith(head);
}

/** Whether the page only added to what it saw of the text (`data +=`), rather than wrote a new one. */
function isAppended(data: string, { head }: Split, rest: string): boolean {
  return head !== '' && data !== head && data.startsWith(head) && data[head.length] !== rest[0];
}

/** Remembers a selection that begins or ends in a piece; call the result once the text is whole again. */
function takeSelection(owners: ReadonlyMap<Node, Split>, split: Split): (() => void) | undefined {
  const selection = document.getSelection();
  if (selection === null) return undefined;
  const anchor = placeIn(owners, split, [selection.anchorNode, selection.anchorOffset]);
  const focus = placeIn(owners, split, [selection.focusNode, selection.focusOffset]);
  if (anchor === undefined && focus === undefined) return undefined;
  const { node } = split;
  return () => {
    // An end that is elsewhere has been moved by the browser with what went before it.
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    if (anchorNode === null || focusNode === null) return;
    const from: Place =
      anchor === undefined ? [anchorNode, anchorOffset] : [node, Math.min(anchor, node.length)];
    const to: Place = focus === undefined ? [focusNode, focusOffset] : [node, Math.min(focus, node.length)];
    selection.setBaseAndExtent(...from, ...to);
  };
}

type Place = readonly [node: Node, offset: number];

/** A place in the pieces behind the text node as an offset in the text that it will be again. */
function placeIn(
  owners: ReadonlyMap<Node, Split>,
  { node, pieces }: Split,
  [at, offset]: readonly [node: Node | null, offset: number],
): number | undefined {
  if (at === null || owners.get(at)?.node !== node) return undefined;
  let before = node.length;
  for (const piece of pieces) {
    const text = textIn(piece);
    const length = text?.length ?? 0;
    if (piece === at || text === at) return before + (at instanceof Element && offset > 0 ? length : offset);
    before += length;
  }
  return undefined;
}
