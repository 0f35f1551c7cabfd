import type { Page } from 'puppeteer-core';
import type { Ground } from './ground.ts';

/** Turns the site of a page off or on again in the popup, as a reader does. */
export async function throwSwitch(ground: Ground, page: Page): Promise<void> {
  const popup = await ground.popup(page);
  await (await popup.waitForSelector('::-p-aria([name="On this site"][role="switch"])'))?.click();
  if (ground.kind === 'firefox') await popup.close();
  await page.bringToFront();
}
