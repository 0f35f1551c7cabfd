import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawnTerms, settledTerms } from './launch/drawn-terms.ts';
import { addFrame, untilResting } from './launch/frames.ts';
import { type Ground, openGround } from './launch/ground.ts';
import { closePopup, control } from './popup/in-popup.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>News</title><body>${body}</body></html>`;
const NEWS = '<p id="news">The DPRK spoke to KCNA in Pyongyang.</p>';

async function untilBare(tab: Page): Promise<void> {
  await tab.bringToFront();
  await tab.waitForFunction(
    () =>
      document.querySelectorAll('mark[data-glossator]').length === 0 &&
      ![...CSS.highlights.keys()].some((name) => name.startsWith('glossator')),
  );
}

/** Does something in the popup about a page, and comes back to the page. */
async function inPopup(tab: Page, act: (popup: Page) => Promise<void>): Promise<void> {
  const popup = await ground.popup(tab);
  await act(popup);
  await closePopup(popup);
  await tab.bringToFront();
}

const press = (name: string) => async (popup: Page) => (await control(popup, 'button', name)).click();

/** What is asked of the browser here. */
interface ToolbarApi {
  readonly tabs: { query(all: object): Promise<{ id?: number; url?: string }[]> };
  readonly action: Record<'getBadgeText' | 'getTitle', (of: { tabId: number }) => Promise<string>>;
}

/** What the toolbar shows of the tab in front. */
async function toolbar(): Promise<{ badge: string; title: string }> {
  const own = await ground.ownPage('popup.html');
  const shown = await own.evaluate(async () => {
    const { action, tabs } = (globalThis as unknown as { chrome: ToolbarApi }).chrome;
    const all = await tabs.query({});
    const [tab] = all.filter(({ url }) => url?.startsWith('http')).slice(-1);
    const tabId = tab?.id ?? -1;
    return { badge: await action.getBadgeText({ tabId }), title: await action.getTitle({ tabId }) };
  });
  await own.close();
  return shown;
}

test('a page can be paused once: its terms go at once, also in frames, and come back when it is left', async () => {
  const frame = ground.pages.put('/calm-frame.html', page(NEWS));
  const path = '/calm.html';
  const tab = await ground.open({
    path,
    page: page(`${NEWS}<iframe src="${frame}" width="500" height="200"></iframe>`),
  });
  await settledTerms(tab, 3);
  const inner = tab.frames().find((one) => one.url() === frame);
  await inner?.waitForFunction(() => CSS.highlights.has('glossator'));
  await inPopup(tab, press('Pause'));
  await untilBare(tab);
  await inner?.waitForFunction(() => !CSS.highlights.has('glossator'));
  await inPopup(tab, async (popup) => {
    await popup.waitForSelector('::-p-aria([name="Paused on this page"][role="heading"])');
  });
  expect(await toolbar()).toEqual({ badge: '', title: 'Glossator (off here)' });
  await inPopup(tab, press('Show terms again'));
  await settledTerms(tab, 3);
  await inPopup(tab, press('Pause'));
  await untilBare(tab);
  await addFrame(tab, frame);
  await untilResting(ground, 'paused', 3);
  await tab.bringToFront();
  const late = tab.frames().filter((one) => one.url() === frame)[1];
  expect(await late?.evaluate(() => CSS.highlights.size)).toBe(0);
  await tab.evaluate(() => history.pushState({}, '', '/next.html'));
  await settledTerms(tab, 3);
  for (const one of [inner, late]) await one?.waitForFunction(() => CSS.highlights.has('glossator'));
  await tab.close();
});

test('a page with a login in a frame is quiet as a whole, also in other frames, until it goes or is woken', async () => {
  const other = ground.pages.put('/calm-frame.html', page(NEWS));
  const login = ground.pages
    .put('/calm-login.html', page('<form><input type="password"></form>'))
    .replace(ground.pages.origin, ground.pages.otherOrigin);
  const tab = await ground.open({
    path: '/calm-around-login.html',
    page: page(`${NEWS}<iframe src="${other}" width="500" height="200"></iframe>`),
  });
  await settledTerms(tab, 3);
  await addFrame(tab, login);
  await untilBare(tab);
  await untilResting(ground, 'hushed', 2);
  await tab.bringToFront();
  await tab.evaluate(() => document.querySelectorAll('iframe')[1]?.remove());
  await settledTerms(tab, 3);
  await addFrame(tab, login);
  await untilBare(tab);
  await inPopup(tab, async (popup) => {
    await popup.waitForSelector('::-p-aria([name="Quiet here"][role="heading"])');
    await press('Show terms for now')(popup);
  });
  await settledTerms(tab, 3);
  await addFrame(tab, other);
  for (const one of tab.frames().filter((one) => one.url() === other))
    await one.waitForFunction(() => CSS.highlights.has('glossator'));
  await tab.close();
});

test('the badge counts distinct terms, and the icon says where it is off', async () => {
  const tab = await ground.open({ path: '/badge.html', page: page(`${NEWS}<p>The DPRK, said KCNA.</p>`) });
  await tab.bringToFront();
  await settledTerms(tab, 5);
  await inPopup(tab, async (popup) => {
    await popup.waitForSelector('button.term');
  });
  expect(await toolbar()).toEqual({ badge: '3', title: 'Glossator' });
  await tab.close();
});

test.each([
  ['a password', '<input type="password">'],
  ['a card number by name', '<input name="cardNumber">'],
])('a page that asks for %s is quiet until it is woken', async (_, field) => {
  const tab = await ground.open({ path: '/secret.html', page: page(`${NEWS}<form>${field}</form>`) });
  await inPopup(tab, async (popup) => {
    await popup.waitForSelector('::-p-aria([name="Quiet here"][role="heading"])');
    expect(await drawnTerms(tab)).toEqual([]);
    await press('Show terms for now')(popup);
  });
  await settledTerms(tab, 3);
  await tab.close();
});

test('a page is quiet from when the field appears, also once its password is made readable, until it goes', async () => {
  const tab = await ground.open({
    path: '/late-secret.html',
    page: page(`${NEWS}<input type="password" id="field" style="display:none">`),
  });
  await settledTerms(tab, 3);
  await tab.$eval('#field', (field) => field.removeAttribute('style'));
  await untilBare(tab);
  await tab.$eval('#field', (field) => field.setAttribute('type', 'text'));
  // Looked after once a second: after the second look it would be read.
  const from = Date.now();
  await tab.waitForFunction((since) => Date.now() - since > 2_200, {}, from);
  expect(await drawnTerms(tab)).toEqual([]);
  await tab.$eval('#field', (field) => field.remove());
  await settledTerms(tab, 3);
  await tab.close();
});

test('one click shows terms on a site for good, although one types secrets there', async () => {
  const path = '/login.html';
  const tab = await ground.open({ path, page: page(`${NEWS}<input type="password">`) });
  await inPopup(tab, press('Always on this site'));
  await settledTerms(tab, 3);
  await tab.reload();
  await settledTerms(tab, 3);
  await inPopup(tab, async (popup) => {
    await (await control(popup, 'switch', 'On this site')).click();
  });
  await untilBare(tab);
  await inPopup(tab, async (popup) => {
    await (await control(popup, 'switch', 'On this site')).click();
  });
  await tab.close();
});

test('the switch can be for one page alone', async () => {
  const scope = '[aria-label="What the switch turns on and off"]';
  const tab = await ground.open({ path: '/one/page.html', page: page(NEWS) });
  const other = await ground.open({ path: '/one/other.html', page: page(NEWS) });
  await settledTerms(other, 3);
  await inPopup(tab, async (popup) => {
    await popup.waitForSelector(scope);
    await popup.select(scope, 'page');
    await (await control(popup, 'switch', 'On this site')).click();
    await popup.waitForSelector('::-p-aria([name="Off on this site"][role="heading"])');
  });
  await untilBare(tab);
  await other.bringToFront();
  expect((await settledTerms(other, 3)).length).toBe(3);
  await inPopup(tab, async (popup) => {
    const chosen = await popup.waitForSelector(scope);
    expect(await chosen?.evaluate((select) => (select as HTMLSelectElement).value)).toBe('page');
    await (await control(popup, 'switch', 'On this site')).click();
  });
  await settledTerms(tab, 3);
  await Promise.all([tab.close(), other.close()]);
});

test('the mode can be changed: only on sites that are turned on', async () => {
  const tab = await ground.open({ path: '/mode.html', page: page(NEWS) });
  await settledTerms(tab, 3);
  const mode = '[aria-label="Where Glossator is on"]';
  await inPopup(tab, async (popup) => {
    await popup.waitForSelector(mode);
    await popup.select(mode, 'only');
    await popup.waitForSelector('::-p-aria([name="Off on this site"][role="heading"])');
  });
  await untilBare(tab);
  await inPopup(tab, async (popup) => {
    await (await control(popup, 'switch', 'On this site')).click();
  });
  await settledTerms(tab, 3);
  await inPopup(tab, async (popup) => {
    await popup.waitForSelector(mode);
    await popup.select(mode, 'except');
    await popup.waitForFunction(
      (of) => document.querySelector<HTMLSelectElement>(of)?.value === 'except',
      {},
      mode,
    );
  });
  await tab.close();
});
