import type { Page } from 'puppeteer-core';
import { closePopup, control, isOn } from '../popup/in-popup.ts';
import type { Ground } from './ground.ts';

const SITE = 'On this site';

/** Turns the site of a page off or on again in the popup, as a reader does, and waits until the popup says so. */
export async function throwSwitch(ground: Ground, page: Page): Promise<void> {
  const popup = await ground.popup(page);
  const site = await control(popup, 'switch', SITE);
  const was = String(await isOn(popup, SITE));
  await site.click();
  await popup.waitForFunction(
    (element, before) => element.getAttribute('aria-checked') !== before,
    {},
    site,
    was,
  );
  await closePopup(popup);
  await page.bringToFront();
}
