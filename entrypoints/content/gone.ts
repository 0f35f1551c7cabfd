import type { Block } from './flow.ts';
import type { Scope } from './walk.ts';
import { isIn } from './within.ts';

/** Places that were read together. */
interface Places {
  epoch: number;
  readonly read: Set<Block>;
  readonly withText: Set<Block>;
}

/** Lets go of what was held of a block, if `which` says so, and was read before an epoch. */
type Drop = (which: (block: Block) => boolean, before: number, among?: Iterable<Block>) => void;

/** Finds out which blocks have no text any more: once for all places that were read together, not for each of them. */
export class Gone {
  /** By what was fresh in the places. */
  readonly #places = new Map<ReadonlySet<Node>, Places>();

  /** A place was read, and these blocks in it have text. */
  note({ block, fresh, epoch }: Scope, withText: ReadonlySet<Block>): void {
    if (fresh === undefined) return;
    const places = this.#places.get(fresh) ?? { epoch, read: new Set(), withText: new Set() };
    this.#places.set(fresh, places);
    places.epoch = epoch;
    places.read.add(block);
    for (const one of withText) places.withText.add(one);
  }

  /** All is read. */
  drop(drop: Drop): void {
    for (const [fresh, { epoch, read, withText }] of this.#places) {
      const isRead = (block: Block): boolean => read.has(block) || isIn(block, fresh);
      drop((block) => !withText.has(block) && isRead(block), epoch, fresh.size === 0 ? read : undefined);
    }
    this.#places.clear();
  }
}
