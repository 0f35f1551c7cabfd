import { type Browser, launch } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../launch/axe.ts';
import { findBrowser } from '../launch/find-browser.ts';
import { KIND } from '../launch/ground.ts';
import { WORLDS } from './fixture.ts';
import { type HarnessPage, openHarness } from './open-harness.ts';

/** Every state of the popup, in both colour schemes; Firefox cannot be told which. */

const here = test.runIf(KIND === 'chromium');

let browser: Browser;
let harness: HarnessPage;
beforeAll(async () => {
  if (KIND !== 'chromium') return;
  harness = await openHarness();
  browser = await launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
afterAll(async () => {
  await browser?.close();
  await harness?.close();
});

here.each(Object.keys(WORLDS))('axe-core finds nothing in the state %s', async (state) => {
  const page = await browser.newPage();
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(`${harness.address}?state=${state}`);
    await page.waitForSelector('.popup > .this-site > .switch-row');
    expect(await axeFindings(page)).toEqual([]);
  }
  await page.close();
});
