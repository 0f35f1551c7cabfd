import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, openGround } from './launch/ground.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let ground: Ground;
let options: Page;
beforeAll(async () => {
  ground = await openGround();
  options = await ground.ownPage('options.html');
  await options.waitForSelector('[data-glossary="north-korea"]');
});
afterAll(() => ground.close());

async function named(role: string, name: string, page = options): Promise<ElementHandle<Element>> {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  if (found === null) throw new Error(`There is no ${role} named ${name}.`);
  return found;
}

const press = async (role: string, name: string) => (await named(role, name)).click();
const type = async (role: string, name: string, text: string) => (await named(role, name)).type(text);
const says = (text: string) =>
  options.waitForFunction(
    (wanted) => document.querySelector('.notice')?.textContent?.includes(wanted),
    {},
    text,
  );
const order = () =>
  options.$$eval('[data-glossary]', (rows) => rows.map((row) => row.getAttribute('data-glossary')));
const orderIs = (ids: readonly string[]) =>
  options.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[data-glossary]')]
        .map((row) => row.getAttribute('data-glossary'))
        .join() === wanted,
    {},
    ids.join(),
  );
const ownTerms = () => options.$$eval('#own .entries bdi', (terms) => terms.map((term) => term.textContent));
const ownTermsAre = (terms: readonly string[]) =>
  options.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('#own .entries bdi')].map((term) => term.textContent).join('|') ===
      wanted,
    {},
    terms.join('|'),
  );

async function axe(): Promise<string[]> {
  await options.evaluate(AXE);
  return options.evaluate(async () => {
    const run = Reflect.get(window, 'axe') as {
      run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const { violations } = await run.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

test('glossaries change places by keyboard, and the focus stays on the button', async () => {
  const before = await order();
  const down = await options.waitForSelector(`[data-step="${before[0]} 1"]`);
  await down?.focus();
  await options.keyboard.press('Enter');
  await orderIs([before[1] ?? '', before[0] ?? '']);
  expect(await options.evaluate(() => document.activeElement?.getAttribute('data-step'))).toBe(
    `${before[0]} 1`,
  );
  await options.keyboard.press('Tab');
  await (await options.waitForSelector(`[data-step="${before[0]} -1"]`))?.focus();
  await options.keyboard.press(' ');
  await orderIs(before.map(String));
});

test('a glossary that is switched off marks nothing in an open page, until it is on again', async () => {
  const page = await ground.open({
    path: '/kcna.html',
    page: '<!doctype html><title>t</title><p id="p">The KCNA and the Rodong Sinmun wrote of the DPRK.</p>',
  });
  await settledTerms(page, 3);
  await options.bringToFront();
  const rows = await options.$$('[data-glossary] [role=switch]');
  for (const row of rows) await row.click();
  await page.bringToFront();
  await page.waitForFunction(
    () =>
      document.querySelectorAll('mark[data-glossator]').length === 0 &&
      [...CSS.highlights].every(([name, { size }]) => !name.startsWith('glossator') || size === 0),
  );
  await options.bringToFront();
  for (const row of rows) await row.click();
  await page.bringToFront();
  await settledTerms(page, 3);
  await page.close();
  await options.bringToFront();
});

test('a glossary can be dragged to another place', async () => {
  // Frames are drawn, and dragging goes on, only in the tab in front.
  await options.bringToFront();
  const before = await order();
  const [first, second] = await options.$$('[data-glossary]');
  const fire = (row: ElementHandle<Element> | undefined, type: string) =>
    row?.evaluate((element, name) => {
      const dataTransfer = new DataTransfer();
      element.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }));
    }, type);
  await fire(first, 'dragstart');
  await fire(second, 'dragover');
  await fire(first, 'drop');
  await fire(first, 'dragend');
  await orderIs(before.toReversed().map(String));
  await (await options.waitForSelector(`[data-step="${before[0]} -1"]`))?.click();
  await orderIs(before.map(String));
});

test('built-in glossaries cannot be removed', async () => {
  expect(await options.$$('[aria-label^="Remove North Korea"]')).toEqual([]);
});

test('a term is written by keyboard alone, tried, saved, and marked in an open page', async () => {
  const page = await ground.open({
    path: '/quux.html',
    page: '<!doctype html><title>t</title><p id="p">The Quuxian committee met. Quuxians again.</p>',
  });
  await options.bringToFront();
  await (await named('button', 'New term')).focus();
  await options.keyboard.press('Enter');
  await named('textbox', 'Term');
  await options.keyboard.type('Quuxian');
  await options.keyboard.press('Tab');
  await options.keyboard.type('Of or from Quux.');
  await options.keyboard.down('Control');
  await options.keyboard.press('Enter');
  await options.keyboard.up('Control');
  await says('Quuxian is saved.');
  await ownTermsAre(['Quuxian']);
  expect((await order())[0]).toBe('own');
  await page.bringToFront();
  const terms = await settledTerms(page, 2);
  expect(terms.map(({ text }) => text)).toEqual(['Quuxian', 'Quuxians']);
  await page.close();
  await options.bringToFront();
});

test('what is wrong is said at its field and nothing is stored', async () => {
  await press('button', 'New term');
  await press('button', 'Save');
  await options.waitForFunction(() => document.querySelectorAll('.editor .problem:not(:empty)').length === 2);
  await press('button', 'Cancel');
  expect(await ownTerms()).toEqual(['Quuxian']);
});

test('the preview shows the card and what would be marked, with warnings', async () => {
  await press('button', 'New term');
  await type('textbox', 'Term', 'the');
  await type('textbox', 'Definition', 'An article.');
  await options.waitForSelector('[data-hint=common]');
  await press('button', 'Add a form');
  await type('textbox', 'Form 1', 'DPRK');
  await options.waitForFunction(() =>
    document.querySelector('[data-hint=ambiguous]')?.textContent?.includes('North Korea in the news'),
  );
  await type('textbox', 'Try it in a sentence', 'What the DPRK said.');
  await options.waitForFunction(
    () => [...document.querySelectorAll('.tried mark')].map((mark) => mark.textContent).join() === 'the,DPRK',
  );
  expect(await options.$eval('.card .definition', (card) => card.textContent)).toBe('An article.');
  expect(await axe()).toEqual([]);
});

test('what is being written survives a reload, and can be given up and taken back', async () => {
  await options.waitForFunction(async () => {
    const { browser } = window as unknown as { browser?: unknown };
    const area = (Reflect.get(window, 'chrome') ?? browser) as {
      storage: { local: { get(key: null): Promise<Record<string, unknown>> } };
    };
    return JSON.stringify(await area.storage.local.get(null)).includes('What the DPRK said.');
  });
  // The old document must not be taken for the new one.
  await options.evaluate(() => {
    document.body.replaceChildren();
    location.reload();
  });
  await options.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('.editor textarea')?.value === 'An article.',
  );
  // By selector: right after the reload, Firefox finds nothing by name and role.
  await options.$eval('.editor > .row .quiet', (cancel) => (cancel as HTMLElement).click());
  await says('is discarded');
  await options.$eval('.notice button', (undo) => (undo as HTMLElement).click());
  await options.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('.editor textarea')?.value === 'An article.',
  );
  await options.$eval('.editor > .row .quiet', (cancel) => (cancel as HTMLElement).click());
});

test('a term can be duplicated, changed, deleted, and brought back', async () => {
  await press('button', 'Duplicate Quuxian');
  const term = await named('textbox', 'Term');
  await term.click({ count: 3 });
  await options.keyboard.type('Frobnic');
  await press('button', 'Save');
  await ownTermsAre(['Frobnic', 'Quuxian']);
  await press('button', 'Delete Frobnic');
  await ownTermsAre(['Quuxian']);
  await press('button', 'Undo');
  await ownTermsAre(['Frobnic', 'Quuxian']);
  await press('button', 'Edit Frobnic');
  await type('textbox', 'Definition', ' More.');
  await press('button', 'Save');
  await options.waitForFunction(() =>
    [...document.querySelectorAll('#own .entries .note')].some((note) => note.textContent?.endsWith('More.')),
  );
});

test('the entries of a glossary can be searched; only those in view are in the document', async () => {
  await press('button', 'Entries of North Korea in the news');
  await options.waitForSelector('.browse .entries li');
  expect(await options.$$eval('.browse .entries li', (rows) => rows.length)).toBeLessThan(20);
  const search = await options.waitForSelector('.browse input[type=search]');
  await search?.type('KCNA');
  await options.waitForFunction(() => document.querySelector('.browse .entries bdi')?.textContent === 'KCNA');
  await press('button', 'Close');
});
