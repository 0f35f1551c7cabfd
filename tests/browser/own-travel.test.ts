import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ground, openGround } from './launch/ground.ts';
import { bringItems, callOnlyPage, named, travellingItems } from './launch/own-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let grounds: readonly Ground[];
let home: Page;
let work: Page;
beforeAll(async () => {
  const opened = [await openGround(), await openGround()] as const;
  grounds = opened;
  [home, work] = await Promise.all([opened[0].ownPage('options.html'), opened[1].ownPage('options.html')]);
  await Promise.all([home, work].map((page) => page.waitForSelector('[data-travel]')));
});
afterAll(() => Promise.all(grounds.map((ground) => ground.close())));

const termsAre = (page: Page, terms: readonly string[]) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('#own .entries li')]
        .map((row) => `${row.querySelector('bdi')?.textContent}: ${row.querySelector('.note')?.textContent}`)
        .sort()
        .join('|') === wanted,
    {},
    terms.join('|'),
  );
const travelIs = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector('[data-travel]')?.getAttribute('data-travel') === wanted &&
      /travels? with you/.test(document.querySelector('[data-travel]')?.textContent ?? ''),
    {},
    String(count),
  );

/** Writes a term with the keyboard alone, as somebody without a mouse does. */
async function write(page: Page, term: string, definition: string): Promise<void> {
  await page.bringToFront();
  await (await named(page, 'button', 'New term')).focus();
  await page.keyboard.press('Enter');
  await named(page, 'textbox', 'Term');
  await page.keyboard.type(term);
  await page.keyboard.press('Tab');
  await page.keyboard.type(definition);
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await named(page, 'button', 'New term');
}

async function define(page: Page, term: string, definition: string): Promise<void> {
  await (await named(page, 'button', `Edit ${term}`)).click();
  await (await named(page, 'textbox', 'Definition')).focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(definition);
  await (await named(page, 'button', 'Save')).click();
  await named(page, 'button', 'New term');
}

test('a selection brings its sentence, also where the page has no paragraphs', async () => {
  const [ground] = grounds;
  const page = await ground?.open({
    path: '/flat.html',
    page: '<!doctype html><title>News</title><div>First. The <b id="b">Blorb</b> met today. Last.</div>',
  });
  if (page === undefined) throw new Error('No page.');
  await page.waitForFunction(() => document.readyState === 'complete');
  await page.evaluate(() => {
    const word = document.querySelector('#b');
    if (word !== null) getSelection()?.selectAllChildren(word);
  });
  await home.waitForFunction(() => document.readyState === 'complete');
  expect(await callOnlyPage(home, 'sentence')).toBe('The Blorb met today.');
  await page.close();
  await home.bringToFront();
});

test('two profiles that were apart have everything once the browser has carried it over', async () => {
  await write(home, 'Homely', 'Written at home.');
  await write(work, 'Worker', 'Written at work.');
  await Promise.all([travelIs(home, 1), travelIs(work, 1)]);
  await bringItems(work, await travellingItems(home));
  const all = ['Homely: Written at home.', 'Worker: Written at work.'];
  await termsAre(work, all);
  await travelIs(work, 2);
  await bringItems(home, await travellingItems(work));
  await termsAre(home, all);
  await travelIs(home, 2);
});

test('the last word on a term holds on both, and what was deleted stays away', async () => {
  await define(home, 'Worker', 'Changed at home.');
  await (await named(home, 'button', 'Delete Homely')).click();
  await termsAre(home, ['Worker: Changed at home.']);
  await travelIs(home, 1);
  await define(work, 'Worker', 'Changed at work, later.');
  await termsAre(work, ['Homely: Written at home.', 'Worker: Changed at work, later.']);
  await bringItems(work, await travellingItems(home));
  const left = ['Worker: Changed at work, later.'];
  await termsAre(work, left);
  await travelIs(work, 1);
  await bringItems(home, await travellingItems(work));
  await termsAre(home, left);
});

test('more terms than the browser takes: it is said how many travel, all are here, and can be saved', async () => {
  await home.bringToFront();
  const glossary = {
    format: 1,
    id: 'own',
    title: 'My terms',
    entries: Array.from({ length: 900 }, (_, at) => ({
      id: `many-${at}`,
      term: `Many ${at}`,
      definition: Array.from({ length: 24 }, (__, word) =>
        ((at * 7919 + word * 104_729) % 36 ** 5).toString(36),
      ).join(' '),
    })),
  };
  await home.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'many.glossary.json'));
    const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector('.import')?.dispatchEvent(drop);
  }, JSON.stringify(glossary));
  await (await named(home, 'button', 'Import 900 entries')).click();
  await named(home, 'button', 'Save all of them to a file');
  const said = await home.$eval('[data-travel]', (status) => status.textContent ?? '');
  expect(said).toMatch(/^\d{3} of your 901 terms travel with you.*All 901 are safe on this machine\.$/);
  await home.evaluate(AXE);
  const violations = await home.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as {
      run(where: string): Promise<{ violations: { id: string }[] }>;
    };
    return (await axe.run('#own')).violations.map(({ id }) => id);
  });
  expect(violations).toEqual([]);
});

test('on a machine where it is turned off, terms neither go nor come', async () => {
  await work.bringToFront();
  await (await named(work, 'switch', 'My terms follow me to my other browsers')).focus();
  await work.keyboard.press(' ');
  await work.waitForSelector('[data-travel=off]');
  const before = await travellingItems(work);
  await write(work, 'Private', 'Stays here.');
  await termsAre(work, ['Private: Stays here.', 'Worker: Changed at work, later.']);
  expect(await travellingItems(work)).toEqual(before);
});
