import { browser } from 'wxt/browser';
import type { Tally } from '../platform/messages.ts';

const SIZES = [16, 32, 48, 128] as const;
const pictures = (name: string) =>
  Object.fromEntries(SIZES.map((size) => [size, `/icons/${name}${size}.png`]));
const ICONS = { on: pictures(''), off: pictures('off-') };

/** Shows how many distinct terms the frames of a tab hold; nothing where there are none. */
export async function showCount(tabId: number, tallies: readonly Tally[]): Promise<void> {
  const refs = new Set(tallies.flatMap(({ terms }) => terms.map(({ ref }) => ref)));
  await whileOpen(browser.action.setBadgeText({ tabId, text: refs.size === 0 ? '' : String(refs.size) }));
}

/** Shows on the icon whether the page in a tab is read. */
export async function showState(tabId: number, on: boolean): Promise<void> {
  const title = on ? 'Glossator' : 'Glossator (off here)';
  // Firefox for Android shows no icon, and has no way to set one.
  const action: Partial<typeof browser.action> = browser.action;
  await Promise.all([
    whileOpen(action.setIcon?.({ tabId, path: on ? ICONS.on : ICONS.off })),
    whileOpen(browser.action.setTitle({ tabId, title })),
  ]);
}

/** The tab may be gone by now, which is no news to anyone. */
async function whileOpen(change: Promise<void> | undefined): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!/tab/i.test(String(error))) throw error;
  }
}
