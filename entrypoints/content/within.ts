import type { Block } from './flow.ts';

/** Whether a block is, or is inside, one of some nodes. */
export function isIn(block: Block, nodes: ReadonlySet<Node>): boolean {
  for (let at: Node | null = block; at !== null; at = at.parentNode) if (nodes.has(at)) return true;
  return false;
}
