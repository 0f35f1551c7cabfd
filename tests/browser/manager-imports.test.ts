import { afterAll, expect, test } from 'vitest';
import { dictionary } from '../glossary/files/made-dictionary.ts';
import { openManager } from './launch/manager-page.ts';

const { options, named, press, says, drop, dropTable, paste, saved, close } = await openManager();
afterAll(close);

test('a glossary is pasted as text, and seen before it is stored', async () => {
  await paste('term\tdefinition\nFrotz\tTo light up.\nYomin\tTo read minds.');
  await named('button', 'Import 2 entries');
  const shown = await options.$eval('.import-preview', (preview) => preview.textContent ?? '');
  expect(shown).toContain('To light up.');
  await press('button', 'Do not import');
  await options.waitForFunction(() => document.querySelector('.import-preview') === null);
});

test('what is no glossary is refused in words', async () => {
  await drop('picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await says('picture.svg cannot be imported: it is a picture (SVG). Nothing was changed.');
});

test('reading can be stopped', async () => {
  await dropTable('long.csv', 200_000, 'text');
  await options.waitForSelector('.reading');
  await options.$eval('.reading button', (button) => (button as HTMLElement).click());
  await options.waitForFunction(() => document.querySelector('.reading') === null);
  expect(await options.$('.import-preview')).toBeNull();
});

test('a Yomitan dictionary comes in, and goes out as cards for Anki', async () => {
  await drop('small.zip', dictionary());
  await press('button', 'Import 2 entries');
  await options.waitForSelector('[data-glossary=small-dictionary]');
  await press('button', 'Export Small dictionary');
  const cards = await saved('Anki');
  expect(cards).toMatch(/^#separator:tab\n/i);
  expect(cards).toMatch(/日本.*Japan/);
});

const STORED = () => {
  const found = document.querySelector('.reading .note')?.textContent ?? '';
  return !/ 0 entries/.test(found) && found !== '';
};

test('an import whose page goes away in the middle leaves nothing, and can be gone on with', async () => {
  const before = await options.$$eval('[data-glossary]', (rows) => rows.length);
  await dropTable('large.csv', 30_000, 'definition '.repeat(20));
  // Some of it is in the store by now.
  await options.waitForFunction(STORED);
  await options.evaluate(() => {
    document.body.replaceChildren();
    location.reload();
  });
  await options.waitForSelector('[aria-label="Go on with the import of large.csv"]');
  expect(await options.$$eval('[data-glossary]', (rows) => rows.length)).toBe(before);
  // By selector: right after the reload, Firefox finds nothing by name and role.
  await options.$eval('[aria-label="Go on with the import of large.csv"]', (button) =>
    (button as HTMLElement).click(),
  );
  await options.waitForSelector('.import-preview');
  await options.$eval('.import-preview > .row button', (button) => (button as HTMLElement).click());
  await says('30,000 entries imported');
  await options.waitForSelector('[data-glossary=large]');
  expect(await options.$eval('[data-glossary=large]', (row) => row.textContent)).toMatch(
    /30,000 entries · [\d.]+ MB/,
  );
});
