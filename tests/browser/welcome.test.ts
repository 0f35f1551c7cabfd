import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './launch/axe.ts';
import { type Ground, openGround } from './launch/ground.ts';
import { control, text } from './popup/in-popup.ts';

let ground: Ground;
let page: Page;
beforeAll(async () => {
  ground = await openGround();
  page = await ground.ownPage('welcome.html');
  await page.waitForSelector('.sample-term');
});
afterAll(() => ground.close());

const closed = () => page.waitForFunction(() => document.querySelector('[role=dialog]') === null);

test('resting on a term opens its card below it, and leaving closes it', async () => {
  const term = await control(page, 'button', 'KCNA');
  await term.hover();
  await page.waitForSelector('[role=dialog]');
  expect(await text(page, '#sample-term')).toMatch(/KCNA/);
  const [below, above] = await Promise.all([
    page.$eval('[role=dialog]', (card) => card.getBoundingClientRect().top),
    term.evaluate((button) => button.getBoundingClientRect().bottom),
  ]);
  expect(below).toBeGreaterThanOrEqual(above);
  await page.mouse.move(1, 1);
  await closed();
});

test('keys open a card, go on to a related term and back, and close it', async () => {
  const term = await control(page, 'button', 'WPK');
  await term.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'sample-term');
  const first = await text(page, '#sample-term');
  await page.focus('.related button');
  await page.keyboard.press('Enter');
  await page.waitForFunction((old) => document.querySelector('#sample-term')?.textContent !== old, {}, first);
  await (await control(page, 'button', 'Back')).click();
  await page.waitForFunction((old) => document.querySelector('#sample-term')?.textContent === old, {}, first);
  await page.waitForFunction((id) => document.activeElement?.id === id, {}, 'sample-term');
  await page.keyboard.press('Escape');
  await closed();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('WPK');
});

test('it leads to the settings and to the keys, and axe-core finds nothing', async () => {
  const links = await page.$$eval('a.button', (all) => all.map((link) => link.getAttribute('href')));
  expect(links).toEqual(['/options.html']);
  await control(page, 'button', 'Change the keys');
  await page.waitForSelector('kbd');
  expect(await axeFindings(page)).toEqual([]);
  await (await control(page, 'button', 'DPRK')).click();
  await page.waitForSelector('[role=dialog]');
  expect(await axeFindings(page)).toEqual([]);
});
