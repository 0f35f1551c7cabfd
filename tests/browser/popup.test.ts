import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { ROOT } from './launch/open-browser.ts';

let ground: Ground;
let article: Page;
let popup: Page;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe-core finds, as rule and element. */
async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as typeof import('axe-core') & { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent.trim());
const names = (page: Page) =>
  page.$$eval('[role=option] .hit-term', (terms) => terms.map((term) => term.textContent));
const selected = (page: Page) =>
  page.$eval('[role=option][aria-selected=true] .hit-term', (term) => term.textContent);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('type') ?? document.activeElement?.id);

/** A control as assistive technology finds it. */
async function control(page: Page, role: string, name: string) {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  if (found === null) throw new Error(`There is no ${role} “${name}”.`);
  return found;
}
const isOn = async (name: string) =>
  (await control(popup, 'switch', name)).evaluate(
    (element) => element.getAttribute('aria-checked') === 'true',
  );

/** In a tab of its own the popup covers the page, and browsers let pages rest that nobody sees. */
async function letPageFollow(least: number): Promise<void> {
  if (KIND !== 'firefox') return;
  await article.bringToFront();
  await settledTerms(article, least);
  await popup.bringToFront();
}

/** The real popup goes with its tab; a popup in a tab of its own has to be closed. */
async function closePopup(): Promise<void> {
  if (!popup.isClosed()) await popup.close();
}

describe('about an article', () => {
  beforeAll(async () => {
    article = await ground.open('article.html');
    await settledTerms(article, 5);
  });
  afterAll(() => article.close());
  beforeEach(async () => {
    popup = await ground.popup(article);
    await popup.waitForSelector('button.term');
  });
  afterEach(closePopup);

  test('the field has the focus, and says what it is', async () => {
    expect(await focused(popup)).toBe('search');
    expect(await popup.$('::-p-aria([role="searchbox"])')).not.toBeNull();
  });

  test('results come while typing; arrows choose, Enter opens, Escape goes back step by step', async () => {
    await popup.keyboard.type('workers p');
    await popup.waitForFunction(
      () => document.querySelector('.hit-term')?.textContent === "Workers' Party of Korea",
    );
    const all = await names(popup);
    expect(await selected(popup)).toBe(all[0]);
    await popup.keyboard.press('ArrowDown');
    expect(await selected(popup)).toBe(all[1]);
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
    expect(await selected(popup)).toBe(all[0]);
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
    await popup.waitForSelector('.nothing');
    expect(await text(popup, '.nothing')).toContain('Nothing found for “pyongyangology”');
    expect((await names(popup)).length).toBeGreaterThan(0);
    const add = await popup.$eval('a.add', (link) => link.getAttribute('href'));
    expect(add).toBe('/options.html#add=pyongyangology');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.card');
  });

  test('all hits can be scrolled to, and only those in view are in the document', async () => {
    await popup.keyboard.type('a');
    await popup.waitForFunction(
      () => Number(document.querySelector('[role=option]')?.getAttribute('aria-setsize')) > 100,
    );
    expect((await names(popup)).length).toBeLessThan(40);
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
      expect(await isOn(name)).toBe(true);
      await (await control(popup, 'switch', name)).click();
      await popup.waitForSelector(`::-p-aria([name="${title}"][role="heading"])`);
      expect(await isOn(name)).toBe(false);
      await (await control(popup, 'switch', name)).click();
      await letPageFollow(5);
      await popup.waitForSelector('button.term');
      expect(await isOn(name)).toBe(true);
    }
  });

  test('axe-core finds nothing in the list, the results and a card', async () => {
    expect(await complaints(popup)).toEqual([]);
    await popup.keyboard.type('kim');
    await popup.waitForSelector('[role=option]');
    expect(await complaints(popup)).toEqual([]);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.card');
    expect(await complaints(popup)).toEqual([]);
    await popup.keyboard.press('Escape');
    await popup.keyboard.type('zzzqqq');
    await popup.waitForSelector('.nothing');
    expect(await complaints(popup)).toEqual([]);
  });
});

describe('about other pages', () => {
  test('where no extension may run, it says so; the search works', async () => {
    const page = await ground.open('about:blank');
    popup = await ground.popup(page);
    await popup.waitForSelector('::-p-aria([name="Not on this page"][role="heading"])');
    const site = await control(popup, 'switch', 'On this site');
    expect(await site.evaluate((element) => (element as HTMLButtonElement).disabled)).toBe(true);
    expect(await complaints(popup)).toEqual([]);
    await popup.focus('input');
    await popup.keyboard.type('dprk');
    await popup.waitForSelector('[role=option]');
    await closePopup();
    await page.close();
  });

  test('a page without terms has none', async () => {
    const page = await ground.open({
      path: '/plain.html',
      page: '<!doctype html><title>P</title><p>Nothing to see.</p>',
    });
    popup = await ground.popup(page);
    await popup.waitForSelector('::-p-aria([name="No terms here"][role="heading"])');
    await closePopup();
    await page.close();
  });

  test('a page whose author wants no glossary can be told from one without terms', async () => {
    const page = await ground.open({
      path: '/away.html',
      page: '<!doctype html><meta name="glossator" content="off"><title>P</title><p>The DPRK.</p>',
    });
    popup = await ground.popup(page);
    await popup.waitForSelector('::-p-aria([name="Not started on this page"][role="heading"])');
    await closePopup();
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
    popup = await ground.popup(page);
    await (await control(popup, 'button', 'KCNA once')).click();
    const inFrame = page.frames().find((one) => one.url() === frame);
    await inFrame?.waitForFunction(() => CSS.highlights.has('glossator-emphasis'));
    expect(await text(popup, '.on-page')).toMatch(/DPRK\s*2/);
    await closePopup();
    await page.close();
  });

  test('a query can stand in the address', async () => {
    popup = await ground.ownPage('popup.html?search=kcna');
    await popup.waitForSelector('[role=option]');
    expect(await popup.$eval('input', (field) => field.value)).toBe('kcna');
    await closePopup();
  });
});
