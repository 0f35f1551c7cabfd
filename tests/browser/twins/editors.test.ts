import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chord } from '../launch/chord.ts';
import { drawnTerms } from '../launch/drawn-terms.ts';
import { type Ground, openGround } from '../launch/ground.ts';
import { paintAs } from '../launch/paint-as.ts';
import { openPlain } from '../painting/bench-page.ts';
import { editorsScript } from './bundle.ts';

/** Editors as they are shipped, beside the same without the extension. */
const EDITORS = { code: '.cm-content', prose: '.ProseMirror' } as const;
type Editor = keyof typeof EDITORS;

interface Account {
  readonly dom: string;
  readonly copied: unknown;
  readonly saved: unknown;
  readonly selected: string;
}

let ground: Ground;
let plain: Browser;
let page: Page;
const accounts: Record<'ours' | 'twins', Partial<Record<Editor, Account>>> = { ours: {}, twins: {} };

beforeAll(async () => {
  const script = editorsScript();
  [ground, plain] = await Promise.all([openGround(), openPlain()]);
  await paintAs(ground, 'marks');
  ground.pages.put('/e.js', await script);
  const body =
    '<p>The DPRK.</p><div id="code"></div><div id="prose" style="white-space:pre-wrap"></div><p id="end"></p>';
  const address = ground.pages.put(
    '/editors.html',
    `<!doctype html><title>News</title><body>${body}<script src="/e.js"></script>`,
  );
  page = await ground.browser.newPage();
  const twin = await plain.newPage();
  for (const one of [page, twin]) await one.goto(address, { waitUntil: 'load' });
  await untilDrawn(['DPRK']);
  for (const editor of ['code', 'prose'] as const) {
    accounts.twins[editor] = await write(twin, editor);
    accounts.ours[editor] = await write(page, editor);
  }
});
afterAll(() => Promise.all([ground.close(), plain.close()]));

/** What the extension has read up to now is drawn. */
async function untilDrawn(wanted: readonly string[]): Promise<void> {
  const texts = async () => (await drawnTerms(page)).map(({ text }) => text);
  await vi.waitFor(async () => expect(await texts()).toEqual(wanted), { timeout: 20_000, interval: 100 });
}

/** Types into the last line of an editor, goes back and mends a word, then copies everything. */
async function write(at: Page, editor: Editor): Promise<Account> {
  await at.evaluate((place) => {
    Object.assign(window, { copied: undefined });
    addEventListener('copy', ({ clipboardData }) => {
      const taken = ['text/plain', 'text/html'].map((type) => clipboardData?.getData(type));
      Object.assign(window, { copied: taken });
    });
    document.querySelector<HTMLElement>(place)?.focus();
    const last = document.querySelector(place)?.lastElementChild;
    if (last) document.getSelection()?.selectAllChildren(last);
    document.getSelection()?.collapseToEnd();
  }, EDITORS[editor]);
  await at.keyboard.type(' Then the WPKK met.');
  for (let step = 0; step < 5; step++) await at.keyboard.press('ArrowLeft');
  await at.keyboard.press('Backspace');
  if (at === page) await untilRead(editor);
  await chord(at, 'Control', 'a');
  await at.waitForFunction((name) => Reflect.get(window, 'twin').isSelected()[name], {}, editor);
  await chord(at, 'Control', 'c');
  await at.waitForFunction('window.copied !== undefined');
  return at.evaluate(
    (place) => ({
      dom: document.querySelector(place)?.parentElement?.outerHTML ?? '',
      copied: Reflect.get(window, 'copied'),
      saved: Reflect.get(window, 'twin').saved(),
      selected: String(document.getSelection()),
    }),
    EDITORS[editor],
  );
}

/** A paragraph that comes after the typing is drawn: so is whatever of the typing would be. */
async function untilRead(editor: Editor): Promise<void> {
  await page.$eval('#end', (end, name) => Object.assign(end, { textContent: `KCNA: ${name}.` }), editor);
  await untilDrawn(['DPRK', 'KCNA']);
}

describe.each(Object.keys(EDITORS) as Editor[])('in an editor for %s', (editor) => {
  test('what is typed, saved and copied is what it is without the extension', () => {
    expect(accounts.ours[editor]).toEqual(accounts.twins[editor]);
    expect(String(accounts.ours[editor]?.saved)).toContain('Then the WPK met.');
    expect(String(accounts.ours[editor]?.copied)).toContain('Then the WPK met.');
  });

  test('nothing is of ours', () => {
    expect(JSON.stringify(accounts.ours[editor])).not.toMatch(/glossator|<mark/i);
  });
});
