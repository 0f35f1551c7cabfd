const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A day, give or take this part of it: readers of one glossary do not all ask at the same moment. */
const SPREAD = 0.1;
/** Wait after the first failure; it doubles with each further one, up to a day. */
const FIRST_RETRY = 15 * MINUTE;
/** Failures do not meet again at the same moment either. */
const RETRY_SPREAD = 0.25;
/** A machine that is offline asks nobody, and may be back any time. */
const OFFLINE_RETRY = 30 * MINUTE;
/** The longest wait that a server can ask for. */
const LONGEST_WAIT = 7 * DAY;
/** What is overdue waits until the browser has started, and not everybody starts at nine sharp. */
const SETTLE = MINUTE;
const START_SPREAD = 5 * MINUTE;

/** What the next check depends on. Times are milliseconds since 1970. */
export interface Pace {
  readonly now: number;
  /** Checks that failed in a row; 0 after a success. */
  readonly failures: number;
  /** Chosen at random from 0 up to 1. */
  readonly chance: number;
  readonly offline?: boolean;
  /** The time before which the server does not want to be asked. */
  readonly notBefore?: number;
}

/** When to look at a subscription again. */
export function nextCheck({ now, failures, chance, offline = false, notBefore = 0 }: Pace): number {
  const sway = (part: number) => 1 + part * (2 * chance - 1);
  const wait = offline
    ? OFFLINE_RETRY
    : failures === 0
      ? DAY * sway(SPREAD)
      : Math.min(DAY, FIRST_RETRY * 2 ** (failures - 1)) * sway(RETRY_SPREAD);
  return Math.max(now + Math.round(wait), Math.min(notBefore, now + LONGEST_WAIT));
}

/**
 * When the alarm should ring for the earliest of some checks; `undefined` where there is none.
 *
 * @example alarmTime([now - 1], { now, chance: 0 }) // a minute from now
 */
export function alarmTime(
  next: readonly number[],
  { now, chance }: Pick<Pace, 'now' | 'chance'>,
): number | undefined {
  if (next.length === 0) return undefined;
  const earliest = Math.min(...next);
  // A clock that was set back would otherwise put the check off for as long.
  const sane = Math.min(earliest, now + LONGEST_WAIT);
  return sane > now + SETTLE ? sane : now + SETTLE + Math.round(START_SPREAD * chance);
}

/** The time that a `Retry-After` header names, in seconds or as a date; `undefined` where it names none. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  const time = /^\d{1,9}$/.test(text) ? now + Number(text) * 1_000 : Date.parse(text);
  return Number.isFinite(time) ? time : undefined;
}
