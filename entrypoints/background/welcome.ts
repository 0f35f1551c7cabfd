import { browser } from 'wxt/browser';

/** Opens the page that greets a new reader; an update, of us or of the browser, never opens anything. */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
