/** Terms inked at most: more make Chromium slow on every frame. */
export const MOST = 300;

/**
 * Chromium draws all ink anew in each frame in which the page changed anything: so many terms, counted anew in every
 * such frame of a second, are 1.1 % of the time at 18 µs each.
 */
const A_SECOND = 610;

/** That there is any ink costs as much as so many terms. */
export const ANY = 4;

/** What the terms of one passage cost, in terms: some 27 µs for the text they are in, and 9 µs each. */
export const costOf = (terms: number): number => 1.5 + terms / 2;

/** What changes within one of these (ms) is in one frame. */
const FRAME = 1_000 / 60;

/** What may be inked, in terms, on a page that changes in so many frames a second. */
export function affordable(frames: number): number {
  return Math.min(MOST, Math.floor(A_SECOND / frames - ANY));
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
  /** Since when the page has not been heard in all that it does. */
  #until: number | undefined;

  /** The page has changed something just now (ms). If it is not heard in all that it does from now on, it is taken to go on like this. */
  note(now: number, hearsAll = true): void {
    if (this.#until !== undefined) return;
    if (!hearsAll) this.#until = now;
    const frame = Math.floor(now / FRAME);
    if (frame > this.#last) this.#frames++;
    this.#last = frame;
  }

  /** To be called once a second or so; true if what is inked may have to be another. */
  look(now: number): boolean {
    const was = this.most;
    const heard = (this.#until ?? now) - this.#since;
    const latest = affordable((this.#frames * 1_000) / heard);
    this.most = agreed(was, this.#before, latest);
    this.#before = latest;
    this.#frames = 0;
    this.#until = undefined;
    this.#since = now;
    return Math.min(was, this.most) < MOST;
  }
}
