/**
 * When and where something was written. Stamps are compared as text: the later one is the greater. They are
 * those of a hybrid logical clock (Kulkarni et al. 2014): the time of the machine, but never before anything the
 * machine has seen, so that an edit of what was read always comes after it, however wrong the clocks are.
 */
export type Stamp = string;

/** The clock of one machine. */
export interface Clock {
  /** Five letters or digits of the machine's own: no two machines write the same stamp. */
  readonly machine: string;
  /** The latest stamp that was written or seen here; empty before the first. */
  readonly last: Stamp;
}

const TIME = 9;
const COUNT = 3;
const MOST_COUNT = 36 ** COUNT - 1;
const SHAPE = /^[0-9a-z]{17}$/;
/** Later than any honest clock: a stamp beyond it could be outdone by nobody. */
const LATEST = Date.UTC(2200, 0);

/** Whether a text is a stamp. */
export function isStamp(text: unknown): text is Stamp {
  return typeof text === 'string' && SHAPE.test(text) && timeOf(text) < LATEST;
}

/** Milliseconds since 1970, as the machine saw it or a little later. */
export function timeOf(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, TIME), 36);
}

/**
 * The clock after one more stamp, which is its `last`. `now` is in milliseconds since 1970.
 *
 * @example ticked({ machine: 'abcde', last: '' }, 0).last // '000000000000abcde'
 */
export function ticked({ machine, last }: Clock, now: number): Clock {
  const time = Math.max(0, Math.min(Math.floor(now), LATEST - 1));
  const before = last === '' ? -1 : timeOf(last);
  if (time > before) return { machine, last: written(time, 0, machine) };
  const count = Number.parseInt(last.slice(TIME, TIME + COUNT), 36) + 1;
  return {
    machine,
    last: count > MOST_COUNT ? written(before + 1, 0, machine) : written(before, count, machine),
  };
}

/** The clock after stamps from elsewhere were seen. */
export function seen(clock: Clock, stamps: Iterable<Stamp>): Clock {
  let { last } = clock;
  for (const stamp of stamps) if (stamp > last) last = stamp;
  return { ...clock, last };
}

function written(time: number, count: number, machine: string): Stamp {
  return time.toString(36).padStart(TIME, '0') + count.toString(36).padStart(COUNT, '0') + machine;
}
