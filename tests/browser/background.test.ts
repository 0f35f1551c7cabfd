import type { Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { waitForCard } from './launch/in-card.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

/** The part of the browser's API that the menus are made with, and what a browser calls when one is chosen. */
interface Menus {
  update(id: string, properties: object): Promise<void>;
  readonly onClicked: { dispatch(chosen: object, tab?: object): void };
}

// No test can open a menu of the browser: the item is there, and what the browser calls then is called.
test.runIf(KIND === 'chromium')('a link to a glossary is offered from its menu', async () => {
  const isOurs = (one: Target) => one.url().includes(ground.extensionId);
  const target = await ground.browser.waitForTarget((one) => one.type() === 'service_worker' && isOurs(one));
  const worker = await target.worker();
  const link = 'https://example.org/team.glossary.json?a=1&b=2';
  await worker?.evaluate(async (linkUrl) => {
    const { contextMenus: menus } = Reflect.get(globalThis, 'chrome') as { contextMenus: Menus };
    await menus.update('subscribe', { visible: true });
    menus.onClicked.dispatch({ menuItemId: 'subscribe', linkUrl });
  }, link);
  const opened = await ground.browser.waitForTarget((one) => one.url().includes('/subscribe.html'));
  const page = await opened.asPage();
  const shown = await page.waitForSelector('form input');
  expect(await shown?.evaluate((field) => (field as HTMLInputElement).value)).toBe(link);
  await page.close();
});

describe.runIf(KIND === 'chromium')('a background that the browser stops', () => {
  test('is not missed by the page', async () => {
    const page = await ground.open({
      path: '/stop.html',
      page: '<!doctype html><title>N</title><p>The DPRK spoke.</p>',
    });
    await settledTerms(page, 1);
    for (const text of ['KCNA said so.', 'The WPK agreed.', 'So did Kim Jong Un.']) {
      await ground.stopBackground();
      await page.evaluate((words) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        document.body.append(paragraph);
      }, text);
    }
    const texts = (await settledTerms(page, 4)).map((term) => term.text);
    expect(texts).toEqual(['DPRK', 'KCNA', 'WPK', 'Kim Jong Un']);
    await page.close();
  });

  test('that is replaced by an update leaves open pages working and quiet', async () => {
    const page = await ground.open({
      path: '/update.html',
      page: '<!doctype html><title>N</title><p id="p">The DPRK spoke to KCNA in Pyongyang.</p>',
    });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const [term] = await settledTerms(page, 3);
    await ground.updateExtension();
    await page.bringToFront();
    await page.$eval('#p', (paragraph) => {
      const later = document.createElement('p');
      later.textContent = 'WPK, said later.';
      paragraph.after(later);
    });
    await page.mouse.move((term?.x ?? 0) - 2, term?.y ?? 0);
    await page.mouse.move(term?.x ?? 0, term?.y ?? 0);
    expect((await waitForCard(page, 'DPRK')).text).toContain('North Korea');
    expect(complaints.filter((text) => !text.includes('favicon') && !text.includes('404'))).toEqual([]);
    await page.close();
  });
});
