import type { Ground } from './ground.ts';
import type { OpenOptions } from './open-browser.ts';

/** Firefox takes each question for a permission as answered with yes. */
export const FIREFOX_READER: Partial<OpenOptions> = {
  prefs: {
    'extensions.webextOptionalPermissionPrompts': false,
  },
};

/** The reader's yes to the question for a host, ahead of it: no test can press a button of the browser. */
export async function permit({ kind, browser, extensionId }: Ground, origin: string): Promise<void> {
  if (kind === 'firefox') return;
  await inExtensionsPage(browser, extensionId, { method: 'addHostPermission', origin });
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
