import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { control } from '../popup/in-popup.ts';

/** Takes away what was said, so that what is said next is news. */
export async function closeNotice(options: Page): Promise<void> {
  await options.evaluate(() =>
    document.querySelector<HTMLElement>('.notice [aria-label="Dismiss"]')?.click(),
  );
  await options.waitForFunction(() => (document.querySelector('.notice')?.textContent ?? '') === '');
}

/** Waits until the settings page says something. */
export function untilSaid(options: Page, text: string): Promise<void> {
  const said = () => options.$eval('.notice', (notice) => notice.textContent);
  return expect.poll(said, { timeout: 10_000 }).toContain(text);
}

/** Loads settings as a reader does, from a file. */
export async function load(options: Page, values: object): Promise<void> {
  await options.$eval(
    '#backup input[type=file]',
    (input, text) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], 'glossator-settings.json', { type: 'application/json' }));
      (input as HTMLInputElement).files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    JSON.stringify({ glossator: 'settings', version: 1, values }),
  );
  await untilSaid(options, 'are in force');
}

/** Writes a number into a field. */
export async function fill(options: Page, name: string, value: string): Promise<void> {
  const field = await control(options, 'spinbutton', name);
  await field.evaluate((input, to) => {
    (input as HTMLInputElement).value = to;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}
