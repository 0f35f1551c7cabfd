import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, openGround } from './launch/ground.ts';

let ground: Ground;
let options: Page;
beforeAll(async () => {
  ground = await openGround();
  options = await ground.ownPage('options.html');
  await options.waitForSelector('#backup');
});
afterAll(() => ground.close());

const byName = (page: Page, role: string, name: string) =>
  page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);

async function press(role: string, name: string): Promise<void> {
  await options.bringToFront();
  await (await byName(options, role, name))?.click();
}

const none = () =>
  document.querySelectorAll('mark[data-glossator]').length === 0 &&
  ![...CSS.highlights.keys()].some((name) => name.startsWith('glossator'));

test('a rule takes effect at once in an open page, and so does taking it back', async () => {
  const page = await ground.open('article.html');
  await settledTerms(page, 5);
  await options.bringToFront();
  const field = await byName(options, 'textbox', 'Site or page');
  await field?.type('127.0.0.1');
  await options.keyboard.press('Enter');
  await options.waitForSelector('.rules [role=switch]');
  await page.bringToFront();
  await page.waitForFunction(none);
  await press('button', 'Remove the rule for 127.0.0.1');
  await page.bringToFront();
  await settledTerms(page, 5);
  await page.close();
});

test('a broken rule is refused with a reason and nothing is stored', async () => {
  await options.bringToFront();
  const field = await byName(options, 'textbox', 'Site or page');
  await field?.type('ex*mple.com');
  await options.keyboard.press('Enter');
  await options.waitForFunction(() =>
    document.querySelector('form .problem')?.textContent?.includes('* can only stand first'),
  );
  expect(await options.$('.rules [role=switch]')).toBeNull();
  await field?.evaluate((input) => {
    (input as HTMLInputElement).value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
});

test('the address tried says whether it is on and which rule decides', async () => {
  const field = await byName(options, 'textbox', 'Try an address');
  await field?.type('https://example.com/a');
  await options.waitForFunction(
    () => document.querySelector('.verdict')?.textContent === 'On: no rule covers it',
  );
  expect(await options.$eval('.verdict', (output) => output.textContent)).toContain('On');
});

test('ink can be forced, and marks too', async () => {
  const page = await ground.open('article.html');
  await settledTerms(page, 5);
  await press('radio', 'Always as ink, without touching the page');
  await page.bringToFront();
  await page.waitForFunction(() => document.querySelectorAll('mark[data-glossator]').length === 0);
  expect((await settledTerms(page, 5)).every(({ painter }) => painter === 'ink')).toBe(true);
  await press('radio', 'Always as marks in the text');
  await page.bringToFront();
  await page.waitForFunction(() => document.querySelectorAll('mark[data-glossator]').length > 5);
  await press('radio', 'As suits the page (recommended)');
  await page.close();
});

test('everything can be reset, and the reset undone', async () => {
  await press('radio', 'Wavy');
  await press('button', 'Reset all settings');
  await options.waitForFunction(() =>
    document.querySelector('[role=status]')?.textContent?.includes('as they were at first'),
  );
  await options.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#looks input[type=radio]')?.checked === true,
  );
  await press('button', 'Undo');
  await options.waitForFunction(
    () => document.querySelectorAll<HTMLInputElement>('#looks fieldset input')[3]?.checked === true,
  );
  await press('button', 'Reset all settings');
});

/** Higher (CSS px) than one line of a title, lower than two. */
const ONE_LINE = 32;

test('on a narrow screen, titles have most of a line, and nothing stands out of the page', async () => {
  const viewport = options.viewport();
  await options.setViewport({ width: 320, height: 700 });
  await options.waitForSelector('[data-glossary] .switch-words');
  const { over, narrow } = await options.evaluate((oneLine) => {
    const titles = document.querySelectorAll('[data-glossary] .switch-words, label.line > .label');
    const widthOf = (element: Element | null) => element?.getBoundingClientRect().width ?? 0;
    const squeezed = (title: Element) =>
      widthOf(title) < 0.6 * widthOf(title.closest('.line, .glossary')) && title.clientHeight > oneLine;
    return {
      over: document.documentElement.scrollWidth - innerWidth,
      narrow: [...titles].filter(squeezed).map(({ textContent }) => textContent),
    };
  }, ONE_LINE);
  await options.setViewport(viewport);
  expect(narrow).toEqual([]);
  expect(over).toBeLessThanOrEqual(0);
});
