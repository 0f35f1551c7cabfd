/**
 * What the extension costs pages that never rest, in real Chromium: prints a table against the budget of 5 %.
 *
 * Every number is the time of the page's main thread (what other programs take does not count), in percent of the time
 * that went by. The same page is loaded with and without us in turn, either first by turns; our share is the median of
 * the differences, and beside it stands how sure their mean is. All counts: script, rendering, collecting garbage.
 * With `NOISE=1` no page is read: what is shown then is chance.
 */
import type { CDPSession } from 'puppeteer-core';
import { build } from '../browser/launch/build-once.ts';
import { type Ground, openGround } from '../browser/launch/ground.ts';
import { median } from './median.ts';
import { BUSY_PAGES, type BusyPage } from './page-busy.ts';

const RUNS = Number(process.env.RUNS ?? 8);
/** How long (ms) a page goes on before and while it is measured. */
const BEFORE = Number(process.env.BEFORE ?? 4_000);
const MEASURED = 2_000;
const ONLY = process.env.PAGES?.split(',');
const OFF = '<meta name="glossator" content="off">';
const ON = process.env.NOISE === '1' ? `${OFF}<!-- again -->` : '';

/** How much (%) of the time that goes by the page's main thread works. */
async function busy(session: CDPSession): Promise<number> {
  const before = await metrics(session);
  await new Promise((resolve) => setTimeout(resolve, MEASURED));
  const after = await metrics(session);
  const spent = (name: string): number => (after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN);
  return (spent('ThreadTime') / spent('Timestamp')) * 100;
}

async function metrics(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  return new Map(all.map(({ name, value }) => [name, value]));
}

async function run(ground: Ground, { name, html }: BusyPage, head: string): Promise<number> {
  const page = await ground.open({ path: `/${name.replace(/\W+/g, '-')}.html`, page: html(head) });
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await new Promise((resolve) => setTimeout(resolve, BEFORE));
  const share = await busy(session);
  await page.close();
  return share;
}

async function compare(ground: Ground, page: BusyPage): Promise<Record<string, string>> {
  const without: number[] = [];
  const ours: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    const first = await run(ground, page, n % 2 === 0 ? OFF : ON);
    const second = await run(ground, page, n % 2 === 0 ? ON : OFF);
    const [bare, read] = n % 2 === 0 ? [first, second] : [second, first];
    without.push(bare);
    ours.push(read - bare);
  }
  return {
    'page itself': median(without).toFixed(1),
    'ours < 5': median(ours).toFixed(1),
    sure: `± ${standardError(ours).toFixed(1)}`,
  };
}

/** How far the mean of some numbers is off, as a rule. */
function standardError(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const squares = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - 1) / numbers.length);
}

if (process.env.GLOSSATOR_BUILT !== '1') build('chrome');
console.log(`Percent of the main thread on pages that never rest, medians of ${RUNS}`);
const ground = await openGround('chromium');
const rows: Record<string, Record<string, string>> = {};
try {
  for (const page of BUSY_PAGES)
    if (ONLY === undefined || ONLY.some((one) => page.name.includes(one)))
      rows[page.name] = await compare(ground, page);
} finally {
  await ground.close();
}
console.table(rows);
