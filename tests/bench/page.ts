/** What the extension costs a page, in real Chromium: prints a table against the budgets. */
import type { CDPSession, Page } from 'puppeteer-core';
import { build } from '../browser/launch/build-once.ts';
import { openGround } from '../browser/launch/ground.ts';

const RUNS = Number(process.env.RUNS ?? 5);
const SIZES = [1_000, 20_000, 250_000];
const OURS = 'content-scripts/content.js';
/** Time (ms) after the last new term until a page counts as done. */
const CALM = 600;

interface Run {
  readonly walk: number;
  readonly ours: number;
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

/** Milliseconds in which our script was on the stack, and the longest stretch of it. */
async function profiled(
  session: CDPSession,
  work: () => Promise<void>,
): Promise<{ ours: number; longest: number }> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  const parents = new Map<number, number>();
  const isOurs = new Map<number, boolean>();
  for (const node of profile.nodes) {
    for (const child of node.children ?? []) parents.set(child, node.id);
    isOurs.set(node.id, node.callFrame.url.endsWith(OURS));
  }
  const within = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at))
      if (isOurs.get(at) === true) return true;
    return false;
  };
  let ours = 0;
  let stretch = 0;
  let longest = 0;
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const delta = (profile.timeDeltas?.[at + 1] ?? 0) / 1_000;
    if (within(id)) {
      ours += delta;
      stretch += delta;
    } else stretch = 0;
    longest = Math.max(longest, stretch);
  }
  return { ours, longest };
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

async function run(words: number, off: boolean, asleep: boolean): Promise<Run> {
  const page = await ground.browser.newPage();
  const session = await page.createCDPSession();
  await page.evaluateOnNewDocument(watchFirstTerm);
  if (asleep) await ground.stopBackground();
  const address = ground.pages.put('/bench.html', article(words, off));
  const time = await profiled(session, async () => {
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate((calm) => new Promise((resolve) => setTimeout(resolve, calm)), off ? CALM : CALM * 2);
  });
  const { first, terms } = await page.evaluate(() => ({
    first: (globalThis as { firstTerm?: number }).firstTerm ?? Number.NaN,
    terms: [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0),
  }));
  const used = await heap(session);
  const bare = await walk(page);
  const result = { walk: bare, ...time, first, terms, heap: used, operations: await operations(page) };
  await page.close();
  return result;
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
    const [ours, bare] = [pick(on, 'ours'), pick(on, 'walk')];
    rows.push({
      words,
      'ours (ms)': ours.toFixed(2),
      'bare walk (ms)': bare.toFixed(2),
      'ratio (≤ 5)': (ours / bare).toFixed(1),
      'longest (< 16 ms)': pick(on, 'longest').toFixed(1),
      'first term (< 250 ms)': pick(on, 'first').toFixed(0),
      'heap (< 1.5 MB)': (pick(on, 'heap') - pick(off, 'heap')).toFixed(2),
      '500 changes, off → on (ms)': `${pick(off, 'operations').toFixed(1)} → ${pick(on, 'operations').toFixed(1)}`,
      'off (< 3 ms)': pick(off, 'ours').toFixed(2),
      'ranges drawn': pick(on, 'terms'),
    });
  }
  console.table(rows);
} finally {
  await ground.close();
}
