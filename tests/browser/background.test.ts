import type { Target, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { waitForCard } from './launch/in-card.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

/** The part of the browser's API that menus and keys go through, and what a browser calls when one is chosen. */
interface Api {
  readonly contextMenus: {
    update(id: string, properties: object): Promise<void>;
    readonly onClicked: { dispatch(chosen: object, tab?: object): void };
  };
  readonly commands: {
    getAll(): Promise<{ readonly name?: string }[]>;
    readonly onCommand: { dispatch(name: string, tab: object): void };
  };
  readonly tabs: { query(which: object): Promise<object[]> };
}

/** The background, started. */
async function background(): Promise<WebWorker> {
  const isOurs = (one: Target) => one.type() === 'service_worker' && one.url().includes(ground.extensionId);
  const worker = await (await ground.browser.waitForTarget(isOurs)).worker();
  if (worker === null) throw new Error('The background has no worker.');
  return worker;
}

// No test can open a menu of the browser or press its keys: they are there, and what the browser calls is called.
test.runIf(KIND === 'chromium')('a link to a glossary is offered from its menu', async () => {
  const link = 'https://example.org/team.glossary.json?a=1&b=2';
  await (await background()).evaluate(async (linkUrl) => {
    const { contextMenus: menus } = Reflect.get(globalThis, 'chrome') as Api;
    await menus.update('subscribe', { visible: true });
    menus.onClicked.dispatch({ menuItemId: 'subscribe', linkUrl });
  }, link);
  const opened = await ground.browser.waitForTarget((one) => one.url().includes('/subscribe.html'));
  const page = await opened.asPage();
  const shown = await page.waitForSelector('form input');
  expect(await shown?.evaluate((field) => (field as HTMLInputElement).value)).toBe(link);
  await page.close();
});

/** What the browser calls when the key of a command is pressed; fails where the manifest has no such command. */
async function press(name: string): Promise<void> {
  await (await background()).evaluate(async (wanted) => {
    const { commands, tabs } = Reflect.get(globalThis, 'chrome') as Api;
    if (!(await commands.getAll()).some(({ name }) => name === wanted))
      throw new Error(`No key for ${wanted}`);
    const [front] = await tabs.query({ active: true, lastFocusedWindow: true });
    if (front !== undefined) commands.onCommand.dispatch(wanted, front);
  }, name);
}

describe.runIf(KIND === 'chromium')('the keys', () => {
  test('go to the next term, look up a selection, and turn the site off and on', async () => {
    const page = '<!doctype html><title>N</title><p>The DPRK spoke to <b>KCNA</b>.</p>';
    const tab = await ground.open({ path: '/keys.html', page });
    await settledTerms(tab, 2);
    await tab.bringToFront();
    await press('next-term');
    await waitForCard(tab, 'DPRK');
    await tab.keyboard.press('Escape');
    await tab.$eval('b', (element) => document.getSelection()?.selectAllChildren(element));
    await press('look-up');
    await waitForCard(tab, 'KCNA');
    await tab.keyboard.press('Escape');
    await press('toggle-site');
    await settledTerms(tab, 0);
    await press('toggle-site');
    await settledTerms(tab, 2);
    await tab.close();
  });

  test('open the search on a page of the browser’s own', async () => {
    const own = await ground.ownPage('options.html');
    await own.bringToFront();
    await press('look-up');
    const search = await ground.browser.waitForTarget((one) => one.url().includes('/popup.html'));
    await (await search.asPage()).waitForSelector('[type=search]');
    await own.close();
  });
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
