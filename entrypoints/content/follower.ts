import { Changes } from './changes.ts';
import { shown } from './schedule.ts';

/** Changes are collected for this long (ms), so that a burst is read once: about three frames. */
const COLLECT = 50;
/** Between two readings the page gets this many times the time that we took since the last: 2 % at most are ours. */
const REST = 50;
/** And of a page that goes on changing all the while, 0.5 %: drawing and hearing of it take their part too. */
const REST_WHILE_BUSY = 200;
/** It gets no more than this at a time (ms) even then. */
const LONGEST = 4_000;
/** A page that has changed nothing for this long (ms) has come to the end of a burst: it is read soon. */
const CALM = 250;
const SOON = 1_000;

/** Collects what the page changes and has it read when there is time. */
export class Follower {
  readonly #read: (changes: Changes) => Promise<void>;
  readonly #signal: AbortSignal;
  #changes = new Changes();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  /** Milliseconds of work since changes were last taken in, and when that ended. */
  #cost = 0;
  #ended = 0;
  /** When the page last changed something. */
  #changed = 0;

  constructor(read: (changes: Changes) => Promise<void>, signal: AbortSignal) {
    this.#read = read;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  note(records: readonly MutationRecord[]): void {
    for (const record of records) this.#changes.note(record);
    this.#changed = performance.now();
    this.#plan();
  }

  /** Elements are to be read that were not before, though nothing in them changed. */
  noteShown(elements: readonly Element[]): void {
    for (const element of elements) this.#changes.noteShown(element);
    this.#plan();
  }

  /** Whether all changes have been taken in. */
  get isIdle(): boolean {
    return !this.#busy && this.#changes.isEmpty;
  }

  /** Does work whose cost counts. */
  measure<T>(work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.#cost += performance.now() - began;
    }
  }

  #plan(): void {
    if (this.#timer !== undefined || this.#busy || this.#changes.isEmpty) return;
    this.#timer = setTimeout(() => this.#begin(), Math.max(COLLECT, Math.min(CALM, this.#rest())));
  }

  /** Milliseconds that the page still has to itself: more, where only hearing of its changes took long. */
  #rest(): number {
    const now = performance.now();
    // What the first reading of the page took is not the price of its changes.
    const isSoon = this.#ended === 0 || now >= this.#changed + CALM;
    const rest = isSoon ? Math.min(this.#cost * REST, SOON) : Math.min(this.#cost * REST_WHILE_BUSY, LONGEST);
    return this.#ended + rest - now;
  }

  #begin(): void {
    this.#timer = undefined;
    if (this.#rest() > COLLECT) this.#plan();
    else void this.#takeIn();
  }

  async #takeIn(): Promise<void> {
    this.#busy = true;
    await shown(this.#signal);
    if (this.#signal.aborted) return;
    this.#cost = 0;
    const changes = this.#changes;
    this.#changes = new Changes();
    try {
      await this.#read(changes);
    } finally {
      this.#ended = performance.now();
      this.#busy = false;
      this.#plan();
    }
  }
}
