import type { Page } from 'puppeteer-core';
import { build } from '../launch/build-once.ts';
import { settledTerms } from '../launch/drawn-terms.ts';
import { type Ground, openGround } from '../launch/ground.ts';
import { restOn } from '../launch/rest-on.ts';
import { article, WPK } from './article.ts';
import { BROWSER, openBrowser, type TestBrowser } from './open-browser.ts';
import { visit } from './visit.ts';

/**
 * Milliseconds from the end of the rest to the frame that shows the card, beside those of a bare
 * element that the page itself adds after the same rest in the same run; and the same on the built extension, with its
 * background awake and, where the browser has a switch for it, stopped.
 *
 *     GLOSSATOR_BROWSER=firefox node tests/browser/popover/bench.ts
 */

const DELAY = 250;
const RUNS = 40;
const BUILT_RUNS = 20;

/** Prepares a page to measure the next hover: from its last pointer event to the frame after something came. */
async function prepare(page: Page, bare: boolean): Promise<void> {
  await page.evaluate(
    (delay, alone) => {
      let moved = 0;
      let rest: ReturnType<typeof setTimeout> | undefined;
      const add = () => document.documentElement.append(document.createElement('aside'));
      window.addEventListener('pointermove', ({ timeStamp }) => {
        moved = timeStamp;
        clearTimeout(rest);
        if (alone) rest = setTimeout(add, delay);
      });
      const shown = new Promise<number>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - moved)));
        });
        observer.observe(document.documentElement, { childList: true });
      });
      Object.assign(window, { shown });
    },
    DELAY,
    bare,
  );
}

async function shownAfter(page: Page): Promise<number> {
  return ((await page.evaluate('window.shown')) as number) - DELAY;
}

/** The first card of a page, and one that comes later. */
async function measureCards(test: TestBrowser): Promise<[number, number]> {
  const reader = await visit(test, article());
  await prepare(reader.page, false);
  await reader.hover('#wpk');
  const first = await shownAfter(reader.page);
  await reader.card(WPK);
  await reader.page.mouse.move(20, 20);
  await reader.noCard();
  // A new visit: no card was open a moment ago.
  await reader.order('end');
  await reader.order('start');
  await prepare(reader.page, false);
  await reader.hover('#wpk');
  const later = await shownAfter(reader.page);
  await reader.close();
  return [first, later];
}

async function measureBare(test: TestBrowser): Promise<number> {
  const reader = await visit(test, article());
  await reader.order('end');
  await prepare(reader.page, true);
  await reader.hover('#wpk');
  const time = await shownAfter(reader.page);
  await reader.close();
  return time;
}

/** The first card of the sample article on the built extension. */
async function measureBuilt(ground: Ground, asleep: boolean): Promise<number> {
  const page = await ground.open('article.html');
  await settledTerms(page, 5);
  if (asleep) await ground.stopBackground();
  await prepare(page, false);
  await restOn(page, 'agency', 'KCNA');
  const time = await shownAfter(page);
  await page.close();
  return time;
}

function summary(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1]?.toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

async function withHarness(): Promise<string[]> {
  const test = await openBrowser();
  const first: number[] = [];
  const later: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [one, two] = await measureCards(test);
    first.push(one);
    later.push(two);
    bare.push(await measureBare(test));
  }
  await test.close();
  return [
    `first card of a page: ${summary(first)}`,
    `a later card: ${summary(later)}`,
    `a bare element: ${summary(bare)}`,
  ];
}

async function asBuilt(): Promise<string[]> {
  build(BROWSER === 'firefox' ? 'firefox' : 'chrome');
  const ground = await openGround(BROWSER);
  const states = BROWSER === 'chromium' ? ['awake', 'asleep'] : ['awake'];
  const times = new Map(states.map((state) => [state, [] as number[]]));
  for (let run = 0; run < BUILT_RUNS; run++)
    for (const [state, all] of times) all.push(await measureBuilt(ground, state === 'asleep'));
  await ground.close();
  return [...times].map(([state, all]) => `as built, the background ${state}: ${summary(all)}`);
}

const lines = [...(await withHarness()), ...(await asBuilt())];
process.stdout.write(`${BROWSER}, from rest to\n  ${lines.join('\n  ')}\n`);
