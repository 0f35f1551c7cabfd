import type { Dress } from '../platform/look-sheet.ts';
import type { Remark } from '../platform/messages.ts';
import type { PageSettings } from '../platform/page-settings.ts';
import { chooseNear } from './crowd.ts';
import type { Block } from './flow.ts';
import type { Follower } from './follower.ts';
import type { Held } from './held.ts';
import { canInk, Ink } from './ink.ts';
import { Ledger } from './ledger.ts';
import { Sheet } from './look.ts';
import { chooseMentions, Thinning } from './mentions.ts';
import { Near } from './near.ts';
import type { Passage } from './passages.ts';
import { Promotion } from './promotion.ts';
import type { Stillness } from './stillness.ts';
import type { Term } from './term.ts';
import { Thrift } from './thrift.ts';
import type { Watch } from './watch.ts';

/** Looks on end that may find what we drew thrown out before we step back from a page: it means it. */
const PATIENCE = 5;

/** How often (ms) a crowd is looked at while it scrolls. */
const SCROLLED = 100;

type NearTerms = ReadonlyMap<Passage, readonly Term[]>;

export interface PaintingParts {
  readonly held: Held;
  readonly watch: Watch;
  readonly stillness: Stillness;
  readonly settings: PageSettings;
  readonly dress: Dress;
  /** Whether some of the page is being read. */
  readonly isReading: () => boolean;
  /** Whether nothing is being read or waits to be. */
  readonly isSettled: () => boolean;
  /** Does work that counts as ours, so that a page which never rests has most of its time to itself. */
  readonly follower: Pick<Follower, 'measure'>;
  /** Steps back from the page and tells the reader why. */
  readonly giveUp: (remark: Remark) => void;
}

/** Draws the terms that are held: ink first, marks where the page is still. */
export class Painting {
  readonly ledger = new Ledger();
  readonly #parts: PaintingParts;
  readonly #ink = canInk() ? new Ink() : undefined;
  readonly #promotion: Promotion;
  readonly #sheet: Sheet;
  readonly #near = new Near(() => this.#parts.follower.measure(() => this.draw()));
  readonly #thrift = new Thrift();
  #thinning = new Thinning();
  #settings: PageSettings;
  #lost = 0;
  /** Where terms came that may have no style sheet yet, with a block of each: adopting one makes the next question about style dear. */
  readonly #roots = new Map<Document | ShadowRoot, Block>();
  /** Ends looking at scrolling, where more is near the screen than can be drawn. */
  #unfollow: (() => void) | undefined;

  constructor(parts: PaintingParts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.#sheet = new Sheet(parts.dress);
    const { watch, stillness, isReading, isSettled } = parts;
    this.#promotion = new Promotion({
      watch,
      stillness,
      isReading,
      isSettled,
      ledger: this.ledger,
      redraw: (passages) => this.#redraw(passages),
    });
  }

  /** Whether the page changes in so many frames that what is done in each of them counts. */
  get isBusy(): boolean {
    return this.#thrift.isBusy;
  }

  /** There may be terms in these soon: what of them is near is then known already. */
  expect(passages: readonly Passage[]): void {
    for (const { block } of passages) this.#near.watch(block);
  }

  /** Terms of a block came, changed or went. */
  follow(block: Block): void {
    if (this.#parts.held.in(block).some(({ count }) => count > 0)) {
      this.#roots.set(rootOf(block), block);
      this.#near.watch(block);
    } else this.#near.unwatch(block);
  }

  /** Takes away what was drawn for passages that are held no more. */
  withdraw(passages: Iterable<Passage>): void {
    for (const passage of passages) {
      for (const term of passage.known) term.withdrawn = true;
      this.erase(passage);
    }
  }

  /** Some terms of a passage are no more. */
  withdrawTerms(passage: Passage, left: readonly Term[]): void {
    for (const term of passage.terms) term.withdrawn ||= !left.includes(term);
    passage.terms = left;
    this.erase(passage);
  }

  erase(passage: Passage): void {
    this.#ink?.erase(passage);
    this.#promotion.erase(passage);
  }

  /**
   * Draws what is near the screen and not drawn yet, in one batch, and takes the rest away. Where that is too much for
   * a busy page, only `anew` has others drawn than before.
   */
  draw(anew = false, near = this.#nearTerms()): void {
    for (const [root, block] of this.#roots) this.#sheet.adopt(root, block);
    this.#roots.clear();
    if (this.#ink !== undefined) this.#drawInk(this.#ink, near, anew);
    if (this.#settings.painting !== 'ink')
      this.#promotion.plan(() => this.#thrift.marks(this.#nearTerms()), this.#isForced());
  }

  #drawInk(ink: Ink, near: NearTerms, anew: boolean): void {
    const wanted = new Map<Passage, readonly Term[]>();
    let marked = 0;
    for (const [passage, all] of near) {
      const terms = all.filter((term) => !this.#promotion.holds(term));
      if (terms.length > 0) wanted.set(passage, terms);
      marked += all.length - terms.length;
    }
    const terms = this.#thrift.ink(wanted, marked, anew);
    if (terms === undefined) ink.keepOnly(wanted);
    else ink.paintOnly(terms);
  }

  #redraw(passages: Iterable<Passage>): void {
    for (const passage of passages) this.#ink?.erase(passage);
    this.draw();
  }

  #nearTerms(): NearTerms {
    const { held } = this.#parts;
    const { look, known } = this.#settings;
    if (look.mentions !== 'every' || known.length > 0) chooseMentions(held.terms(), this.#settings);
    const { terms, crowded } = chooseNear(this.#near.blocks(), held, this.isBusy);
    this.#followScrolling(crowded || this.isBusy);
    if (look.mostPerScreen > 0)
      for (const [passage, all] of terms) terms.set(passage, this.#thinning.choose(all, look.mostPerScreen));
    return terms;
  }

  /** In a crowd, what is drawn depends on where the screen is. */
  #followScrolling(crowded: boolean): void {
    if (crowded === (this.#unfollow !== undefined)) return;
    this.#unfollow?.();
    this.#unfollow = crowded ? onScroll(() => this.draw(true)) : undefined;
  }

  #isForced(): boolean {
    return this.#settings.painting === 'marks' || this.#ink === undefined;
  }

  /** The reader changed how terms look. */
  restyle(settings: PageSettings, dress: Dress): void {
    this.#settings = settings;
    this.#sheet.write(dress);
    this.#thinning = new Thinning();
    chooseMentions(this.#parts.held.terms(), settings);
    // Also of those that are about to be made.
    this.#promotion.stop();
    this.draw();
  }

  emphasize(term: Term | undefined): void {
    if (term !== undefined) this.#sheet.adopt(rootOf(term.home.block), term.home.block);
    this.#ink?.emphasize(term);
  }

  /** Makes marks ink again, for now, where `which` says so. */
  demote(which: (passage: Passage) => boolean): void {
    this.#promotion.demote(which);
  }

  /** Gives way at once to what the page has just done. */
  react(records: readonly MutationRecord[]): void {
    this.#thrift.note(performance.now(), this.#parts.watch.hearsAll);
    this.#promotion.react(records);
    this.#ink?.react(records);
  }

  #drawAnew(): void {
    const near = this.#nearTerms();
    const { stillness } = this.#parts;
    if (!this.#isForced() && stillness.pageDelay() !== undefined) {
      const still = [...near].filter(
        ([passage]) => this.#promotion.has(passage) || stillness.isStill(passage),
      );
      const mayHold = this.#thrift.limitMarks(new Map(still));
      this.demote((passage) => !mayHold(passage));
    }
    this.draw(true, near);
  }

  /** Puts back what the page threw out, for a while, and draws as much as the page leaves time for. */
  keep(): void {
    this.#thrift.keep(() => this.#drawAnew());
    this.#parts.watch.hearAll();
    if (this.isBusy) this.#near.ask();
    else this.#near.tell();
    const lost = this.#sheet.keep() + (this.#ink?.keep() === true ? 1 : 0);
    this.#lost = lost === 0 ? Math.max(0, this.#lost - 1) : this.#lost + 1;
    if (this.#lost > PATIENCE) this.#parts.giveUp('undrawn');
  }

  /** Takes everything away; the document is as the page made it. */
  clear(): void {
    this.#near.stop();
    this.#unfollow?.();
    this.#ink?.clear();
    this.#promotion.stop();
    this.#sheet.remove();
  }
}

/** Calls back while anything scrolls, now and then; the result ends it. */
function onScroll(callback: () => void): () => void {
  const ending = new AbortController();
  let next = 0;
  const look = (): void => {
    if (performance.now() < next) return;
    next = performance.now() + SCROLLED;
    // Once more at its end: scrolling may stop before the next look.
    setTimeout(() => ending.signal.aborted || callback(), SCROLLED);
  };
  addEventListener('scroll', look, { capture: true, passive: true, signal: ending.signal });
  return () => ending.abort();
}

function rootOf(node: Node): Document | ShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root : document;
}
