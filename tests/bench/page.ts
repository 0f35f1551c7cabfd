/** What the extension costs a page, in real Chromium: prints a table against the budgets. */
import type { CDPSession, Page } from 'puppeteer-core';
import { build } from '../browser/launch/build-once.ts';
import { openGround } from '../browser/launch/ground.ts';

const RUNS = Number(process.env.RUNS ?? 5);
const SIZES = [1_000, 20_000, 250_000];
const OURS = 'content-scripts/content.js';
/** Time (ms) after load until a page counts as done; before marks could come. */
const CALM = 1_200;

interface Run {
  readonly walk: number;
  /** Time of the main thread for the whole load, on its own clock: what other programs take does not count. */
  readonly thread: number;
  readonly longest: number;
  readonly first: number;
  readonly terms: number;
  readonly heap: number;
  readonly operations: number;
}

/** A page of about so many words, a term in every third sentence, with links and lists as articles have them. */
function article(words: number, off: boolean): string {
  const sentence = (n: number): string =>
    n % 3 === 0
      ? 'Officials in Pyongyang told KCNA that the DPRK and its <a href="#x">allies</a> agreed. '
      : 'Nobody in the room had <em>expected</em> that much rain at this time of the year, he said. ';
  const paragraphs: string[] = [];
  for (let n = 0, count = 0; count < words; n += 5, count += 80)
    paragraphs.push(`<p>${Array.from({ length: 5 }, (_, i) => sentence(n + i)).join('')}</p>`);
  return `<!doctype html><html lang="en"><head><title>North Korea</title>${off ? '<meta name="glossator" content="off">' : ''}</head><body><article>${paragraphs.join('\n')}</article></body></html>`;
}

/** The longest stretch (ms) in which our script was on the stack. */
async function longestStretch(session: CDPSession, work: () => Promise<void>): Promise<number> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  await session.send('Profiler.disable');
  const parents = new Map<number, number>();
  const ours = new Set<number>();
  for (const node of profile.nodes) {
    for (const child of node.children ?? []) parents.set(child, node.id);
    if (node.callFrame.url.endsWith(OURS) || ours.has(parents.get(node.id) ?? -1)) ours.add(node.id);
  }
  let stretch = 0;
  let longest = 0;
  for (const [at, id] of (profile.samples ?? []).entries()) {
    stretch = ours.has(id) ? stretch + (profile.timeDeltas?.[at + 1] ?? 0) / 1_000 : 0;
    longest = Math.max(longest, stretch);
  }
  return longest;
}

async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** In the page: notes when the first term is drawn after the DOM is ready. */
function watchFirstTerm(): void {
  addEventListener('DOMContentLoaded', () => {
    const began = performance.now();
    const look = (): void => {
      if (CSS.highlights.size > 0) Object.assign(globalThis, { firstTerm: performance.now() - began });
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** A bare walk over all text, the first one in its page. */
const walk = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const began = performance.now();
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    let characters = 0;
    while (walker.nextNode() !== null) characters += walker.currentNode.nodeValue?.length ?? 0;
    return characters > 0 ? performance.now() - began : 0;
  });

const operations = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const paragraphs = document.querySelectorAll('p');
    const began = performance.now();
    for (let n = 0; n < 500; n++) {
      const p = paragraphs[n % paragraphs.length];
      if (n % 2 === 0) p?.append(' and more');
      else p?.insertBefore(document.createTextNode('Now '), p.firstChild);
    }
    document.body.getBoundingClientRect();
    return performance.now() - began;
  });

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1_048_576;
}

const ground = await openGround('chromium');

async function load(page: Page, words: number, off: boolean): Promise<void> {
  await page.goto(ground.pages.put('/bench.html', article(words, off)), { waitUntil: 'load' });
  await page.evaluate((calm) => new Promise((resolve) => setTimeout(resolve, calm)), CALM);
}

async function run(words: number, off: boolean, asleep: boolean): Promise<Run> {
  const page = await ground.browser.newPage();
  const session = await page.createCDPSession();
  await page.evaluateOnNewDocument(watchFirstTerm);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (asleep) await ground.stopBackground();
  const before = await threadTime(session);
  await load(page, words, off);
  const thread = (await threadTime(session)) - before;
  const { first, terms } = await page.evaluate(() => ({
    first: (globalThis as { firstTerm?: number }).firstTerm ?? Number.NaN,
    terms: [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0),
  }));
  const used = await heap(session);
  const bare = await walk(page);
  const result = { walk: bare, thread, first, terms, heap: used, operations: await operations(page) };
  const longest = off ? 0 : await longestStretch(session, () => load(page, words, off));
  await page.close();
  return { ...result, longest };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const pick = (runs: readonly Run[], key: keyof Run): number => median(runs.map((one) => one[key]));

try {
  if (process.env.GLOSSATOR_BUILT !== '1') build('chrome');
  const rows: Record<string, string | number>[] = [];
  for (const words of SIZES) {
    const on: Run[] = [];
    const off: Run[] = [];
    for (let n = 0; n < RUNS; n++) {
      off.push(await run(words, true, false));
      on.push(await run(words, false, n % 2 === 1));
    }
    const [ours, bare] = [pick(on, 'thread') - pick(off, 'thread'), pick(on, 'walk')];
    rows.push({
      words,
      'ours (ms)': ours.toFixed(1),
      'bare walk (ms)': bare.toFixed(2),
      'ratio (≤ 5)': (ours / bare).toFixed(1),
      'longest (< 16 ms)': pick(on, 'longest').toFixed(1),
      'first term (< 250 ms)': pick(on, 'first').toFixed(0),
      'heap (< 1.5 MB)': (pick(on, 'heap') - pick(off, 'heap')).toFixed(2),
      '500 changes, off → on (ms)': `${pick(off, 'operations').toFixed(1)} → ${pick(on, 'operations').toFixed(1)}`,
      'ranges drawn': pick(on, 'terms'),
    });
  }
  console.table(rows);
} finally {
  await ground.close();
}
