import { isOfText } from './changes.ts';
import { Copies, unwrapCopy } from './copies.ts';
import type { Block } from './flow.ts';
import { looksPlain, noteLayout } from './layout-check.ts';
import type { Ledger } from './ledger.ts';
import { Marks } from './marks.ts';
import type { Passage } from './passages.ts';
import { whenIdle } from './schedule.ts';
import { canHoldMark, isInUse, isShadowed, type Stillness } from './stillness.ts';
import type { Term } from './term.ts';
import { Touched } from './touched.ts';
import type { Watch } from './watch.ts';

/** Passages wrapped in one go; each go costs the page one layout. */
const AT_ONCE = 30;
/** Times that a block is wrapped again after the page changed it, where marks are forced. */
const RETRIES = 5;

interface Parts {
  readonly watch: Watch;
  readonly stillness: Stillness;
  readonly ledger: Ledger;
  /** Whether some of the page is being read: what is read must be the page's own text nodes. */
  readonly isReading: () => boolean;
  /** Whether, besides, no change waits to be read. Where the page changed something is not still: forced marks ask this. */
  readonly isSettled: () => boolean;
  /** Has the terms of passages drawn that marks no longer hold, and not drawn that they do. */
  readonly redraw: (passages: Iterable<Passage>) => void;
}
type NearTerms = () => ReadonlyMap<Passage, readonly Term[]>;
type Candidates = ReadonlyMap<Passage, readonly Term[]>;

/** Turns ink into marks where the page is still, and back at the page's first change. */
export class Promotion {
  readonly #parts: Parts;
  readonly #marks: Marks;
  readonly #copies = new Copies();
  readonly #tries = new WeakMap<Block, number>();
  #cancel: (() => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#marks = new Marks(parts.ledger);
  }

  has(passage: Passage): boolean {
    return this.#marks.has(passage);
  }

  holds(term: Term): boolean {
    return this.#marks.holds(term);
  }

  erase(passage: Passage): void {
    if (this.#marks.has(passage)) this.#parts.watch.quietly(() => this.#marks.erase(passage));
  }

  /** Looks again in idle time, once the page can be still. */
  plan(near: NearTerms, forced: boolean): void {
    const delay = forced ? 0 : this.#parts.stillness.pageDelay();
    if (this.#cancel !== undefined || delay === undefined) return;
    const timer = setTimeout(() => {
      this.#cancel = whenIdle(() => this.promote(near, forced), 1_000);
    }, delay);
    this.#cancel = () => clearTimeout(timer);
  }

  /** Wraps what can be wrapped now. */
  promote(near: NearTerms, forced: boolean): void {
    this.#cancel = undefined;
    // The next drawing plans anew.
    if (this.#parts.isReading() || (forced && !this.#parts.isSettled())) return;
    const isStill = forced || this.#parts.stillness.pageDelay() === 0;
    const chosen = isStill ? this.#candidates(near(), forced) : new Map<Passage, readonly Term[]>();
    if (chosen.size > 0) {
      this.#parts.watch.quietly(() => this.#wrap(chosen, forced));
      this.#parts.redraw(chosen.keys());
    } else if (!isStill) this.plan(near, forced);
  }

  #candidates(near: Candidates, forced: boolean): Candidates {
    const chosen = new Map<Passage, readonly Term[]>();
    for (const [passage, terms] of near) {
      if (chosen.size === AT_ONCE) break;
      if (this.#marks.has(passage) || !this.#mayHold(passage, forced)) continue;
      const fit = terms.filter((term) => this.#canHold(term, forced));
      if (fit.length > 0) chosen.set(passage, fit);
    }
    return chosen;
  }

  #mayHold(passage: Passage, forced: boolean): boolean {
    const mayTry = forced
      ? (this.#tries.get(passage.block) ?? 0) < RETRIES
      : this.#parts.stillness.isStill(passage) && !isShadowed(passage);
    return mayTry && !isInUse(passage);
  }

  #canHold(term: Term, forced: boolean): boolean {
    if (!term.isIntact() || !canHoldMark(term, forced)) return false;
    return forced || term.segments().every(({ node }) => this.#parts.stillness.isUncounted(node));
  }

  #wrap(chosen: Candidates, forced: boolean): void {
    const checks = new Map([...chosen.keys()].map((passage) => [passage, noteLayout(passage.block)]));
    for (const [passage, terms] of chosen) {
      this.#tries.set(passage.block, (this.#tries.get(passage.block) ?? 0) + 1);
      this.#marks.paint(passage, terms);
    }
    for (const [passage, isSame] of checks) {
      const marks = this.#marks.elements(passage);
      if (forced || (isSame() && marks.every(looksPlain)))
        for (const mark of marks) this.#copies.remember(mark);
      else this.#stepBack(passage);
    }
  }

  /** The page's styles reach our marks, or count them: this passage stays ink. */
  #stepBack(passage: Passage): void {
    this.#marks.erase(passage);
    this.#parts.stillness.stir(passage);
  }

  /** Makes marks ink again where `which` says so; they may come back. */
  demote(which: (passage: Passage) => boolean): readonly Passage[] {
    const chosen = [...this.#marks.painted()].filter(which);
    if (chosen.length === 0) return chosen;
    this.#parts.watch.quietly(() => {
      for (const passage of chosen) this.#marks.erase(passage);
    });
    this.#parts.redraw(chosen);
    return chosen;
  }

  /** The page changed something: what is there goes back to what it was, and its copies of our marks too. */
  react(records: readonly MutationRecord[]): void {
    const copies: Element[] = [];
    const isOurs = (mark: Element): boolean => this.#parts.ledger.original(mark) !== undefined;
    this.#parts.ledger.note(records);
    // Asking a record for its nodes makes lists of them.
    for (const record of records)
      if (record.type === 'childList' && !isOfText(record))
        copies.push(...this.#copies.in(record.addedNodes, isOurs));
    if (copies.length > 0) this.#parts.watch.quietly(() => copies.forEach(unwrapCopy));
    if (this.#marks.size === 0) return;
    const change = new Touched(records);
    const stirred = this.demote(({ block }) => change.concerns(block));
    for (const passage of stirred) this.#parts.stillness.stir(passage);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#parts.watch.quietly(() => this.#marks.clear());
  }
}
