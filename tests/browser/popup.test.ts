import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { requestOfHash } from '../../entrypoints/platform/term-request.ts';
import { axeFindings } from './launch/axe.ts';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { chosenHit, closePopup, control, focused, hits, isOn, text } from './popup/in-popup.ts';

let ground: Ground;
let article: Page;
let popup: Page;
beforeAll(async () => {
  ground = await openGround();
  article = await ground.open('article.html');
  await settledTerms(article, 5);
});
afterAll(() => ground.close());
beforeEach(async () => {
  popup = await ground.popup(article);
  await popup.waitForSelector('button.term');
});
afterEach(() => closePopup(popup));

/** In a tab of its own the popup covers the page, and browsers let pages rest that nobody sees. */
async function letPageFollow(least: number): Promise<void> {
  if (KIND !== 'firefox') return;
  await article.bringToFront();
  await settledTerms(article, least);
  await popup.bringToFront();
}

test('the field has the focus, and says what it is', async () => {
  expect(await focused(popup)).toBe('search');
  expect(await popup.$('::-p-aria([role="searchbox"])')).not.toBeNull();
});

test('results come while typing; arrows choose, Enter opens, Escape goes back step by step', async () => {
  await popup.keyboard.type('workers p');
  await popup.waitForFunction(
    () => document.querySelector('.hit-term')?.textContent === "Workers' Party of Korea",
  );
  const all = await hits(popup);
  expect(await chosenHit(popup)).toBe(all[0]);
  await popup.keyboard.press('ArrowDown');
  expect(await chosenHit(popup)).toBe(all[1]);
  const active = await popup.$eval('input', (field) => field.getAttribute('aria-activedescendant'));
  expect(await popup.$eval('[aria-selected=true]', (option) => option.id)).toBe(active);
  await popup.keyboard.press('ArrowUp');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.card');
  expect(await text(popup, '.card h2')).toBe("Workers' Party of Korea");
  expect(await focused(popup)).toBe('opened-term');
  await popup.keyboard.press('Escape');
  await popup.waitForSelector('[role=listbox]');
  expect(await focused(popup)).toBe('search');
  expect(await chosenHit(popup)).toBe(all[0]);
  await popup.keyboard.press('Escape');
  await popup.waitForSelector('button.term');
  expect(await popup.$eval('input', (field) => field.value)).toBe('');
});

test('Enter pressed before the answer opens it as soon as it is there', async () => {
  await popup.evaluate(() => {
    const field = document.querySelector('input');
    if (field === null) return;
    field.value = 'KCNA';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await popup.waitForSelector('.card');
  expect(await text(popup, '.card h2')).toMatch(/KCNA|Korean Central News Agency/);
});

test('a card has its parts, safe links, and related terms that open in its place', async () => {
  await popup.keyboard.type('KCNA');
  await popup.waitForSelector('[role=option]');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.card');
  const links = await popup.$$eval('.card a', (all) =>
    all.map((link) => ({ protocol: link.protocol, rel: link.rel, target: link.target })),
  );
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    expect(link).toEqual({
      protocol: expect.stringMatching(/^https?:$/),
      rel: 'noopener noreferrer',
      target: '_blank',
    });
  }
  expect(await popup.$eval('.native', (name) => name.getAttribute('lang'))).toBe('ko');
  expect(await text(popup, '.origin')).toBe('North Korea in the news');
  const first = await text(popup, '.card h2');
  const related = await text(popup, '.related button');
  await popup.click('.related button');
  await popup.waitForFunction((old) => document.querySelector('.card h2')?.textContent !== old, {}, first);
  expect(await text(popup, '.card h2')).toBe(related);
  expect(await focused(popup)).toBe('opened-term');
  await popup.keyboard.press('Escape');
  await popup.waitForFunction((old) => document.querySelector('.card h2')?.textContent === old, {}, first);
});

test('where nothing is found, it says so, offers what comes near, and a way to add it', async () => {
  await popup.keyboard.type('pyongyangology');
  await popup.waitForFunction(() =>
    document.querySelector('.nothing')?.textContent?.includes('Nothing found for “pyongyangology”'),
  );
  expect((await hits(popup)).length).toBeGreaterThan(0);
  const add = await popup.$eval('a.add', (link) => link.getAttribute('href'));
  expect(requestOfHash(new URL(add ?? '', 'https://x.example').hash)).toMatchObject({
    add: { term: 'pyongyangology' },
  });
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.card');
});

test('what is only like a term can be added too, with the page as its source', async () => {
  await popup.keyboard.type('kcna');
  await popup.waitForFunction(
    () =>
      document.querySelector('.hit-term')?.textContent === 'KCNA' && document.querySelector('a.add') === null,
  );
  await popup.keyboard.type(' day');
  await popup.waitForFunction(() => document.querySelector('a.add')?.textContent?.includes('kcna day'));
  const href = await popup.$eval('a.add', (link) => link.href);
  expect(requestOfHash(new URL(href).hash)).toEqual({ add: { term: 'kcna day', url: article.url() } });
});

test('all hits can be scrolled to, and only those in view are in the document', async () => {
  await popup.keyboard.type('a');
  await popup.waitForFunction(
    () => Number(document.querySelector('[role=option]')?.getAttribute('aria-setsize')) > 100,
  );
  expect((await hits(popup)).length).toBeLessThan(40);
  for (let at = 0; at < 12; at++) await popup.keyboard.press('PageDown');
  await popup.waitForFunction(() => {
    const option = document.querySelector('[aria-selected=true]');
    const list = option?.closest('[role=listbox]')?.getBoundingClientRect();
    const box = option?.getBoundingClientRect();
    return (
      option?.getAttribute('aria-posinset') === '61' &&
      list !== undefined &&
      box !== undefined &&
      box.top >= list.top - 1 &&
      box.bottom <= list.bottom + 1
    );
  });
});

test('lists the terms of the page by glossary, and a click goes from mention to mention', async () => {
  expect(await text(popup, '.group h3')).toBe('North Korea in the news');
  await article.setViewport({ width: 800, height: 200 });
  const places = new Set<number>();
  for (let press = 0; press < 2; press++) {
    if (KIND === 'firefox') await popup.bringToFront();
    await (await control(popup, 'button', 'Pyongyang 2 times')).click();
    if (KIND === 'firefox') await article.bringToFront();
    await article.waitForFunction(
      (seen) => CSS.highlights.has('glossator-emphasis') && !seen.includes(scrollY),
      {},
      [...places],
    );
    places.add(await article.evaluate(() => scrollY));
  }
  expect(await popup.$('.trouble')).toBeNull();
});

test('follows the page while it is open', async () => {
  await article.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.id = 'late';
    paragraph.textContent = 'The National Intelligence Service and Rodong Sinmun.';
    document.querySelector('article')?.append(paragraph);
  });
  await letPageFollow(5);
  await popup.waitForFunction(() => document.body.textContent.includes('Rodong Sinmun'));
  await article.evaluate(() => document.querySelector('#late')?.remove());
});

test('a term can be hidden on its card, and shown again below the list', async () => {
  await (await control(popup, 'button', 'Explain Kim Jong Un')).click();
  await (await control(popup, 'button', 'Hide on pages')).click();
  await control(popup, 'button', 'Show on pages again');
  await (await control(popup, 'button', 'Back')).click();
  await popup.waitForSelector('.hidden-terms');
  expect(await popup.$$eval('button.term', (all) => all.map((one) => one.textContent))).not.toContainEqual(
    expect.stringContaining('Kim Jong Un'),
  );
  await popup.click('.hidden-terms summary');
  await (await control(popup, 'button', 'Show Kim Jong Un again')).click();
  await popup.waitForFunction(() => document.querySelector('.hidden-terms') === null);
  await letPageFollow(5);
  await control(popup, 'button', 'Explain Kim Jong Un');
});

test('the switches say what they cover, and the state of the page follows them', async () => {
  const host = new URL(ground.pages.origin).host;
  expect(await text(popup, '.this-site')).toContain(host);
  for (const [name, title] of [
    ['On this site', 'Off on this site'],
    ['Everywhere', 'Off everywhere'],
  ] as const) {
    expect(await isOn(popup, name)).toBe(true);
    await (await control(popup, 'switch', name)).click();
    await popup.waitForSelector(`::-p-aria([name="${title}"][role="heading"])`);
    expect(await isOn(popup, name)).toBe(false);
    await (await control(popup, 'switch', name)).click();
    await letPageFollow(5);
    await popup.waitForSelector('button.term');
    expect(await isOn(popup, name)).toBe(true);
  }
});

test('axe-core finds nothing in the list, the results and a card', async () => {
  expect(await axeFindings(popup)).toEqual([]);
  await popup.keyboard.type('kim');
  await popup.waitForSelector('[role=option]');
  expect(await axeFindings(popup)).toEqual([]);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.card');
  expect(await axeFindings(popup)).toEqual([]);
  await popup.keyboard.press('Escape');
  await popup.keyboard.type('zzzqqq');
  await popup.waitForSelector('.nothing');
  expect(await axeFindings(popup)).toEqual([]);
});
