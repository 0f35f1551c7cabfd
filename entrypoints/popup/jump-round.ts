import type { EntryRef } from '../../glossary/entry.ts';
import type { FrameTally } from '../platform/shown.ts';

/** Goes through the frames that mention an entry: as often in each as it has mentions, round and round. */
export class JumpRound {
  readonly #made = new Map<EntryRef, number>();

  /** The frame in which the next mention is to be looked for. */
  next(ref: EntryRef, frames: readonly FrameTally[]): number {
    const counts = frames.flatMap(({ frameId, terms }) =>
      terms.filter((term) => term.ref === ref).map(({ count }) => ({ frameId, count })),
    );
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const made = this.#made.get(ref) ?? 0;
    this.#made.set(ref, made + 1);
    let left = total === 0 ? 0 : made % total;
    for (const { frameId, count } of counts) {
      if (left < count) return frameId;
      left -= count;
    }
    return 0;
  }
}
