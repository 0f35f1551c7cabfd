/** Terms inked at most: more make Chromium slow on every frame. */
export const MOST = 300;

/**
 * Chromium draws all ink anew in each frame in which the page changed anything: so many terms, counted anew in every
 * such frame of a second, are 1 % of the time at 18 µs each. (That there is any ink is another.)
 */
const A_SECOND = 600;

/** What the terms of one passage cost, in terms: some 27 µs for the text they are in, and 9 µs each. */
export const costOf = (terms: number): number => 1.5 + terms / 2;

/** Changes less than this (ms) apart are in one frame. */
const FRAME = 15;

/** What may be inked, in terms, on a page that changes in so many frames a second. */
export function affordable(frames: number): number {
  return Math.min(MOST, Math.floor(A_SECOND / frames));
}

/**
 * What may be inked now, after two more looks at the page: both must ask for less, or allow more. So a short animation
 * takes nothing away, and a short rest brings nothing back.
 */
export function agreed(now: number, before: number, latest: number): number {
  return [now, before, latest].sort((a, b) => a - b)[1] ?? now;
}

/** Counts the frames in which a page changes something, and tells how many terms may be inked. */
export class Pace {
  most = MOST;
  #before = MOST;
  #frames = 0;
  #last = 0;
  #since = 0;

  /** The page has changed something just now (ms). */
  note(now: number): void {
    if (now < this.#last + FRAME) return;
    this.#last = now;
    this.#frames++;
  }

  /** To be called once a second or so; true if what is inked may have to be another. */
  look(now: number): boolean {
    const was = this.most;
    const latest = affordable((this.#frames * 1_000) / (now - this.#since));
    this.most = agreed(was, this.#before, latest);
    this.#before = latest;
    this.#frames = 0;
    this.#since = now;
    return Math.min(was, this.most) < MOST;
  }
}
