import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BenchBrowser, openBench, untilTerms } from './bench-page.ts';

let bench: BenchBrowser;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** A change by the page, and the terms there are then. */
const CHANGES: readonly (readonly [
  name: string,
  body: string,
  change: () => unknown,
  terms: readonly string[],
])[] = [
  ['text is written', '<p>DPRK</p>', () => document.querySelector('p')?.replaceChildren('Now WPK'), ['WPK']],
  [
    'text is written into the same node',
    '<p>DPRK said</p>',
    () => {
      const node = document.querySelector('p')?.firstChild;
      if (node) node.nodeValue = 'Then KCNA wrote';
    },
    ['KCNA'],
  ],
  ['text is added', '<p>DPRK</p>', () => document.querySelector('p')?.append(' and WPK'), ['DPRK', 'WPK']],
  ['a word grows', '<p>The DPR</p>', () => document.querySelector('p')?.append('K said'), ['DPRK']],
  [
    'an element comes',
    '<p>DPRK</p>',
    () => document.body.insertAdjacentHTML('beforeend', '<div><p>WPK</div>'),
    ['DPRK', 'WPK'],
  ],
  ['an element goes', '<p>DPRK</p><p>WPK</p>', () => document.querySelector('p')?.remove(), ['WPK']],
  [
    'elements change places',
    '<p>DPRK</p><p>WPK</p>',
    () => document.body.append(document.querySelector('p') ?? ''),
    ['WPK', 'DPRK'],
  ],
  ['an inline element goes', '<p>DP<b>x</b>RK</p>', () => document.querySelector('b')?.remove(), ['DPRK']],
  [
    'it becomes an editor',
    '<p>DPRK</p><p>WPK</p>',
    () => document.querySelector('p')?.setAttribute('contenteditable', ''),
    ['WPK'],
  ],
  [
    'all becomes an editor',
    '<p>DPRK</p>',
    () => document.documentElement.setAttribute('contenteditable', 'true'),
    [],
  ],
  ['design mode', '<p>DPRK</p>', () => Object.assign(document, { designMode: 'on' }), []],
  [
    'it is hidden',
    '<p>DPRK</p><p>WPK</p>',
    () => document.querySelector('p')?.setAttribute('hidden', ''),
    ['WPK'],
  ],
  [
    'it is shown',
    '<p hidden>DPRK</p>',
    () => document.querySelector('p')?.removeAttribute('hidden'),
    ['DPRK'],
  ],
  [
    'a class shows it',
    '<style>.no p{display:none}</style><div class=no><p>DPRK</p></div>',
    () => document.querySelector('div')?.removeAttribute('class'),
    ['DPRK'],
  ],
  [
    'a class makes it visible',
    '<style>.no{visibility:hidden}</style><div class=no><p>DPRK</p></div>',
    () => document.querySelector('div')?.removeAttribute('class'),
    ['DPRK'],
  ],
  [
    'details open',
    '<details><summary>x</summary><p>DPRK</p></details>',
    () => document.querySelector('details')?.setAttribute('open', ''),
    ['DPRK'],
  ],
  [
    'a dialog opens',
    '<dialog><p>DPRK</p></dialog>',
    () => document.querySelector('dialog')?.showModal(),
    ['DPRK'],
  ],
  [
    'the author opts out',
    '<p>DPRK</p><p>WPK</p>',
    () => document.querySelector('p')?.classList.add('noglossary'),
    ['WPK'],
  ],
  [
    'the author opts in',
    '<p class="x noglossary">DPRK</p>',
    () => document.querySelector('p')?.classList.remove('noglossary'),
    ['DPRK'],
  ],
  [
    'another document is written',
    '<p>DPRK</p>',
    () => {
      document.open();
      document.write('<body><p>WPK and KCNA');
      document.close();
    },
    ['WPK', 'KCNA'],
  ],
  [
    'a shadow root is attached and filled later',
    '<div></div>',
    () => {
      document.querySelector('div')?.attachShadow({ mode: 'open' }).append('DPRK');
    },
    ['DPRK'],
  ],
  [
    'innerHTML adds',
    '<p>DPRK</p>',
    () => {
      document.body.innerHTML += '<p>WPK';
    },
    ['DPRK', 'WPK'],
  ],
];

/** The words that are drawn now, sorted; what is drawn in several pieces comes as one where the pieces touch. */
function drawn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const words: string[] = [];
    for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights.get('glossator') ??
      []) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      words.push(range.toString());
    }
    for (const mark of document.querySelectorAll('mark[data-glossator]')) words.push(mark.textContent ?? '');
    return words.join('').split('').sort().join('');
  });
}

describe.each(['ink', 'marks'] as const)('the page changes, drawn as %s', (painting) => {
  test.each(CHANGES)('%s', async (_name, body, change, terms) => {
    const page = await bench.page(body);
    const letters = terms.join('').split('').sort().join('');
    await page.evaluate((mode) => glossatorBench.start({ painting: mode }), painting);
    await page.waitForFunction(() => glossatorBench.quiet(), { timeout: 5_000 });
    await page.evaluate(change);
    await untilTerms(page, terms);
    const isDrawn = (): Promise<boolean> => drawn(page).then((now) => now === letters);
    await expect.poll(isDrawn, { timeout: 4_000 }).toBe(true);
    await page.evaluate(() => glossatorBench.stop());
    const twin = await bench.page(body);
    await twin.evaluate(change);
    const html = () => document.documentElement.outerHTML;
    expect(await page.evaluate(html)).toBe(await twin.evaluate(html));
    expect(page.errors).toEqual([]);
    await page.close();
    await twin.close();
  });
});

test('text that streams in is read as it comes, and stays ink', async () => {
  const page = await bench.page('<p></p>');
  await page.evaluate(() => glossatorBench.start());
  await page.evaluate(async () => {
    const p = document.querySelector('p');
    for (const word of 'The WPK met and the DPRK said through KCNA that it was good'.split(/(?= )/)) {
      p?.append(word);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  await untilTerms(page, ['WPK', 'DPRK', 'KCNA']);
  await page.close();
});

test('client-side navigation begins with no evidence', async () => {
  const page = await bench.page('<p>Pyongyang and the RGB.</p>');
  await page.evaluate(() => glossatorBench.start());
  await untilTerms(page, ['RGB']);
  await page.evaluate(() => {
    // about:blank has no other address to go to; the hash of a page is not another page either.
    history.replaceState(null, '', '#part');
    document.body.innerHTML = '<p>The colours of RGB.</p>';
  });
  await untilTerms(page, ['RGB']);
  await page.close();
});

test('1,000 changes a second cost little, and are caught up with', async () => {
  const page = await bench.page(
    `${'<p>DPRK and WPK with some more words.</p>'.repeat(200)}<p id=t>KCNA 0</p>`,
  );
  await page.evaluate(() => glossatorBench.start());
  await page.waitForFunction(() => glossatorBench.texts().length === 401);
  const batches = await page.evaluate(async () => {
    const before = glossatorBench.batches.length;
    const ticker = document.getElementById('t')?.firstChild;
    const end = performance.now() + 2_000;
    for (let n = 0; performance.now() < end; n++) {
      for (let i = 0; i < 10; i++) if (ticker) ticker.nodeValue = `KCNA ${n} ${i}`;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (ticker) ticker.nodeValue = 'At last the WPK said';
    return glossatorBench.batches.slice(before).map(({ passages }) => passages.length);
  });
  // At most one look every 50 ms, and only at what has changed.
  expect(batches.length).toBeLessThanOrEqual(2_000 / 50 + 1);
  expect(batches.length).toBeGreaterThan(0);
  expect(new Set(batches)).toEqual(new Set([1]));
  await page.waitForFunction(
    () => glossatorBench.terms.all().at(-1)?.passage().text === 'At last the WPK said',
    {
      timeout: 4_000,
    },
  );
  await page.close();
});
