import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './launch/axe.ts';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { closePopup, control, text } from './popup/in-popup.ts';

let ground: Ground;
let popup: Page;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());
afterEach(() => closePopup(popup));

test('where no extension may run, it says so; the search works', async () => {
  const page = await ground.open('about:blank');
  popup = await ground.popup(page);
  await popup.waitForSelector('::-p-aria([name="Not on this page"][role="heading"])');
  const site = await control(popup, 'switch', 'On this site');
  expect(await site.evaluate((element) => (element as HTMLButtonElement).disabled)).toBe(true);
  expect(await axeFindings(popup)).toEqual([]);
  await popup.focus('input');
  await popup.keyboard.type('dprk');
  await popup.waitForSelector('[role=option]');
  await closePopup(popup);
  await page.close();
});

test('what the page before it showed is forgotten', async () => {
  const page = await ground.open({
    path: '/before.html',
    page: '<!doctype html><title>B</title><p>KCNA.</p>',
  });
  await settledTerms(page, 1);
  await page.goto(ground.pages.put('/after.html', '<!doctype html><title>A</title><p>Nothing to see.</p>'));
  popup = await ground.popup(page);
  await popup.waitForSelector('::-p-aria([name="No terms here"][role="heading"])');
  await closePopup(popup);
  await page.close();
});

test('a page without terms has none', async () => {
  const page = await ground.open({
    path: '/plain.html',
    page: '<!doctype html><title>P</title><p>Nothing to see.</p>',
  });
  popup = await ground.popup(page);
  await popup.waitForSelector('::-p-aria([name="No terms here"][role="heading"])');
  await closePopup(popup);
  await page.close();
});

test('a page whose author wants no glossary can be told from one without terms', async () => {
  const page = await ground.open({
    path: '/away.html',
    page: '<!doctype html><meta name="glossator" content="off"><title>P</title><p>The DPRK.</p>',
  });
  popup = await ground.popup(page);
  await popup.waitForSelector('::-p-aria([name="Not started on this page"][role="heading"])');
  await closePopup(popup);
  await page.close();
});

test('terms in a frame are counted with those of the page, and jumped to', async () => {
  const frame = ground.pages.put(
    '/in-frame.html',
    '<!doctype html><title>F</title><p>KCNA and the DPRK.</p>',
  );
  const page = await ground.open({
    path: '/frames.html',
    page: `<!doctype html><title>P</title><p>The DPRK.</p><iframe width="600" height="300" src="${frame}"></iframe>`,
  });
  const inFrame = page.frames().find((one) => one.url() === frame);
  // Where the popup is a tab of its own, the page is hidden behind it, and what is hidden is not read on.
  await inFrame?.waitForFunction(() => CSS.highlights.size > 0);
  popup = await ground.popup(page);
  await (await control(popup, 'button', 'KCNA once')).click();
  await inFrame?.waitForFunction(() => CSS.highlights.has('glossator-emphasis'));
  expect(await text(popup, '.on-page')).toMatch(/DPRK\s*2/);
  await closePopup(popup);
  await page.close();
});

test.runIf(KIND === 'chromium')('what is typed before the popup has started is searched for', async () => {
  popup = await ground.browser.newPage();
  await popup.evaluateOnNewDocument(() =>
    document.addEventListener('DOMContentLoaded', () => {
      const field = document.querySelector('input');
      if (field !== null && document.activeElement === field) field.value = 'kcna';
    }),
  );
  await popup.goto(`${ground.origin}/popup.html`);
  await popup.waitForSelector('[role=option]');
  await popup.keyboard.type('x');
  expect(await popup.$eval('input', (field) => field.value)).toBe('kcnax');
  await closePopup(popup);
});

test('a query can stand in the address', async () => {
  popup = await ground.ownPage('popup.html?search=kcna');
  await popup.waitForSelector('[role=option]');
  expect(await popup.$eval('input', (field) => field.value)).toBe('kcna');
  await closePopup(popup);
});
