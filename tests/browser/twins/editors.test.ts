import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chord } from '../launch/chord.ts';
import { drawnTerms } from '../launch/drawn-terms.ts';
import { type Ground, openGround } from '../launch/ground.ts';
import { paintAs } from '../launch/paint-as.ts';
import { openPlain } from '../painting/bench-page.ts';
import { editorsScript } from './bundle.ts';

/** Editors as they are shipped, beside the same without the extension. */
const EDITORS = { code: 'CodeMirror', prose: 'ProseMirror', lines: 'Monaco' } as const;
type Editor = keyof typeof EDITORS;
const NAMES = Object.keys(EDITORS) as Editor[];

interface Account {
  /** The text as the editor draws it, and what is in fields that take the keys. */
  readonly drawn: string;
  readonly typed: readonly string[];
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
  const { code, style: sheet } = await script;
  ground.pages.put('/e.js', code);
  ground.pages.put('/e.css', sheet);
  const style = '#prose{white-space:pre-wrap}#lines{width:400px;height:80px}';
  const body = `<p>The DPRK.</p>${NAMES.map((name) => `<div id="${name}"></div>`).join('')}<p id="end"></p>`;
  const address = ground.pages.put(
    '/editors.html',
    `<!doctype html><title>News</title><link rel="stylesheet" href="/e.css"><style>${style}</style>
    <body>${body}<script src="/e.js"></script>`,
  );
  const open = async ({ browser }: { readonly browser: Browser }): Promise<Page> => {
    const opened = await browser.newPage();
    await opened.goto(address, { waitUntil: 'load' });
    return opened;
  };
  const [ours, twin] = await Promise.all([open(ground), open({ browser: plain })]);
  page = ours;
  await untilDrawn(['DPRK']);
  for (const editor of NAMES)
    [accounts.twins[editor], accounts.ours[editor]] = await Promise.all([
      write(twin, editor),
      write(page, editor),
    ]);
});
afterAll(() => Promise.all([ground.close(), plain.close()]));

/** What the extension has read up to now is drawn. */
async function untilDrawn(wanted: readonly string[]): Promise<void> {
  const texts = async () => (await drawnTerms(page)).map(({ text }) => text);
  await vi.waitFor(async () => expect(await texts()).toEqual(wanted), { timeout: 20_000, interval: 100 });
}

/** Types into the last line of an editor, goes back and mends a word, then copies everything. */
async function write(at: Page, editor: Editor): Promise<Account> {
  await at.evaluate((name) => {
    Object.assign(window, { copied: undefined });
    addEventListener('copy', ({ clipboardData }) => {
      const taken = ['text/plain', 'text/html'].map((type) => clipboardData?.getData(type));
      Object.assign(window, { copied: taken });
    });
    Reflect.get(window, 'twin').editors[name].goToEnd();
  }, editor);
  await at.keyboard.type(' Then the WPKK met.');
  for (let step = 0; step < 5; step++) await at.keyboard.press('ArrowLeft');
  await at.keyboard.press('Backspace');
  if (at === page) await untilRead(editor);
  await chord(at, 'Control', 'a');
  await at.waitForFunction((name) => Reflect.get(window, 'twin').editors[name].isSelected(), {}, editor);
  await chord(at, 'Control', 'c');
  await at.waitForFunction('window.copied !== undefined');
  return at.evaluate(async (name) => {
    // Monaco draws in the frame after what was typed.
    for (let n = 0; n < 2; n++) await new Promise((next) => requestAnimationFrame(next));
    const editor = document.getElementById(name);
    const drawn = editor?.querySelector('.view-lines') ?? editor;
    return {
      drawn: drawn?.innerHTML ?? '',
      typed: [...(editor?.querySelectorAll('textarea') ?? [])].map(({ value }) => value),
      copied: Reflect.get(window, 'copied'),
      saved: Reflect.get(window, 'twin').editors[name].saved(),
      selected: String(document.getSelection()),
    };
  }, editor);
}

/** A paragraph that comes after the typing is drawn: so is whatever of the typing would be. */
async function untilRead(editor: Editor): Promise<void> {
  await page.$eval('#end', (end, name) => Object.assign(end, { textContent: `KCNA: ${name}.` }), editor);
  await untilDrawn(['DPRK', 'KCNA']);
}

describe.each(NAMES.map((editor) => ({ editor, name: EDITORS[editor] })))('in $name', ({ editor }) => {
  test('what is typed, saved and copied is what it is without the extension', () => {
    expect(accounts.ours[editor]).toEqual(accounts.twins[editor]);
    expect(accounts.ours[editor]?.drawn).toContain('WPK');
    expect(String(accounts.ours[editor]?.saved)).toContain('Then the WPK met.');
    expect(String(accounts.ours[editor]?.copied)).toContain('Then the WPK met.');
  });

  test('nothing is of ours', async () => {
    const whole = await page.$eval(`#${editor}`, ({ innerHTML }) => innerHTML);
    expect(whole + JSON.stringify(accounts.ours[editor])).not.toMatch(/glossator|<mark/i);
  });
});
