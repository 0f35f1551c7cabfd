import type { Changes } from './changes.ts';
import type { Block } from './flow.ts';
import { holds, parentOf } from './forms.ts';
import type { Held } from './held.ts';
import type { Painting } from './painting.ts';
import type { Queue } from './queue.ts';
import type { Reader } from './reader.ts';
import { isSkipped } from './skips.ts';
import { isIn } from './within.ts';

/** What a change of the page has to do with. */
export interface Ground {
  readonly held: Held;
  readonly painting: Painting;
  readonly queue: Queue;
  readonly reader: Reader;
  /** Whether nobody will answer any more. */
  readonly gone: boolean;
  /** Lets go of what blocks hold. */
  readonly drop: (which: (block: Block) => boolean) => void;
}

/** Has those parts of a page read again that it has changed. */
export function readParts({ touched, fresh }: Changes, ground: Ground): void {
  const { painting, queue, reader, drop } = ground;
  const blocks = new Set<Block>();
  for (const node of touched) if (node.isConnected) blocks.add(reader.blockOf(node));
  for (const node of fresh) if (node.isConnected) blocks.add(reader.blockOf(parentOf(node) ?? node));
  // What is read must be the page's own text nodes.
  painting.demote(({ block }) => blocks.has(block) || isIn(block, fresh));
  for (const block of blocks) dropBroken(block, ground);
  if (ground.gone) return;
  queue.removeIf(({ block }) => blocks.has(block));
  for (const block of blocks) {
    const isClosed = isSkipped(block instanceof ShadowRoot ? block.host : block);
    if (isClosed) drop((one) => holds(block, one));
    // What is inside something fresh is read with it.
    if (isClosed || isIn(block, fresh)) blocks.delete(block);
  }
  reader.readAgain(blocks, fresh);
}

/** Terms whose words the page has changed go before they are answered anew. */
function dropBroken(block: Block, { held, painting }: Ground): void {
  for (const passage of held.in(block)) {
    const intact = passage.terms.filter((term) => term.isIntact());
    if (intact.length === passage.terms.length) continue;
    painting.withdrawTerms(passage, intact);
    held.stale();
  }
}
