import { browser } from 'wxt/browser';
import type { Tally } from '../platform/messages.ts';

const SIZES = [16, 32, 48, 128] as const;
const pictures = (name: string) =>
  Object.fromEntries(SIZES.map((size) => [size, `/icons/${name}${size}.png`]));
/** What it is called where pages are read: as the manifest says, so that each page begins with it. */
const ON = 'Glossator';
const OFF = 'Glossator (off here)';
const ICONS = { on: pictures(''), off: pictures('off-') };

/** Shows how many distinct terms the frames of a tab hold; nothing where there are none. */
export async function showCount(tabId: number, tallies: readonly Tally[]): Promise<void> {
  const refs = new Set(tallies.flatMap(({ terms }) => terms.map(({ ref }) => ref)));
  await whileOpen(browser.action.setBadgeText({ tabId, text: refs.size === 0 ? '' : String(refs.size) }));
}

/** One after the other: each looks at what the last has left. */
let turn: Promise<unknown> = Promise.resolve();

/** Shows on the icon whether the page in a tab is read. */
export function showState(tabId: number, on: boolean): Promise<void> {
  const shown = turn.then(() => whileOpen(changeState(tabId, on)));
  turn = shown.catch(() => {});
  return shown;
}

/**
 * Changes the icon where it shows something else. A page begins with the usual one, and most pages keep it: to read,
 * draw and send four pictures takes longer than to find the terms of a screenful.
 */
async function changeState(tabId: number, on: boolean): Promise<void> {
  const title = on ? ON : OFF;
  if ((await browser.action.getTitle({ tabId })) === title) return;
  // Firefox for Android shows no icon, and has no way to set one.
  const action: Partial<typeof browser.action> = browser.action;
  await Promise.all([
    action.setIcon?.({ tabId, path: on ? ICONS.on : ICONS.off }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** The tab may be gone by now, which is no news to anyone. */
async function whileOpen(change: Promise<void>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!/tab/i.test(String(error))) throw error;
  }
}
