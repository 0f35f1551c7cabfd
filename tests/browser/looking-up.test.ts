import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawnTerms } from './launch/drawn-terms.ts';
import { untilResting } from './launch/frames.ts';
import { type Ground, openGround } from './launch/ground.ts';
import { inCard, seenCard, waitForCard } from './launch/in-card.ts';
import { callOnlyPage } from './launch/own-page.ts';
import { closePopup, control } from './popup/in-popup.ts';

/** A selection is looked up also where the page is not read. */

let ground: Ground;
let own: Page;
beforeAll(async () => {
  ground = await openGround();
  own = await ground.ownPage('options.html');
});
afterAll(() => ground.close());

const NEWS = '<p>The <b id="term">KCNA</b> spoke. It was the <b id="unknown">KCNX</b> that answered.</p>';

/** What the key for looking up sets off in the page. */
async function lookUp(tab: Page, selector: string): Promise<void> {
  await tab.bringToFront();
  await tab.$eval(selector, (element) => document.getSelection()?.selectAllChildren(element));
  await callOnlyPage(own, 'lookUp');
}

async function looksUp(tab: Page, reason: 'secrets' | 'off'): Promise<void> {
  await untilResting(ground, reason, 1);
  await tab.bringToFront();
  expect(await drawnTerms(tab)).toEqual([]);
  await lookUp(tab, '#term');
  expect((await waitForCard(tab, 'KCNA')).text).toContain('North Korea');
  await tab.keyboard.press('Escape');
  expect(await seenCard(tab)).toBeUndefined();
  await lookUp(tab, '#unknown');
  expect((await waitForCard(tab, 'KCNX')).text).toContain('Add as my term');
  expect(await inCard(tab, (root) => root.querySelectorAll('.body button').length)).toBeGreaterThan(0);
  expect(await drawnTerms(tab)).toEqual([]);
}

test('where one types secrets', async () => {
  const page = `<!doctype html><html lang="en"><title>N</title><body>${NEWS}<input type="password"></body></html>`;
  const tab = await ground.open({ path: '/look-quiet.html', page });
  await looksUp(tab, 'secrets');
  await tab.close();
});

test('where the site is off', async () => {
  const page = `<!doctype html><html lang="en"><title>N</title><body>${NEWS}</body></html>`;
  const tab = await ground.open({ path: '/look-off.html', page });
  const popup = await ground.popup(tab);
  await (await control(popup, 'switch', 'On this site')).click();
  await popup.waitForSelector('::-p-aria([name="Off on this site"][role="heading"])');
  await closePopup(popup);
  await looksUp(tab, 'off');
  await tab.close();
});
