import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** How far the own terms have followed the reader, as this machine knows. */
const status = v.object({
  /** Of the last round, in milliseconds since 1970; and of the last one that wrote. */
  at: v.number(),
  wroteAt: v.number(),
  travelling: v.number(),
  count: v.number(),
  complaints: v.array(v.string()),
  newer: v.boolean(),
  /** Why the last round failed; with `tries`, how many did in a row. */
  problem: v.optional(v.string()),
  tries: v.number(),
});
export type TravelStatus = v.InferOutput<typeof status>;

export const NO_STATUS: TravelStatus = {
  at: 0,
  wroteAt: 0,
  travelling: 0,
  count: 0,
  complaints: [],
  newer: false,
  tries: 0,
};

/** Whether terms travel is a matter of the machine: another one may be somebody else's too. */
const OFF = 'own-sync.off';
const STATUS = 'own-sync.status';

/** Whether the own terms follow the reader from and to this machine. */
export async function isTravelOn(): Promise<boolean> {
  return (await browser.storage.local.get(OFF))[OFF] !== true;
}

export async function turnTravel(on: boolean): Promise<void> {
  await browser.storage.local.set({ [OFF]: !on });
}

export async function travelStatus(): Promise<TravelStatus> {
  const read = v.safeParse(status, (await browser.storage.local.get(STATUS))[STATUS]);
  return read.success ? read.output : NO_STATUS;
}

export async function tellTravelStatus(now: TravelStatus): Promise<void> {
  await browser.storage.local.set({ [STATUS]: now });
}

/** Calls back after the switch was turned, or a round has ended. */
export function watchTravel(callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (OFF in changes || STATUS in changes)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Calls back when own terms may have come from elsewhere, or may travel from now on. Never stops. */
export function onTravelNews(callback: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' || (area === 'local' && OFF in changes)) callback();
  });
}
