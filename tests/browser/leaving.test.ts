import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chord } from './launch/chord.ts';
import { drawnTerms, settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { paintAs } from './launch/paint-as.ts';

/** What leaves a page carries nothing of ours, and where one types nothing of ours is. */

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
  await paintAs(ground, 'marks');
});
afterAll(() => ground.close());

const open = (body: string, head = ''): Promise<Page> =>
  ground.open({
    path: '/leaving.html',
    page: `<!doctype html><title>News</title>${head}<body style="margin:60px;font:18px serif">${body}`,
  });
const OURS = /glossator|<mark/i;

/** A page where every term has become a mark. */
async function marked(body: string): Promise<Page> {
  const page = await open(body);
  await page.waitForFunction(() => document.querySelectorAll('mark[data-glossator]').length >= 2, {
    timeout: 20_000,
  });
  return page;
}

const SAID = '<p id="p">The DPRK spoke to KCNA.</p>';

describe('clean copies', () => {
  test('of what is copied and pasted', async () => {
    const page = await marked(`${SAID}<div id="e" contenteditable style="min-height:3em"></div>`);
    await page.evaluate(() => {
      addEventListener('copy', () => {
        const selected = document.getSelection()?.getRangeAt(0).cloneContents();
        const box = document.createElement('div');
        box.append(selected ?? '');
        Object.assign(window, { copied: box.innerHTML });
      });
      const paragraph = document.querySelector('#p');
      if (paragraph) document.getSelection()?.selectAllChildren(paragraph);
    });
    await chord(page, 'Control', 'c');
    await page.waitForFunction('window.copied !== undefined');
    expect(await page.evaluate('copied')).toBe('The DPRK spoke to KCNA.');
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('The DPRK spoke to KCNA.');
    await page.$eval('#e', (editor) => (editor as HTMLElement).focus());
    await chord(page, 'Control', 'v');
    await page.waitForFunction(() => document.querySelector('#e')?.textContent?.includes('KCNA') === true);
    expect(await page.$eval('#e', (editor) => editor.innerHTML)).not.toMatch(OURS);
    await page.close();
  });

  test('of what the mouse selects, before it is dragged away', async () => {
    const page = await marked(SAID);
    await page.evaluate(() => {
      addEventListener('dragstart', ({ dataTransfer }) => {
        Object.assign(window, { dragged: dataTransfer?.getData('text/html') ?? '' });
      });
    });
    const box = await page.$eval('#p', (p) => p.getBoundingClientRect().toJSON());
    await page.mouse.click(box.x + 60, box.y + 10, { count: 3 });
    await page.waitForFunction(() => document.querySelector('#p mark') === null);
    expect(await page.evaluate(() => document.getSelection()?.toString().trim())).toBe(
      'The DPRK spoke to KCNA.',
    );
    await page.mouse.move(box.x + 60, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 60, { steps: 8 });
    await page.waitForFunction('window.dragged !== undefined');
    expect(await page.evaluate('dragged')).not.toMatch(OURS);
    await page.mouse.up();
    await page.close();
  });

  test('of a word that is selected by a double click, and stays selected', async () => {
    const page = await marked(SAID);
    const names = () =>
      document
        .querySelector('#p mark')
        ?.getAttributeNames()
        .filter((name) => name !== 'style');
    expect(await page.evaluate(names)).toEqual(['data-glossator']);
    const [, second] = await page.$$('#p mark');
    const box = await second?.boundingBox();
    if (!box) throw new Error('The second term has no mark.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { count: 2 });
    await page.waitForFunction(() => document.querySelector('#p mark') === null);
    expect(await page.evaluate(() => document.getSelection()?.toString().trim())).toBe('KCNA');
    await page.close();
  });

  test('of what is saved and printed by the keyboard', async () => {
    const page = await marked(SAID);
    // The browser’s own dialogue is not wanted here.
    await page.evaluate(() => {
      addEventListener('keydown', (event) => {
        event.preventDefault();
        Object.assign(window, { seen: document.querySelector('#p')?.outerHTML });
      });
    });
    for (const key of ['s', 'p'] as const) {
      await page.waitForSelector('#p mark');
      await chord(page, 'Control', key);
      expect(await page.evaluate('seen')).toBe(SAID);
    }
    await page.close();
  });

  test.runIf(KIND === 'chromium')('on paper', async () => {
    const page = await marked(SAID);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const { textDecorationLine } = getComputedStyle(
          document.querySelector('#p') ?? document.body,
          '::highlight(glossator)',
        );
        Object.assign(window, { paper: [document.querySelector('#p')?.outerHTML, textDecorationLine] });
      });
    });
    await page.pdf();
    expect((await page.evaluate('paper')) as string[]).toContain(SAID);
    await page.emulateMediaType('print');
    const line = () =>
      getComputedStyle(document.querySelector('#p') ?? document.body, '::highlight(glossator)')
        .textDecorationLine;
    expect(await page.evaluate(line)).toBe('none');
    await page.close();
  });
});

/** What people type in, with text that must stay as it is. */
const EDITORS: readonly (readonly [name: string, body: string])[] = [
  ['contenteditable', '<div contenteditable="true"><p>DPRK</p></div>'],
  ['plaintext-only', '<div contenteditable="plaintext-only">DPRK</div>'],
  ['textbox', '<div role="textbox" tabindex="0">DPRK</div>'],
  [
    'CodeMirror 5',
    '<div class="CodeMirror"><textarea></textarea><div class="CodeMirror-lines"><pre class="CodeMirror-line"><span>DPRK</span></pre><div>WPK</div></div></div>',
  ],
  [
    'CodeMirror 6',
    '<div class="cm-editor"><div class="cm-scroller"><div class="cm-gutters">WPK</div><div class="cm-content" contenteditable="true"><div class="cm-line">DPRK</div></div></div></div>',
  ],
  [
    'Monaco',
    '<div class="monaco-editor"><textarea></textarea><div class="view-lines"><div class="view-line"><span><span class="mtk1">DPRK</span></span></div></div></div>',
  ],
  ['ProseMirror', '<div class="ProseMirror" contenteditable="true"><p>DPRK<br></p></div>'],
  ['Ace', '<div class="ace_editor"><textarea></textarea><div class="ace_line">DPRK</div></div>'],
  ['Google Docs', '<div class="kix-appview-editor"><div class="kix-page"><span>DPRK</span></div></div>'],
  ['a field and its label', '<form><textarea>DPRK</textarea><input value="DPRK"></form>'],
];

const texts = async (page: Page) => (await drawnTerms(page)).map(({ text }) => text);

describe('never in the way of typing', () => {
  test('in editors of all kinds', async () => {
    const page = await open(`${SAID}${EDITORS.map(([, body]) => body).join('')}<p>The WPK.</p>`);
    const drawn = await settledTerms(page, 3);
    expect(drawn.map(({ text }) => text)).toEqual(['DPRK', 'KCNA', 'WPK']);
    await page.close();
  });

  test.each([
    ['contenteditable', () => document.querySelector('#p')?.setAttribute('contenteditable', 'true')],
    [
      'the property',
      () => Object.assign(document.querySelector('#p') ?? {}, { contentEditable: 'plaintext-only' }),
    ],
    ['the class of an editor', () => document.querySelector('#p')?.classList.add('ProseMirror')],
    ['a role', () => document.querySelector('#p')?.setAttribute('role', 'textbox')],
    ['around it', () => Object.assign(document.body, { contentEditable: 'true' })],
    ['design mode', () => Object.assign(document, { designMode: 'on' })],
  ])('what becomes editable by %s has nothing of ours before a key can be pressed', async (name, edit) => {
    const page = await marked(SAID);
    await page.evaluate(edit);
    const outer = () => document.querySelector('#p')?.innerHTML;
    // Design mode tells nobody: it is looked for.
    if (name === 'design mode') await page.waitForFunction(() => document.querySelector('mark') === null);
    expect(await page.evaluate(outer)).toBe('The DPRK spoke to KCNA.');
    await expect.poll(() => texts(page), { timeout: 5_000 }).toEqual([]);
    const { x, y } = await page.$eval('#p', (p) => p.getBoundingClientRect().toJSON());
    await page.mouse.click(x + 3, y + 8);
    if (name !== 'a role' && !name.startsWith('the class')) {
      await page.keyboard.type('WPK ');
      expect(await page.evaluate(outer)).toMatch(/WPK/);
    }
    expect(await page.evaluate(outer)).not.toMatch(OURS);
    await page.close();
  });

  test('what the author opts out, now or later', async () => {
    const page = await marked(`${SAID}<p data-glossator="off">DPRK</p><p class="x noglossary">WPK</p>`);
    expect(await texts(page)).toEqual(['DPRK', 'KCNA']);
    await page.$eval('#p', (p) => p.classList.add('noglossary'));
    expect(await page.$eval('#p', (p) => p.innerHTML)).toBe('The DPRK spoke to KCNA.');
    await expect.poll(() => texts(page), { timeout: 5_000 }).toEqual([]);
    await page.close();
  });
});
