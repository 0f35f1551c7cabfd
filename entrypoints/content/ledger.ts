import { takeSelection } from './kept-selection.ts';
import { putBack, rewrap } from './put-back.ts';
import { noteRejoined } from './rejoined.ts';
import { makeSplit, type Split } from './split.ts';

/**
 * Remembers each text node that was split for marks, so that the document can be made again what it was:
 * the same nodes with the same text. What the page did meanwhile wins over what is written here.
 */
export class Ledger {
  readonly #splits = new Map<Text, Split>();
  readonly #owners = new WeakMap<Node, Split>();
  /** Where texts were split: only what happens there can be about them. */
  readonly #places = new WeakSet<Node>();

  get size(): number {
    return this.#splits.size;
  }

  /** Splits a text node by calling `work`, which may only insert nodes between it and its next sibling. */
  split(node: Text, work: () => void): void {
    const split = makeSplit(node, work);
    if (split === undefined) return;
    this.#splits.set(node, split);
    if (node.parentNode !== null) this.#places.add(node.parentNode);
    for (const each of nodesOf(split)) this.#owners.set(each, split);
  }

  /** The split text node behind any of its pieces, or behind the text in a mark. */
  original(node: Node): Text | undefined {
    return this.#owners.get(node)?.node;
  }

  /** The marks of a split text node. */
  marks(node: Text): readonly Element[] {
    const pieces = this.#splits.get(node)?.pieces ?? [];
    return pieces.map((piece) => piece.node).filter((one) => one instanceof Element);
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
    for (const text of [node, ...split.pieces.map(({ words }) => words)]) {
      last = text;
      if (after ? rest < text.length : rest <= text.length) return { node: text, offset: rest };
      rest -= text.length;
    }
    return { node: last, offset: last.length };
  }

  /** The page changed something: it may have written to a node, if only what was there already, or joined it to another. */
  note(records: readonly MutationRecord[]): void {
    if (this.size > 0) noteRejoined(records, this.#owners, this.#places);
  }

  /** Puts a text node back together. The page's own changes to it stay. */
  restore(node: Text): void {
    const split = this.#splits.get(node);
    if (split === undefined) return;
    this.#splits.delete(node);
    rewrap(split);
    const selection = takeSelection(this.#owners, split);
    for (const each of nodesOf(split)) this.#owners.delete(each);
    putBack(split);
    selection?.();
  }
}

const nodesOf = ({ node, tail = node, pieces }: Split): readonly Node[] => [
  node,
  tail,
  ...pieces.flatMap((piece) => [piece.node, piece.words]),
];
