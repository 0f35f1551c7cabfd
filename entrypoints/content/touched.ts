import type { Block } from './flow.ts';
import { parentOf } from './forms.ts';
import { isIn } from './within.ts';

/** Which blocks a burst of changes is in or around: asked for many blocks, after bursts of thousands of changes. */
export class Touched {
  /** What changed, with all that it is in. */
  readonly #inside = new Set<Node>();
  /** What was moved, or changed in a way that concerns all that is in it. */
  readonly #around = new Set<Node>();

  constructor(records: readonly MutationRecord[]) {
    for (const { type, target, attributeName, removedNodes } of records) {
      for (let at: Node | null = target; at !== null && !this.#inside.has(at); at = parentOf(at))
        this.#inside.add(at);
      const isLook = attributeName === 'class' || attributeName === 'style';
      if (type === 'attributes' && !isLook) this.#around.add(target);
      for (const node of removedNodes) this.#around.add(node);
    }
  }

  /** Whether the text of a block may be another now, or elsewhere. */
  concerns(block: Block): boolean {
    if (this.#inside.has(block)) return true;
    return this.#around.size > 0 && (!block.isConnected || isIn(block, this.#around));
  }
}
