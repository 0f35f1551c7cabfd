import type { Card, EntryRef } from '../../glossary/entry.ts';
import type { Block } from './flow.ts';
import type { Passage } from './passages.ts';
import type { Term } from './term.ts';

const NONE: readonly Passage[] = [];

/** The passages with terms or open questions, by the block that holds them, and the cards of their entries. */
export class Held {
  readonly #blocks = new Map<Block, Passage[]>();
  readonly cards = new Map<EntryRef, Card>();
  #sorted: readonly Term[] | undefined;

  in(block: Block): readonly Passage[] {
    return this.#blocks.get(block) ?? NONE;
  }

  blocks(): Iterable<Block> {
    return this.#blocks.keys();
  }

  *passages(): Iterable<Passage> {
    for (const passages of this.#blocks.values()) yield* passages;
  }

  /** The passages whose ambiguous forms were decided when the page had shown something else. */
  decidedOtherThan(verdict: string): Passage[] {
    return [...this.passages()].filter((one) => one.verdict !== undefined && one.verdict !== verdict);
  }

  /** Keeps a passage if there is something to keep. Returns those of earlier readings that it replaces. */
  put(passage: Passage): Passage[] {
    const old = this.in(passage.block);
    const isWanted = passage.count > 0 || passage.verdict !== undefined;
    if (old.length === 0 && !isWanted) return [];
    this.#sorted = undefined;
    const replaced = old.filter((one) => one.epoch < passage.epoch);
    const stay = old.filter((one) => one.epoch >= passage.epoch && one !== passage);
    const keep = isWanted ? [...stay, passage] : stay;
    if (keep.length > 0) this.#blocks.set(passage.block, keep);
    else this.#blocks.delete(passage.block);
    return old.includes(passage) && !keep.includes(passage) ? [...replaced, passage] : replaced;
  }

  /** Lets go of what a block held, or of what was read of it before an epoch. */
  drop(block: Block, before = Number.POSITIVE_INFINITY): Passage[] {
    const old = this.in(block);
    const gone = old.filter((one) => one.epoch < before);
    if (gone.length === 0) return gone;
    const stay = old.filter((one) => one.epoch >= before);
    if (stay.length > 0) this.#blocks.set(block, stay);
    else this.#blocks.delete(block);
    this.#sorted = undefined;
    return gone;
  }

  /** Call after the terms of a passage were changed in place. */
  stale(): void {
    this.#sorted = undefined;
  }

  /** All terms in the order they are read on the page. */
  terms(): readonly Term[] {
    this.#sorted ??= inOrder([...this.passages()]).flatMap(({ terms }) => terms);
    return this.#sorted;
  }
}

/** Sorts passages: those of one reading by what they say of it; only the others are compared in the document. */
function inOrder(passages: readonly Passage[]): Passage[] {
  const first = Math.min(...passages.map(({ epoch }) => epoch));
  const isPlain = (one: Passage): boolean => one.epoch === first && one.block.getRootNode() === document;
  const sorted = passages.filter(isPlain).sort((a, b) => a.order - b.order);
  for (const passage of passages) if (!isPlain(passage)) sorted.splice(placeOf(passage, sorted), 0, passage);
  return sorted;
}

function placeOf(passage: Passage, sorted: readonly Passage[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle], passage)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(a: Passage | undefined, b: Passage): boolean {
  if (a === undefined) return true;
  const [first, second] = [a.place, b.place];
  if (first === second) return a.order < b.order;
  const [one, other] = together(first, second);
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Two nodes, or the hosts of the shadow roots they are in, that stand in one tree. */
function together(first: Node, second: Node): [Node, Node] {
  if (first.getRootNode() === second.getRootNode()) return [first, second];
  const firsts = hosts(first);
  const seconds = new Map(hosts(second).map((node) => [node.getRootNode(), node]));
  for (const node of firsts) {
    const other = seconds.get(node.getRootNode());
    if (other !== undefined) return [node, other];
  }
  return [first, second];
}

function hosts(node: Node): Node[] {
  const found = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    found.push(root.host);
  return found;
}
