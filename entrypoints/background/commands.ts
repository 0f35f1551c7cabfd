import { browser } from 'wxt/browser';
import { CallError, callPage } from '../platform/calls.ts';
import { report } from '../platform/report.ts';
import { settings, sites } from '../platform/settings.ts';
import { read } from '../platform/shown.ts';
import { openSearch } from './omnibox.ts';
import { toggled } from './toggled.ts';

/** What a key or a menu item sets off in the page in front. The names stand in the manifest. */
type Command = 'next-term' | 'previous-term' | 'look-up' | 'toggle-site';

interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** The keys that the reader can change on the browser's own shortcut page. */
export function listenToCommands(): void {
  // Firefox for Android has no keys.
  const { commands }: Partial<typeof browser> = browser;
  commands?.onCommand.addListener((command, tab) => {
    void inFront(tab).then((front) => carryOutCommand(command as Command, front));
  });
}

/** Firefox before 126 does not say which tab it is. */
async function inFront(tab: Tab | undefined): Promise<Tab> {
  if (tab?.id !== undefined) return tab;
  const [active = {}] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return active;
}

async function carryOutCommand(command: Command, { id: tabId, url }: Tab): Promise<void> {
  if (tabId === undefined) return;
  // Only the frame with the focus follows.
  const to = { tabId, frameId: 'every' } as const;
  try {
    if (command === 'next-term') await callPage(to, 'step', 'next');
    else if (command === 'previous-term') await callPage(to, 'step', 'previous');
    else if (command === 'look-up') await callPage(to, 'lookUp', undefined);
    else if (url !== undefined) await toggle(tabId, url);
  } catch (error) {
    // No content script on this page: browsers keep their own pages to themselves.
    if (!(error instanceof CallError && error.gone)) report(`The command ${command}`, error);
    else if (command === 'look-up') await typeInstead();
  }
}

/** Where nobody can tell what is selected, the reader types it: in the toolbar popup, or in a tab. */
async function typeInstead(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // Firefox opens it only at once upon a key, and some windows have no toolbar.
    await openSearch('', 'newForegroundTab').catch((error) => report('Opening the search', error));
  }
}

/** On or off, as the reader sees it: a page that only rests is not turned off as well. */
async function toggle(tabId: number, url: string): Promise<void> {
  const [top] = await read(tabId);
  const resting = top?.frameId === 0 ? top.resting : undefined;
  if (resting === 'paused') return callPage({ tabId, frameId: 'every' }, 'pause', false);
  const { quietOnSecrets } = await settings.get();
  await sites.update((now) => toggled(now, { url, resting, quietOnSecrets }));
}
