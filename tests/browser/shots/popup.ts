import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../launch/find-browser.ts';
import { WORLDS } from '../popup/fixture.ts';
import { openHarness } from '../popup/open-harness.ts';

interface Shot {
  readonly name: string;
  readonly state: string;
  readonly search?: string;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  readonly features?: readonly { name: string; value: string }[];
  readonly act?: (page: Page) => Promise<void>;
}

const dark = [{ name: 'prefers-color-scheme', value: 'dark' }];
const forced = [{ name: 'forced-colors', value: 'active' }];

async function openCard(page: Page): Promise<void> {
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.card');
}
async function openHidden(page: Page): Promise<void> {
  await page.click('.hidden-terms summary');
  await page.waitForSelector('.hidden-terms li');
}
async function openComplaints(page: Page): Promise<void> {
  await page.click('.complaints summary');
}
async function throwSwitch(page: Page): Promise<void> {
  await page.click('[role=switch]');
  await page.waitForSelector('.trouble');
}
async function walk(page: Page): Promise<void> {
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowDown');
}
async function pageDown(page: Page): Promise<void> {
  await page.waitForSelector('[role=option]');
  for (let press = 0; press < 9; press++) await page.keyboard.press('PageDown');
}

const STATES: readonly Shot[] = Object.keys(WORLDS).map((state) => ({ name: state, state }));
const phone = { search: '&place=screen', width: 360, height: 640, scale: 2 };
const SHOTS: readonly Shot[] = [
  ...STATES,
  ...STATES.map((shot) => ({ ...shot, name: `${shot.name}-dark`, features: dark })),
  { name: 'card', state: 'results', act: openCard },
  { name: 'card-dark', state: 'results', features: dark, act: openCard },
  { name: 'card-long', state: 'long-results', act: openCard },
  { name: 'hidden-open', state: 'hidden', act: openHidden },
  { name: 'complaints-open', state: 'complaints', act: openComplaints },
  { name: 'refused-said', state: 'refused', act: throwSwitch },
  { name: 'refused-said-dark', state: 'refused', features: dark, act: throwSwitch },
  { name: 'keyboard', state: 'terms', act: walk },
  { name: 'many-scrolled', state: 'many', act: pageDown },
  { name: 'terms-rtl', state: 'terms', search: '&dir=rtl' },
  { name: 'results-rtl', state: 'results', search: '&dir=rtl' },
  { name: 'card-rtl', state: 'results', search: '&dir=rtl', act: openCard },
  { name: 'terms-forced', state: 'terms', features: forced },
  { name: 'results-forced', state: 'results', features: forced },
  { name: 'closed-forced', state: 'closed', features: forced },
  { name: 'quiet-forced', state: 'quiet', features: forced },
  { name: 'near-rtl', state: 'near', search: '&dir=rtl' },
  { name: 'terms-phone', state: 'terms', ...phone },
  { name: 'results-phone', state: 'results', ...phone },
  { name: 'card-phone', state: 'results', ...phone, act: openCard },
  { name: 'quiet-phone-dark', state: 'quiet', ...phone, features: dark },
  { name: 'long-narrow', state: 'long', ...phone, width: 320 },
  { name: 'terms-zoom-200', state: 'terms', width: 400, height: 300, scale: 2 },
];

/** Pictures of the toolbar popup in every state, into a directory that is there. */
export async function shootPopup(directory: string): Promise<void> {
  const harness = await openHarness();
  const browser = await launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const shot of SHOTS) await shoot(await browser.newPage(), harness.address, shot, directory);
  } finally {
    await browser.close();
    await harness.close();
  }
}

async function shoot(page: Page, address: string, shot: Shot, directory: string): Promise<void> {
  const { name, state, search = '', width = 380, height = 500, scale = 1, features = [], act } = shot;
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }, ...features]);
  await page.goto(`${address}?state=${state}${search}`);
  await page.waitForSelector('.popup');
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await act?.(page);
  await page.screenshot({ path: join(directory, `popup-${name}.png`) });
  await page.close();
}
