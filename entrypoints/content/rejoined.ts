import type { Split } from './split.ts';

/** What is known of a change besides. */
interface Around {
  readonly owners: WeakMap<Node, Split>;
  readonly next: MutationRecord;
  readonly written: ReadonlySet<Node | null>;
  /** Texts that were split and have left their place. */
  readonly moved: Set<Node>;
}

/**
 * Tells from the records of what the page changed which texts that were split it wrote to, and what of them its
 * normalize() took or its splitText() made. They were split in `places`; elsewhere they are only once they were moved.
 */
export function noteRejoined(
  records: readonly MutationRecord[],
  owners: WeakMap<Node, Split>,
  places: Pick<WeakSet<Node>, 'has'>,
): void {
  const written = new Set<Node | null>();
  for (const { type, target } of records)
    if (type === 'characterData') {
      written.add(target);
      const split = owners.get(target);
      if (split?.node === target) split.written = true;
    }
  const moved = new Set<Node>();
  for (const [at, record] of records.entries())
    if (record.type === 'childList' && (moved.size > 0 || places.has(record.target))) {
      const around = { owners, next: records[at + 1] ?? record, written, moved };
      noteAdded(record, around);
      for (const node of record.removedNodes) noteRemoved(node, record, around);
    }
}

/** A text that came after one that was written to, and nothing went: splitText(). */
function noteAdded(record: MutationRecord, { owners, written }: Around): void {
  const [added] = record.addedNodes;
  const from = record.previousSibling;
  const split = from === null || !written.has(from) ? undefined : owners.get(from);
  if (split === undefined || from !== (split.tail ?? split.node)) return;
  if (!(added instanceof Text) || !isAlone(record)) return;
  split.tail = added;
  owners.set(added, split);
}

function noteRemoved(node: Node, record: MutationRecord, { owners, next, written, moved }: Around): void {
  const split = owners.get(node);
  if (split === undefined) return;
  const into = record.previousSibling;
  if (node === split.node) {
    const guard = split.pieces[0]?.node;
    // An empty text is put into none: it goes, with its guard where it still stood before that.
    const wentEmpty = moved.has(node) || (next.removedNodes[0] === guard && isAlone(next));
    if (isAlone(record) && (split.head === '' ? wentEmpty : written.has(into))) split.gone = record;
    moved.add(node);
  } else if (isAlone(record) && written.has(into)) {
    const piece = split.pieces.find(({ words }) => words === node);
    if (piece !== undefined) piece.taken = true;
    if (into !== split.node) return;
    split.grown = (split.grown ?? '') + (piece?.said ?? '');
  }
}

/** Whether a record tells of one node that came or went, and no more. */
const isAlone = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
  addedNodes.length + removedNodes.length === 1;
