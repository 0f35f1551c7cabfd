import type { Page } from 'puppeteer-core';

/** Presses keys together, the last one for a moment. */
export async function chord(
  page: Page,
  ...keys: ('Control' | 'Shift' | 'Alt' | 'a' | 'c' | 'v' | 's' | 'p')[]
): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}
