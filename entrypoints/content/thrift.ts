import { nearest } from './crowd.ts';
import { ANY, costOf, MOST, Pace } from './pace.ts';
import type { Passage } from './passages.ts';
import type { Term } from './term.ts';

/** So many marks cost a busy page as much as one term of ink: some 3 µs each in a frame. */
const MARKS = 6;
/** So many times as many marks as may be made may stay: none goes and comes as a page is now faster, now slower. */
const LEEWAY = 1.25;

/** To choose anew what is drawn may take this part of the time. */
const SHARE = 300;
/** Unless no more than this part of it may be, or all of it: then that is done at once. */
const FEWER = 0.8;

type Terms = ReadonlyMap<Passage, readonly Term[]>;
type Cost = (terms: number) => number;

const markCost: Cost = (terms) => terms / MARKS;

/** Decides what is drawn on a page that changes all the time, which has all ink and marks drawn anew in each frame. */
export class Thrift extends Pace {
  /** What could be inked at the last look. */
  #seen: ReadonlySet<Passage> | undefined;
  /** What may have marks; `undefined` where all may. */
  #marked: Terms | undefined;
  /** Whether what is drawn may have to be other, how much could be when it was chosen, and until when (ms) it stays. */
  #isStale = false;
  #chosenFor = 0;
  #rest = 0;

  /** Whether the page changes in so many frames that what is done in each of them counts. */
  get isBusy(): boolean {
    return this.most < MOST;
  }

  /** To be called once a second or so: has all chosen anew if it may have to be other, as often as that is cheap. */
  keep(choose: () => void): void {
    const now = performance.now();
    if (this.look(now)) this.#isStale = true;
    const mayWait = this.isBusy && this.most >= this.#chosenFor * FEWER;
    if (!this.#isStale || (now < this.#rest && mayWait)) return;
    this.#isStale = false;
    this.#chosenFor = this.most;
    choose();
    this.#rest = now + (performance.now() - now) * SHARE;
  }

  /**
   * Of what could be inked, what is to be, where so many terms beside it are `marked`. Only `anew` may that be other
   * than what is inked already, else it is `undefined`.
   */
  ink(wanted: Terms, marked: number, anew: boolean): Terms | undefined {
    const before = this.#seen ?? wanted;
    if (anew) this.#seen = new Set(wanted.keys());
    const most = this.most - markCost(marked);
    if (!this.#isTooMuch(wanted, most, costOf)) return wanted;
    // What keeps changing has no ink until it was the same at two looks: what stays has more use of it. Asking where
    // that is lays the page out: not for each of its changes.
    if (!anew) return undefined;
    const stayed = new Map([...wanted].filter(([passage]) => before.has(passage)));
    return nearest(stayed, { most, cost: costOf });
  }

  /** Chooses what may have marks, out of what is near the screen. Tells of a passage whether it may keep those it has. */
  limitMarks(near: Terms): (passage: Passage) => boolean {
    const { isBusy } = this;
    const most = this.most + ANY;
    const isTooMuch = this.#isTooMuch(near, most, markCost);
    const kept = isTooMuch ? nearest(near, { most: most * LEEWAY, cost: markCost }) : near;
    this.#marked = isTooMuch ? nearest(kept, { most, cost: markCost }) : undefined;
    return (passage) => !isBusy || kept.has(passage);
  }

  /** Of what could have marks, what may. */
  marks(near: Terms): Terms {
    const marked = this.#marked;
    return marked === undefined ? near : new Map([...near].filter(([passage]) => marked.has(passage)));
  }

  #isTooMuch(terms: Terms, most: number, cost: Cost): boolean {
    return this.isBusy && [...terms.values()].reduce((sum, some) => sum + cost(some.length), 0) > most;
  }
}
