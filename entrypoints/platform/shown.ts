import { browser } from 'wxt/browser';
import type { Tally } from './messages.ts';

/** What the frames of a tab show, kept by the browser for as long as it runs: the background may stop any time. */
const keyOf = (tabId: number) => `shown:${tabId}`;

/** Tallies by frame. */
type Frames = Readonly<Record<string, Tally>>;

/** What one frame of a tab shows. */
export interface FrameTally extends Tally {
  readonly frameId: number;
}

/** What every frame of a tab shows, the top frame first. */
export async function read(tabId: number): Promise<FrameTally[]> {
  return inOrder(await framesOf(tabId));
}

/**
 * Stores what a frame shows now, in place of what it showed before; the top frame starts a new page.
 * Returns what all frames of the tab show.
 */
export function write(tabId: number, frameId: number, tally: Tally): Promise<FrameTally[]> {
  return navigator.locks.request(keyOf(tabId), async () => {
    const others = await framesOf(tabId);
    const frames: Frames = { ...others, [frameId]: tally };
    await browser.storage.session.set({ [keyOf(tabId)]: frames });
    return inOrder(frames);
  });
}

/** Forgets a tab: it was closed, or has gone to another page. */
export async function forget(tabId: number): Promise<void> {
  await navigator.locks.request(keyOf(tabId), () => browser.storage.session.remove(keyOf(tabId)));
}

/** Calls back whenever a frame of the tab shows something else. */
export function watch(tabId: number, callback: (tallies: FrameTally[]) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[keyOf(tabId)];
    if (change !== undefined) callback(inOrder((change.newValue ?? {}) as Frames));
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
}

async function framesOf(tabId: number): Promise<Frames> {
  const items = await browser.storage.session.get(keyOf(tabId));
  return (items[keyOf(tabId)] ?? {}) as Frames;
}

function inOrder(frames: Frames): FrameTally[] {
  return Object.entries(frames)
    .map(([frame, tally]) => ({ ...tally, frameId: Number(frame) }))
    .sort((a, b) => a.frameId - b.frameId);
}
