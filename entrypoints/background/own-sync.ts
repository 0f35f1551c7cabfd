import { browser } from 'wxt/browser';
import { onShelfChange } from '../platform/changes.ts';
import type { Library } from '../platform/library.ts';
import type { Round } from '../platform/own-sync.ts';
import { report } from '../platform/report.ts';
import { isTooOften, syncArea } from '../platform/sync-area.ts';
import {
  isTravelOn,
  onTravelNews,
  type TravelStatus,
  tellTravelStatus,
  travelStatus,
} from '../platform/travel.ts';

const WHERE = 'Own terms on their way';
const ROUND = 'own-sync';
const MEND = 'own-sync-mend';
/** Milliseconds after a change: several at once make one round. */
const SOON = 2_000;
/** Milliseconds between two rounds that write: Chromium takes 1,800 writes an hour, of which a round makes two. */
const SPACING = 5_000;
/** Minutes after which the browser wakes the background if it was stopped before the round. */
const AT_LATEST = 1;
/** Minutes that something torn has for the rest of it to arrive. */
const PATIENCE = 2;
const LONGEST_WAIT = 60;

/** Lets the own terms follow the reader: after every change here and elsewhere, and when the browser starts. */
export function followOwnTerms(library: Library): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const run = (mend: boolean) => {
    clearTimeout(waiting);
    waiting = undefined;
    const turn = () => takeTurn(library, mend, () => waiting !== undefined);
    navigator.locks.request(ROUND, turn).catch((error) => report(WHERE, error));
  };
  const runUnlessTooOften = () => {
    travelStatus().then(
      ({ wroteAt }) => {
        const left = Math.min(wroteAt + SPACING - Date.now(), SPACING);
        if (left <= 0) run(false);
        else waiting = setTimeout(runUnlessTooOften, left);
      },
      (error) => {
        waiting = undefined;
        report(WHERE, error);
      },
    );
  };
  const soon = () => {
    if (waiting !== undefined) return;
    // The background may be stopped before the time is up; an alarm outlives it.
    browser.alarms.create(ROUND, { delayInMinutes: AT_LATEST });
    waiting = setTimeout(runUnlessTooOften, SOON);
  };
  onShelfChange(soon);
  onTravelNews(soon);
  browser.runtime.onStartup.addListener(soon);
  browser.runtime.onInstalled.addListener(soon);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ROUND || name === MEND) run(name === MEND);
  });
}

async function takeTurn(library: Library, mend: boolean, isNextWaiting: () => boolean): Promise<void> {
  if (!(await isTravelOn())) return;
  const before = await travelStatus();
  try {
    // What packs and unpacks is slow to make ready: not each time that the background starts.
    const { syncOwnTerms } = await import('../platform/own-sync.ts');
    const round = await syncOwnTerms(library, syncArea, { now: Date.now(), mend });
    if (round.torn) browser.alarms.create(MEND, { delayInMinutes: PATIENCE });
    if (!isNextWaiting()) await browser.alarms.clear(ROUND);
    await tellTravelStatus(after(round, before));
  } catch (error) {
    const tries = before.tries + 1;
    browser.alarms.create(ROUND, { delayInMinutes: Math.min(2 ** tries, LONGEST_WAIT) });
    await tellTravelStatus({ ...before, at: Date.now(), tries, problem: sentence(error) });
    report(WHERE, error);
  }
}

function after(round: Round, before: TravelStatus): TravelStatus {
  const { travelling, count, complaints, newer, wrote } = round;
  const at = Date.now();
  // Enough to see what is wrong; the rest says the same.
  const first = complaints.slice(0, 5);
  return { at, wroteAt: wrote ? at : before.wroteAt, travelling, count, complaints: first, newer, tries: 0 };
}

function sentence(error: unknown): string {
  if (isTooOften(error)) return 'the browser takes no more changes for a while';
  return error instanceof Error ? error.message : String(error);
}
