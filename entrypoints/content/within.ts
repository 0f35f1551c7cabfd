import type { Block } from './flow.ts';
import { parentOf } from './forms.ts';

/** Whether a block is, or is inside, one of some nodes. */
export function isIn(block: Block, nodes: ReadonlySet<Node>): boolean {
  for (let at: Node | null = block; at !== null; at = parentOf(at)) if (nodes.has(at)) return true;
  return false;
}
