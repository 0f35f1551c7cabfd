import type { ElementHandle, Page } from 'puppeteer-core';

/** A control as assistive technology finds it. */
export async function control(page: Page, role: string, name: string): Promise<ElementHandle> {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  if (found === null) throw new Error(`There is no ${role} “${name}”.`);
  return found;
}

/** Whether a switch is on, as assistive technology is told. */
export async function isOn(page: Page, name: string): Promise<boolean> {
  const found = await control(page, 'switch', name);
  return found.evaluate((element) => element.getAttribute('aria-checked') === 'true');
}

export function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent.trim());
}

/** The terms of the hits that are in the document. */
export function hits(page: Page): Promise<string[]> {
  return page.$$eval('[role=option] .hit-term', (terms) => terms.map((term) => term.textContent));
}

/** The term of the hit that the keyboard is on. */
export function chosenHit(page: Page): Promise<string> {
  return text(page, '[role=option][aria-selected=true] .hit-term');
}

/** The type of the field that has the focus, or else the id of what has it. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('type') ?? document.activeElement?.id);
}

/** The real popup may have gone with its tab; a popup in a tab of its own has to be closed. */
export async function closePopup(popup: Page): Promise<void> {
  if (!popup.isClosed()) await popup.close();
}
