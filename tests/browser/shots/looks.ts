import type { Page } from 'puppeteer-core';

/** How a page is looked at. */
export interface Look {
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  readonly features?: readonly { name: string; value: string }[];
  readonly rightToLeft?: boolean;
}

/** All that a reader may look at it in. */
export const LOOKS: readonly Look[] = [
  { name: 'light' },
  { name: 'dark', features: [{ name: 'prefers-color-scheme', value: 'dark' }] },
  { name: 'right-to-left', rightToLeft: true },
  { name: 'narrow', width: 340, height: 700 },
  { name: 'zoom-200', width: 640, height: 450, scale: 2 },
  { name: 'forced-colours', features: [{ name: 'forced-colors', value: 'active' }] },
];

/** Pictures of a whole page, one a look, into files that begin with `path`. */
export async function inEveryLook(page: Page, path: string, looks: readonly Look[]): Promise<void> {
  for (const { name, width = 1100, height = 800, scale = 1, features = [], rightToLeft = false } of looks) {
    await page.setViewport({ width, height, deviceScaleFactor: scale });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }, ...features]);
    await page.evaluate((dir) => (document.documentElement.dir = dir), rightToLeft ? 'rtl' : 'ltr');
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await page.screenshot({ path: `${path}-${name}.png`, fullPage: true });
  }
}
