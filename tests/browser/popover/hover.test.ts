import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from './open-browser.ts';
import { visit } from './visit.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ARTICLE = `<!doctype html><html lang="en"><body style="font:16px/1.5 serif;width:600px;margin:100px">
<p>The <span id="wpk" data-term="nk/wpk">WPK</span> rules the <span id="dprk" data-term="nk/dprk">DPRK</span>.</p></body></html>`;

test('a rest on a term opens its card, leaving closes it, and nothing stays on the page', async () => {
  const reader = await visit(browser, ARTICLE);
  const before = await reader.page.evaluate(() => document.documentElement.outerHTML);
  await reader.hover('#wpk');
  await reader.card("Workers' Party of Korea");
  await reader.page.mouse.move(20, 20);
  await reader.noCard();
  expect(await reader.page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  await reader.close();
});
