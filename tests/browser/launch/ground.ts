import type { Page, Target } from 'puppeteer-core';
import type { BrowserKind } from './find-browser.ts';
import { install, type OpenBrowser, type OpenOptions, openBrowser } from './open-browser.ts';
import { type MadePage, type PageServer, servePages } from './serve-pages.ts';

/** A browser with the extension, and a server of pages to read: what every browser test stands on. */
export interface Ground extends OpenBrowser {
  readonly pages: PageServer;
  /** Opens a page of `tests/pages` (by file name), one made on the spot, or an address. */
  open(page: string | { readonly path: string; readonly page: MadePage | string }): Promise<Page>;
  /** The toolbar popup about a page: the real one in Chromium, its document in a tab in Firefox. */
  popup(about: Page): Promise<Page>;
  /** One of the extension's own pages, such as `options.html`. */
  ownPage(path: string): Promise<Page>;
  /** Stops the background as the browser does when it is idle. Chromium only: Firefox has no switch for it. */
  stopBackground(): Promise<void>;
  /** Puts the extension in anew under the open pages, as an update does. */
  updateExtension(): Promise<void>;
}

/** The browser that this run of the tests is about. */
export const KIND: BrowserKind = process.env.GLOSSATOR_BROWSER === 'firefox' ? 'firefox' : 'chromium';

export async function openGround(
  kind: BrowserKind = KIND,
  options: Partial<OpenOptions> = {},
): Promise<Ground> {
  const pages = await servePages();
  const opened = await openBrowser(kind, { headless: true, ...options });
  const ownPage = (path: string) => openOwnPage(opened, path);
  return {
    ...opened,
    pages,
    ownPage,
    open: (page) => openPage(opened, pages, page),
    popup: (about) => (kind === 'chromium' ? realPopup(opened, about) : popupInTab(about, ownPage)),
    stopBackground: () => stopWorker(opened),
    updateExtension: () => replaceExtension(opened),
    async close() {
      await Promise.all([opened.close(), pages.close()]);
    },
  };
}

async function openPage(
  { browser }: OpenBrowser,
  pages: PageServer,
  page: Parameters<Ground['open']>[0],
): Promise<Page> {
  const tab = await browser.newPage();
  const address =
    typeof page !== 'string'
      ? pages.put(page.path, page.page)
      : page.includes(':')
        ? page
        : `${pages.origin}/${page}`;
  await tab.goto(address, { waitUntil: 'load' });
  return tab;
}

async function realPopup({ browser, extensionId }: OpenBrowser, about: Page): Promise<Page> {
  const extension = (await browser.extensions()).get(extensionId);
  if (extension === undefined) throw new Error('The extension is not installed.');
  await about.bringToFront();
  await extension.triggerAction(about);
  const isPopup = (target: Target) => target.url().includes('/popup.html');
  const target = await browser.waitForTarget(isPopup);
  return target.asPage();
}

async function popupInTab(about: Page, ownPage: (path: string) => Promise<Page>): Promise<Page> {
  await about.bringToFront();
  return ownPage(`popup.html?page=${encodeURIComponent(about.url())}`);
}

async function openOwnPage({ browser, origin, kind }: OpenBrowser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const address = `${origin}/${path}`;
  if (kind === 'chromium') {
    await page.goto(address);
    return page;
  }
  // In Firefox the navigation to an extension's page never reports its end; the page is there all the same.
  void page.goto(address).catch(() => undefined);
  const until = Date.now() + 20_000;
  while (!(await isAt(page, address))) {
    if (Date.now() > until) throw new Error(`${address} did not open.`);
  }
  return page;
}

async function stopWorker({ browser, extensionId }: OpenBrowser): Promise<void> {
  const target = browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().includes(extensionId));
  const worker = await target?.worker();
  try {
    await worker?.close();
  } catch (error) {
    // It has stopped by itself in the meantime, which is what was asked for.
    if (!/No target|No session|Target closed|Session closed/.test(String(error))) throw error;
  }
}

/** Whether a page has arrived. While it is on its way it has no document that could be asked. */
async function isAt(page: Page, address: string): Promise<boolean> {
  try {
    return await page.evaluate((to) => location.href === to && document.readyState === 'complete', address);
  } catch {
    return false;
  }
}

/** Taken out and put in again: to an open page, its content script is then as alone as after an update. */
async function replaceExtension({ browser, extensionId, kind }: OpenBrowser): Promise<void> {
  await browser.uninstallExtension(extensionId);
  await install(browser, kind === 'chromium' ? '.output/chrome-mv3' : '.output/firefox-mv3');
}
