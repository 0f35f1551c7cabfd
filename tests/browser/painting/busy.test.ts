import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BenchBrowser, openBench, until, untilTerms } from './bench-page.ts';

let bench: BenchBrowser;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** How many terms are inked. */
const inked = (page: Page): Promise<number> =>
  page.evaluate(() => CSS.highlights.get('glossator')?.size ?? 0);

/** Has the page change its ticker all the time, until it is to calm down. */
function tick(page: Page): Promise<void> {
  return page.evaluate(() => {
    const ticker = document.getElementById('t')?.firstChild;
    const ticking = setInterval(() => {
      if (ticker) ticker.nodeValue = String(performance.now());
    }, 10);
    Object.assign(globalThis, { calm: () => clearInterval(ticking) });
  });
}

/** Has the page change its ticker all the time, and waits until it is known to be busy. */
async function keepBusy(page: Page): Promise<void> {
  await tick(page);
  await until(page, () => (CSS.highlights.get('glossator')?.size ?? 0) < 150, 20_000);
}

test('while a page changes all the time less is inked, and all of it once it calms', async () => {
  const page = await bench.page(
    `<p id=t>0</p>${'<div>DPRK and WPK and KCNA, DPRK and WPK and KCNA</div>'.repeat(100)}`,
  );
  await page.evaluate(() => glossatorBench.start({ painting: 'ink' }));
  await until(page, () => (CSS.highlights.get('glossator')?.size ?? 0) > 200);
  const before = await inked(page);
  await keepBusy(page);
  expect(await inked(page)).toBeGreaterThan(0);
  // All of them are there for the pointer and the keyboard.
  expect(await page.evaluate(() => glossatorBench.texts().length)).toBe(600);
  await page.evaluate(() => (globalThis as unknown as { calm(): void }).calm());
  await page.waitForFunction(
    (all) => CSS.highlights.get('glossator')?.size === all,
    { timeout: 20_000 },
    before,
  );
  await page.close();
});

test('on a page that changes all the time, what scrolls into sight is inked', async () => {
  const line = '<div>DPRK and WPK and KCNA, DPRK and WPK and KCNA</div>';
  const page = await bench.page(
    `<p id=t style="position:fixed">0</p>${line.repeat(60)}<div style="height:5000px"></div><p id=end>DPRK</p>`,
  );
  await page.evaluate(() => glossatorBench.start({ painting: 'ink' }));
  await until(page, () => (CSS.highlights.get('glossator')?.size ?? 0) > 200);
  await keepBusy(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await until(page, () =>
    [...(CSS.highlights.get('glossator') ?? [])].some(
      ({ startContainer }) => startContainer.parentElement?.id === 'end',
    ),
  );
  await page.close();
});

test('on a page that changes all the time, what does not change gets marks', async () => {
  const page = await bench.page('<p id=t>0</p><p id=still>Here the DPRK said so.</p>');
  await page.evaluate(() => {
    const ticker = document.getElementById('t')?.firstChild;
    setInterval(() => {
      if (ticker) ticker.nodeValue = `KCNA ${performance.now()}`;
    }, 10);
    return glossatorBench.start({ painting: 'automatic' });
  });
  await until(page, () => document.querySelector('#still mark') !== null, 20_000);
  expect(await page.evaluate(() => document.querySelector('#t mark'))).toBeNull();
  await page.close();
});

test('on a page that changes all the time few terms have marks, and all of them once it calms', async () => {
  const line = '<div>DPRK and WPK and KCNA, DPRK and WPK and KCNA</div>';
  const page = await bench.page(`<p id=t>0</p>${line.repeat(40)}`);
  await page.evaluate(() => glossatorBench.start({ painting: 'automatic' }));
  await until(page, () => document.querySelectorAll('mark').length === 240, 20_000);
  await tick(page);
  await until(page, () => document.querySelectorAll('mark').length < 200, 20_000);
  expect(await page.evaluate(() => document.querySelectorAll('mark').length)).toBeGreaterThan(0);
  expect(await page.evaluate(() => glossatorBench.texts().length)).toBe(240);
  await page.evaluate(() => (globalThis as unknown as { calm(): void }).calm());
  await until(page, () => document.querySelectorAll('mark').length === 240, 20_000);
  await page.close();
});

test('on a page that changes its styles all the time less is inked, and what it shows is read', async () => {
  const line = '<div>WPK and KCNA, WPK and KCNA</div>';
  const hidden = '<p id=late style="display:none">The DPRK</p><style>.off { display: none }</style>';
  const page = await bench.page(`${hidden}<p id=later class=off>And the DPRK</p><hr>${line.repeat(60)}`);
  await page.evaluate(() => glossatorBench.start({ painting: 'ink' }));
  await until(page, () => (CSS.highlights.get('glossator')?.size ?? 0) > 150);
  await page.evaluate(() => {
    const bar = document.querySelector('hr');
    let n = 0;
    setInterval(() => {
      for (let i = 0; i < 20; i++) bar?.style.setProperty('width', `${n++ % 500}px`);
    }, 10);
  });
  await until(page, () => (CSS.highlights.get('glossator')?.size ?? 0) < 150, 20_000);
  await page.evaluate(() => document.getElementById('late')?.style.removeProperty('display'));
  await until(page, () => glossatorBench.texts().includes('DPRK'), 10_000);
  // The first change of its classes shows nothing yet.
  await page.evaluate(() => {
    const later = document.getElementById('later');
    if (later) later.className = 'off soon';
    setTimeout(() => later?.removeAttribute('class'));
  });
  await until(page, () => glossatorBench.texts().filter((text) => text === 'DPRK').length === 2, 10_000);
  await page.close();
});

test('what the page writes over a term is never underlined', async () => {
  const page = await bench.page('<p>DPRK said, and KCNA too</p>');
  await page.evaluate(() => glossatorBench.start({ painting: 'ink' }));
  await until(page, () => CSS.highlights.get('glossator')?.size === 2);
  const left = await page.evaluate(async () => {
    const node = document.querySelector('p')?.firstChild;
    if (node) node.nodeValue = 'Iran said, and KCNA too';
    await Promise.resolve();
    return [...(CSS.highlights.get('glossator') ?? [])].map(({ startOffset, endOffset }) =>
      node?.nodeValue?.slice(startOffset, endOffset),
    );
  });
  expect(left).toEqual(['KCNA']);
  await page.close();
});

test('what the page writes over a term of a text that is read in two parts is underlined no more, in either', async () => {
  const page = await bench.page(`<p>DPRK said${' and so on'.repeat(3_600)} to KCNA</p><p>WPK</p>`);
  await page.evaluate(() => glossatorBench.start({ painting: 'ink' }));
  await until(page, () => CSS.highlights.get('glossator')?.size === 2);
  // Both ends near the screen.
  await page.addStyleTag({ content: 'p { font-size: 1px; line-height: 1px }' });
  await until(page, () => CSS.highlights.get('glossator')?.size === 3);
  const left = await page.evaluate(async () => {
    const node = document.querySelector('p')?.firstChild as Text;
    node.data = node.data.replace('DPRK', 'Iran').replace('KCNA', 'Fars');
    await Promise.resolve();
    return [...(CSS.highlights.get('glossator') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
      startContainer.textContent?.slice(startOffset, endOffset),
    );
  });
  expect(left).toEqual(['WPK']);
  await page.close();
});

/** The words that are inked, with the item that each is in; what is no longer in the document has no item. */
const items = (): string =>
  [...(CSS.highlights.get('glossator') ?? [])]
    .map(({ startContainer, startOffset, endOffset }) => {
      const item = startContainer.parentElement?.closest('[data-item]');
      const text = startContainer.textContent ?? '';
      const number = startContainer.isConnected ? item?.getAttribute('data-item') : 'gone';
      return `${number} ${text.slice(startOffset, endOffset)}`;
    })
    .sort()
    .join(', ');

async function untilItems(page: Page, wanted: readonly string[]): Promise<void> {
  await expect.poll(() => page.evaluate(items), { timeout: 10_000 }).toBe([...wanted].sort().join(', '));
}

test('infinite scroll: terms of what comes are inked, nothing else', async () => {
  const page = await bench.page('<main></main><div id=end style="height:1px"></div>');
  await page.evaluate(() => {
    let n = 0;
    const add = (): void => {
      for (let i = 0; i < 3; i++, n++) {
        const term = n % 2 === 0 ? 'DPRK' : 'WPK';
        const item = `<p data-item=${n} style="height:300px">Item ${n} is about the ${term}.</p>`;
        document.querySelector('main')?.insertAdjacentHTML('beforeend', item);
      }
    };
    add();
    const more = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true || n >= 12) return;
      add();
      // Told anew, also if the end did not leave the screen in between.
      more.unobserve(entry.target);
      more.observe(entry.target);
    });
    more.observe(document.getElementById('end') ?? document.body);
  });
  await page.evaluate(() => glossatorBench.start({ painting: 'ink' }));
  const all = Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? 'DPRK' : 'WPK'));
  for (let have = 3; have < 12; have += 3) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction((least) => document.querySelectorAll('p').length > least, {}, have);
  }
  await untilTerms(page, all);
  await page.evaluate(() => document.querySelector('[data-item="11"]')?.scrollIntoView({ block: 'end' }));
  const isLastInked = (): boolean =>
    [...(CSS.highlights.get('glossator') ?? [])].some(
      ({ startContainer }) =>
        startContainer.parentElement?.closest('[data-item]')?.getAttribute('data-item') === '11',
    );
  await until(page, isLastInked);
  const shown = (await page.evaluate(items)).split(', ');
  for (const one of shown) expect(one).toBe(`${one.split(' ')[0]} ${all[Number(one.split(' ')[0])]}`);
  await page.close();
});

test('a virtual list that recycles its rows: each row has its own terms, and removed rows leave nothing', async () => {
  const page = await bench.page('<main></main>');
  const show = (first: number): Promise<void> =>
    page.evaluate((from) => {
      const main = document.querySelector('main');
      for (let i = 0; i < 4; i++) {
        const row = main?.children[i] ?? main?.appendChild(document.createElement('p'));
        const n = from + i;
        row?.setAttribute('data-item', String(n));
        // Every other row is written into the same text, as frameworks do.
        const text = `${['The DPRK', 'Nobody', 'Here the WPK'][n % 3]} said ${n}`;
        if (row?.firstChild && i % 2 === 0) row.firstChild.nodeValue = text;
        else if (row) row.textContent = text;
      }
    }, first);
  const wanted = (first: number): string[] =>
    [0, 1, 2, 3]
      .map((i) => first + i)
      .flatMap((n) => (n % 3 === 1 ? [] : [`${n} ${n % 3 === 0 ? 'DPRK' : 'WPK'}`]));
  await show(0);
  await page.evaluate(() => glossatorBench.start({ painting: 'ink' }));
  for (const first of [0, 1, 2, 7]) {
    await show(first);
    await untilItems(page, wanted(first));
  }
  await page.evaluate(() => document.querySelector('main')?.replaceChildren());
  await untilItems(page, []);
  expect(await page.evaluate(() => glossatorBench.texts())).toEqual([]);
  expect(page.errors).toEqual([]);
  await page.close();
});
