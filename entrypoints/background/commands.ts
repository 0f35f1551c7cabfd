import { browser } from 'wxt/browser';
import { isOn, withSite } from '../../glossary/sites.ts';
import { CallError, callPage } from '../platform/calls.ts';
import { report } from '../platform/report.ts';
import { sites } from '../platform/settings.ts';

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
    else if (url !== undefined) await sites.update((now) => withSite(now, url, !isOn(url, now)));
  } catch (error) {
    // No content script on this page: browsers keep their own pages to themselves.
    if (!(error instanceof CallError && error.gone)) report(`The command ${command}`, error);
  }
}
