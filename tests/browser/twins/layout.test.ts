import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ground, openGround } from '../launch/ground.ts';
import { ROOT } from '../launch/open-browser.ts';
import { openPlain } from '../painting/bench-page.ts';

let ground: Ground;
let plain: Browser;
beforeAll(async () => {
  [ground, plain] = await Promise.all([openGround(), openPlain()]);
});
afterAll(() => Promise.all([ground.close(), plain.close()]));

/** Pages of ours, and pages saved from the web where there are some beside the repository. */
const SAVED = join(ROOT, '../shared/pages');
const NEWS = join(ROOT, 'tests/pages/news');
const htmlIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
const PAGES = [
  join(ROOT, 'tests/pages/article.html'),
  ...htmlIn(NEWS)
    .slice(0, 2)
    .map((name) => join(NEWS, name)),
  ...htmlIn(SAVED).map((name) => join(SAVED, name)),
];
/** What saved pages load from elsewhere is not there, at once and on both sides. */
const headers = { 'content-security-policy': "default-src 'self' 'unsafe-inline' data:" };

/**
 * The same page without what moves it by chance while it loads: a frame drawn when half of it is parsed, and
 * pictures that fail sooner or later. So it is drawn first when all of it is there, and asks for no pictures.
 */
function withoutChance(html: string): string {
  return html
    .replaceAll(/\s(src|srcset)=(?!.?data:)/gi, ' data-$1=')
    .replace(/<head[^>]*>/i, '$&<link rel="expect" href="#the-end" blocking="render">')
    .replace(/<\/body>/i, '<i id="the-end"></i>$&');
}

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1_000, height: 800 });
  await page.goto(address, { waitUntil: 'load' });
  await page.bringToFront();
  return page;
}

/** What was drawn, once as many frames have passed as promotion may need and nothing more comes. */
function untilSettled(page: Page): Promise<unknown> {
  return page.waitForFunction(
    () => {
      const kept = globalThis as { glossatorSeen?: string; glossatorSince?: number };
      const marks = document.querySelectorAll('mark[data-glossator]').length;
      const seen = `${marks},${CSS.highlights.get('glossator')?.size ?? 0}`;
      if (seen !== kept.glossatorSeen)
        Object.assign(kept, { glossatorSeen: seen, glossatorSince: performance.now() });
      const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      // Pages are still for two seconds before they get marks.
      const since = Math.max((load?.loadEventEnd ?? 0) + 2_500, (kept.glossatorSince ?? 0) + 300);
      return performance.now() > since;
    },
    { timeout: 30_000, polling: 100 },
  );
}

interface Layout {
  readonly boxes: readonly string[];
  /** Cumulative layout shift of the whole visit; 0 in Firefox, which does not measure it. */
  readonly shift: number;
}

/** The box of every element of the page, and how much its parts have moved by themselves. */
function layout(page: Page): Promise<Layout> {
  return page.evaluate(() => {
    const boxes = [...document.body.querySelectorAll(':not(mark[data-glossator])')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.localName}.${element.className} ${[x, y, width, height].map(Math.round).join()}`;
    });
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const shifts = observer.takeRecords() as (PerformanceEntry & { value?: number })[];
    return { boxes, shift: shifts.reduce((sum, { value = 0 }) => sum + value, 0) };
  });
}

test.each(PAGES.map((path) => [basename(path), path]))('nothing moves on %s', async (name, path) => {
  const page = { body: withoutChance(readFileSync(path, 'utf8')), headers };
  const address = ground.pages.put(`/layout/${name}`, page);
  const [ours, twin] = await Promise.all([open(ground.browser, address), open(plain, address)]);
  await Promise.all([untilSettled(ours), untilSettled(twin)]);
  const [our, their] = await Promise.all([layout(ours), layout(twin)]);
  const moved = our.boxes.filter((box, at) => box !== their.boxes[at]);
  expect(our.boxes.length).toBe(their.boxes.length);
  expect(moved).toEqual([]);
  expect(our.shift).toBe(their.shift);
  await Promise.all([ours.close(), twin.close()]);
});
