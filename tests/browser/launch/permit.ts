import type { Ground } from './ground.ts';
import { FIREFOX_UUID, type OpenOptions } from './open-browser.ts';

/** What the reader would have told Firefox once: open these links with Glossator, and do not ask again. */
export const FIREFOX_READER: Partial<OpenOptions> = {
  prefs: {
    'extensions.webextOptionalPermissionPrompts': false,
    'security.external_protocol_requires_permission': false,
  },
};

/** Address of the page that Firefox opens for a link. */
export const LINK_TEMPLATE = `moz-extension://${FIREFOX_UUID}/subscribe.html?address=%s`;

/** The reader's yes to the question for a host, ahead of it: no test can press a button of the browser. */
export async function permit({ kind, browser, extensionId }: Ground, origin: string): Promise<void> {
  if (kind === 'firefox') return;
  await inExtensionsPage(browser, extensionId, { method: 'addHostPermission', origin });
}

/** The reader takes a permission back, on the browser's own page. Chromium only. */
export async function forbid({ browser, extensionId }: Ground, origin: string): Promise<void> {
  await inExtensionsPage(browser, extensionId, { method: 'removeHostPermission', origin });
}

async function inExtensionsPage(
  browser: Ground['browser'],
  id: string,
  { method, origin }: { method: string; origin: string },
): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async (name, extension, host) => {
      const chrome: object = Reflect.get(window, 'chrome');
      const api: Record<string, (id: string, host: string) => Promise<void>> = Reflect.get(
        chrome,
        'developerPrivate',
      );
      await api[name]?.(extension, host);
    },
    method,
    id,
    origin,
  );
  await page.close();
}
