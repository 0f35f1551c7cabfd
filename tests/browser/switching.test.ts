import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawnTerms, settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const outerHtml = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

/** The document as it is without us: what the same page is before its terms are drawn. */
async function pristine(path: string): Promise<string> {
  const text = await (await fetch(`${ground.pages.origin}/${path}`)).text();
  const page = await ground.open({
    path: '/off.html',
    page: text.replace('<head>', '<head><meta name="glossator" content="off">'),
  });
  const html = await outerHtml(page);
  await page.close();
  return html.replace('<meta name="glossator" content="off">', '');
}

async function press(popup: Page, name: string): Promise<void> {
  const toggle = await popup.waitForSelector(`::-p-aria([name="${name}"][role="switch"])`);
  await toggle?.click();
}

async function untilDrawn(page: Page, some: boolean): Promise<void> {
  await page.bringToFront();
  if (some) await settledTerms(page, 5);
  else {
    await page.waitForFunction(
      () =>
        document.querySelectorAll('mark[data-glossator]').length === 0 &&
        ![...CSS.highlights.keys()].some((name) => name.startsWith('glossator')),
    );
  }
}

test.each(['On this site', 'Everywhere'])(
  'the switch “%s” works in all tabs at once, and off means gone',
  async (name) => {
    const before = await pristine('article.html');
    const one = await ground.open('article.html');
    await settledTerms(one, 5);
    const two = await ground.open('article.html');
    await settledTerms(two, 5);

    const popup = await ground.popup(two);
    await press(popup, name);
    if (KIND === 'firefox') await popup.close();
    for (const page of [two, one]) {
      await untilDrawn(page, false);
      expect(await outerHtml(page)).toBe(before);
      expect(await drawnTerms(page)).toEqual([]);
    }

    const again = await ground.popup(one);
    await press(again, name);
    if (KIND === 'firefox') await again.close();
    for (const page of [one, two]) await untilDrawn(page, true);
    await Promise.all([one.close(), two.close()]);
  },
);
