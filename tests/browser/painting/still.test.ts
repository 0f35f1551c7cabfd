import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BenchBrowser, openBench, until, untilTerms } from './bench-page.ts';

/** Where marks may come, and where they may not. */

let bench: BenchBrowser;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** The paragraphs that hold marks once the still one does: all that may come with it. */
async function marked(page: Page): Promise<string[]> {
  await until(page, () => document.querySelector('#still mark') !== null);
  return page.$$eval('p', (all) => all.filter((p) => p.querySelector('mark')).map(({ id }) => id));
}

/** Waits until the page has had nothing to do for a good many times. */
function idle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let n = 0; n < 15; n++) await new Promise((next) => requestIdleCallback(next, { timeout: 100 }));
  });
}

const paragraphs = (...ids: string[]): string =>
  ids.map((id) => `<p id="${id}" tabindex="-1">The DPRK said so.</p>`).join('');

/** Texts that are as they were all the while, and hold no marks all the same. */
const APART: readonly string[] = [
  '<a href="#x">DPRK</a>',
  '<button>DPRK</button>',
  '<label>DPRK</label>',
  '<b role="tab">DPRK</b>',
  '<b onclick="void 0">DPRK</b>',
  '<x-y>DPRK</x-y>',
  '<b is="x-y">DPRK</b>',
  '<i class="two">So the DPRK said.</i>',
  `DPRK${' and so on'.repeat(2_000)}`,
];

/** What is done, and the paragraphs that hold marks then. */
const HELD: readonly (readonly [what: string, act: () => void, marked: readonly string[]])[] = [
  [
    'what the page changed, in it or around it, or has the focus or the caret in it',
    () => {
      const one = (id: string) => document.getElementById(id) ?? document.body;
      one('a').firstChild?.replaceWith('The DPRK wrote.');
      one('b').lang = 'en';
      one('around').setAttribute('aria-hidden', 'false');
      getSelection()?.collapse(one('d').firstChild, 6);
      one('e').focus();
      one('f').querySelector('b')?.setAttribute('lang', 'en');
    },
    ['still'],
  ],
  [
    'what a selection begins in, ends in, or goes over',
    () => {
      const text = (id: string) => document.getElementById(id)?.firstChild ?? document.body;
      getSelection()?.setBaseAndExtent(text('e'), 2, text('a'), 3);
    },
    ['still', 'f'],
  ],
];

test.each(HELD)('ink stays ink in %s', async (_, act, left) => {
  const inner = `${paragraphs('a', 'b')}<div id="around">${paragraphs('c')}</div>${paragraphs('d', 'e')}`;
  const apart = APART.map((html) => `<p>${html}</p>`).join('');
  const page = await bench.page(
    `<div>${inner}</div>${paragraphs('still')}<p id="f">So <b>the DPRK</b> said.</p>${apart}`,
  );
  // Two texts side by side, as frameworks leave them.
  await page.$eval('.two', ({ firstChild }) => firstChild instanceof Text && firstChild.splitText(3));
  await page.evaluate(() => glossatorBench.start());
  await untilTerms(page, Array(7 + APART.length).fill('DPRK'));
  await page.evaluate(act);
  expect(await marked(page)).toEqual(left);
  await page.close();
});

test.each([
  ['', ['beside', 'still']],
  ['<script>0</script>', ['still']],
])('beside elements, text is split only where no script may count them: %s', async (script, left) => {
  const page = await bench.page(`<p id="beside">The DPRK <i>said</i> so.</p>${script}${paragraphs('still')}`);
  await page.evaluate(() => glossatorBench.start());
  expect(await marked(page)).toEqual(left);
  await page.close();
});

test('a text is wrapped once, and no more where the page dresses what is in it', async () => {
  const page = await bench.page(
    `<style>#odd * { padding-left: 9px !important }</style>${paragraphs('odd', 'still')}`,
  );
  await page.evaluate(() => {
    const changes = { odd: 0, still: 0 };
    const note = ({ target }: MutationRecord): void => {
      for (const id of ['odd', 'still'] as const)
        if (document.getElementById(id)?.contains(target)) changes[id]++;
    };
    const options = { subtree: true, childList: true, characterData: true };
    new MutationObserver((records) => records.forEach(note)).observe(document, options);
    Object.assign(window, { changes });
    return glossatorBench.start();
  });
  expect(await marked(page)).toEqual(['still']);
  const counted = () => page.evaluate(() => ({ ...Reflect.get(window, 'changes') }));
  const before = await counted();
  expect(before.odd).toBeGreaterThan(0);
  // Whatever would be wrapped again is so once there is time for it.
  await idle(page);
  expect(await counted()).toEqual(before);
  await page.close();
});

test('marks that were planned do not come once ink is asked for', async () => {
  const page = await bench.page(paragraphs('a'));
  await page.evaluate(() => glossatorBench.start());
  await untilTerms(page, ['DPRK']);
  const began = await page.evaluate(async () => {
    Object.assign(glossatorBench, { settings: { ...glossatorBench.settings, painting: 'ink' } });
    await glossatorBench.ask();
    return performance.now();
  });
  expect(await page.$$('mark')).toEqual([]);
  // The page is still by then, and what was planned has had its time.
  await page.waitForFunction((from) => performance.now() > from + 2_500, { polling: 30 }, began);
  await idle(page);
  expect(await page.$$('mark')).toEqual([]);
  expect(await page.evaluate(() => CSS.highlights.get('glossator')?.size)).toBe(1);
  await page.close();
});

test('marks, though always wanted, stay out of what lays out each of its texts by itself', async () => {
  const ways = ['flex', 'inline-flex', 'grid', 'contents', 'table', 'table-row', 'ruby'];
  const page = await bench.page(
    `The WPK${ways.map((way) => `<div style="display:${way}">DPRK</div>`).join(' so ')}<p>KCNA`,
  );
  await page.evaluate(() => glossatorBench.start({ painting: 'marks' }));
  await until(page, () => document.querySelector('mark') !== null);
  expect(await page.evaluate(() => glossatorBench.texts().length)).toBe(ways.length + 2);
  expect(await page.$$eval('mark', (all) => all.map((mark) => mark.textContent))).toEqual(['WPK', 'KCNA']);
  await page.close();
});

test('of a text that is read in two parts one is marked, the other stays ink', async () => {
  const long = (length: number, begin: string, end: string): string =>
    begin + ' and so on'.repeat(length / 10) + end;
  const body = `<p>${long(19_000, 'The WPK', '.')}<b>x</b>${long(19_000, ' KCNA', ' DPRK.')}</p>`;
  const page = await bench.page(body);
  const html = await page.$eval('p', (p) => p.innerHTML);
  await page.evaluate(() => glossatorBench.start({ painting: 'marks' }));
  await untilTerms(page, ['WPK', 'KCNA', 'DPRK']);
  await until(page, () => document.querySelectorAll('mark').length === 2);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await until(page, () => CSS.highlights.get('glossator')?.size === 1);
  expect(await page.$$eval('mark', (all) => all.map((mark) => mark.textContent))).toEqual(['WPK', 'KCNA']);
  await page.evaluate(() => glossatorBench.stop());
  expect(await page.$eval('p', (p) => p.innerHTML)).toBe(html);
  await page.close();
});

test('what is not to be read any more answers no more, though its words are still there', async () => {
  const page = await bench.page(paragraphs('a', 'b'));
  await page.evaluate(() => glossatorBench.start());
  await untilTerms(page, ['DPRK', 'DPRK']);
  const term = await page.evaluateHandle(() => glossatorBench.terms.all()[0]);
  const tells = () => page.evaluate((one) => [one?.alive(), one?.rects().length], term);
  expect(await tells()).toEqual([true, 1]);
  await page.$eval('#a', (p) => p.classList.add('noglossary'));
  await untilTerms(page, ['DPRK']);
  expect(await tells()).toEqual([false, 0]);
  await page.close();
});
