import type { JSHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BenchBrowser, openBench, until } from './bench-page.ts';
import { type Act, STORIES } from './in-one-go.ts';

/** What a page does to texts that are split for marks, and what is left of it once they are whole again. */

let bench: BenchBrowser;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** Opens a page whose terms are all drawn as marks. */
async function openMarked(body: string): Promise<Page & { errors: string[] }> {
  const page = await bench.page(body);
  await page.evaluate(() => glossatorBench.start({ painting: 'marks' }));
  await until(page, () => {
    const terms = glossatorBench.texts().length;
    return terms > 0 && document.querySelectorAll('.ours mark').length === terms;
  });
  return page;
}

/** What the texts say that a page has kept. */
const wordsIn = (kept: unknown): readonly string[] =>
  Array.isArray(kept) ? kept.map((one) => (one instanceof Text ? one.data : '')) : [];

test('is what it would be without marks', async () => {
  const pairs = STORIES.map(([, p]) =>
    ['ours', 'noglossary'].map((name) => `<div class="${name}"><p>${p}</p></div>`),
  );
  // All of them near the screen.
  const page = await openMarked(`<style>p { margin: 0 }</style>${pairs.flat().join('')}`);
  const paragraphs = await page.$$('div > p');
  const kept: JSHandle[] = [];
  for (const [at, p] of paragraphs.entries())
    kept.push(await p.evaluateHandle(STORIES[at >> 1]?.[2] ?? String));
  await page.evaluate(() => glossatorBench.stop());
  const texts = await Promise.all(kept.map((one) => one.evaluate(wordsIn)));
  const left = await page.$$eval('div', (all) =>
    all.map(({ innerHTML, firstElementChild }) => [innerHTML, firstElementChild?.childNodes.length]),
  );
  const told = (side: number) =>
    STORIES.map(([name], at) => [name, left[2 * at + side], texts[2 * at + side]]);
  expect(told(0)).toEqual(told(1));
  expect(page.errors).toEqual([]);
  await page.close();
});

/** What is done to our pieces by a page that looks, and what there is to read then. */
const HANDLED: readonly (readonly [name: string, act: Act, html: string])[] = [
  [
    'the text behind a mark is written',
    (p) => Object.assign(p.lastChild ?? {}, { data: ' wrote.' }),
    '<p>The DPRK wrote.</p><i></i>',
  ],
  [
    'a mark is moved away',
    (p) => p.nextElementSibling?.append(p.querySelector('mark') ?? ''),
    '<p>The DPRK said.</p><i></i>',
  ],
  [
    'the text of a mark is moved away',
    (p) => p.nextElementSibling?.append(p.querySelector('mark')?.firstChild ?? ''),
    '<p>The  said.</p><i>DPRK</i>',
  ],
  [
    'a mark like ours is made elsewhere',
    (p) => p.insertAdjacentHTML('afterend', '<i>Else <mark data-glossator="nk/dprk">DPRK</mark></i>'),
    '<p>The DPRK said.</p><i>Else <mark data-glossator="nk/dprk">DPRK</mark></i><i></i>',
  ],
];

test('what a page writes to our pieces, or moves of them, stays its own', async () => {
  const page = await openMarked(
    '<div class="ours"><p>The DPRK said.</p><i></i></div>'.repeat(HANDLED.length),
  );
  const paragraphs = await page.$$('p');
  for (const [at, p] of paragraphs.entries()) await p.evaluate(HANDLED[at]?.[1] ?? (() => {}));
  await page.evaluate(() => glossatorBench.stop());
  const left = await page.$$eval('div', (all) => all.map(({ innerHTML }) => innerHTML));
  expect(HANDLED.map(([name], at) => [name, left[at]])).toEqual(
    HANDLED.map(([name, , html]) => [name, html]),
  );
  expect(page.errors).toEqual([]);
  await page.close();
});

/** A selection that begins or ends in a mark or behind it, and its words. */
const SELECTIONS: readonly (readonly [name: string, select: Act, words: string])[] = [
  [
    'in the text of a mark',
    (p) => {
      const text = p.querySelector('mark')?.firstChild ?? p;
      getSelection()?.setBaseAndExtent(text, 1, text, 3);
    },
    'PR',
  ],
  [
    'of all that is in a mark',
    (p) => {
      const mark = p.querySelector('mark') ?? p;
      getSelection()?.setBaseAndExtent(mark, 0, mark, 1);
    },
    'DPRK',
  ],
  [
    'backwards from behind a mark',
    (p) =>
      getSelection()?.setBaseAndExtent(p.querySelector('mark')?.nextSibling ?? p, 3, p.firstChild ?? p, 1),
    'he DPRK sa (backwards)',
  ],
  [
    'from a mark up to the end of the paragraph',
    (p) =>
      getSelection()?.setBaseAndExtent(p.querySelector('mark')?.firstChild ?? p, 2, p, p.childNodes.length),
    'RK said so then.',
  ],
  [
    'from a mark up to an element beside it',
    (p) => getSelection()?.setBaseAndExtent(p.querySelector('mark')?.firstChild ?? p, 2, p, 3),
    'RK said ',
  ],
  [
    'from the paragraph into a mark',
    (p) => getSelection()?.setBaseAndExtent(p, 0, p.querySelector('mark')?.firstChild ?? p, 2),
    'The DP',
  ],
  [
    'behind a mark, where the page writes a shorter text',
    (p) => {
      getSelection()?.setBaseAndExtent(
        p.querySelector('mark')?.nextSibling ?? p,
        1,
        p.querySelector('b') ?? p,
        1,
      );
      Object.assign(p.firstChild ?? {}, { data: 'He ' });
    },
    'so',
  ],
];

/** What is selected, and whether from its end. */
function selected(): string {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {};
  const anchor = document.createRange();
  if (anchorNode) anchor.setStart(anchorNode, anchorOffset ?? 0);
  const isBackwards = focusNode && anchor.comparePoint(focusNode, focusOffset ?? 0) < 0;
  return `${getSelection()}${isBackwards ? ' (backwards)' : ''}`;
}

test('a selection stays where the marks that it is in are taken back', async () => {
  const body = '<p>The DPRK said <b>so</b>.</p>'.repeat(SELECTIONS.length);
  const page = await openMarked(`<div class="ours">${body}<p id="last">KCNA.</p></div>`);
  const found: [string, string][] = [];
  for (const [at, [name, select]] of SELECTIONS.entries()) {
    const [p] = await page.$$(`p:nth-child(${at + 1})`);
    await p?.evaluate(select);
    // The page changes something beside the term.
    await p?.evaluate((one) => one.querySelector('b')?.append(' then'));
    found.push([name, await page.evaluate(selected)]);
    expect(await p?.evaluate((one) => one.querySelector('mark'))).toBe(null);
  }
  expect(found).toEqual(SELECTIONS.map(([name, , words]) => [name, words]));
  // A page where taking back had failed would have been left alone.
  expect(await page.$eval('#last', ({ innerHTML }) => innerHTML)).toContain('<mark');
  await page.close();
});
