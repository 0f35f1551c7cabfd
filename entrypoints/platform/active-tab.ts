import { browser } from 'wxt/browser';

/** The tab that the popup is about. */
export interface PageTab {
  readonly id: number;
  /** `undefined` where the browser keeps it to itself, as on its own pages. */
  readonly url: string | undefined;
  readonly loading: boolean;
}

/**
 * The tab in front; or, given an address, the tab that shows it: so the popup can be opened in a tab of
 * its own. `undefined` when there is none.
 */
export async function findTab(address?: string): Promise<PageTab | undefined> {
  if (address === undefined) {
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    return front && pageTab(front);
  }
  const [own, tabs] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.query({})]);
  const found = tabs.find(({ id, url }) => id !== own?.id && url !== undefined && samePage(url, address));
  return found && pageTab(found);
}

/** Calls back whenever the tab begins or ends loading, or goes elsewhere. */
export function watchTab(tabId: number, callback: (tab: PageTab) => void, signal: AbortSignal): void {
  const listener = (id: number, change: { status?: string; url?: string }, tab: BrowserTab) => {
    if (id !== tabId || (change.status === undefined && change.url === undefined)) return;
    const changed = pageTab(tab);
    if (changed !== undefined) callback(changed);
  };
  browser.tabs.onUpdated.addListener(listener);
  signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(listener));
}

export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Whether this document is the popup at the toolbar, and not the same page in a tab. */
export function isToolbarPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

interface BrowserTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly status?: string | undefined;
}

function pageTab({ id, url, status }: BrowserTab): PageTab | undefined {
  return id === undefined ? undefined : { id, url, loading: status === 'loading' };
}

function samePage(url: string, address: string): boolean {
  return url.split('#')[0] === address.split('#')[0];
}
