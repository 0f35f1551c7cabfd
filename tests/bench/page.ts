/**
 * What the extension costs a page, in real Chromium: prints tables against the budgets.
 *
 * Every number is a median of loads in fresh tabs. `ours` is what the main thread does for reading, sending and
 * drawing, from the moment the page knows that it is read, with all rendering that this causes (page-trace.ts says
 * how it is told apart), against a bare walk that reads every text of the same page once, as cold as we are. What any
 * document costs once, with or without text, is on a line of its own: compiling and starting the script.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { build } from '../browser/launch/build-once.ts';
import { type Ground, openGround } from '../browser/launch/ground.ts';
import { median } from './median.ts';
import { openBareGround } from './page-bare.ts';
import { article, useForms } from './page-made.ts';
import { markDirectly } from './page-mark.ts';
import { type Cost, traced } from './page-trace.ts';

const RUNS = Number(process.env.RUNS ?? 7);
const SIZES = (process.env.SIZES ?? '0,1000,20000,250000').split(',').map(Number);
const FORMS = (process.env.FORMS ?? '100,100000').split(',').map(Number);
/** Time (ms) after load until a page counts as done; before marks could come. */
const CALM = 1_200;
const OFF = '<meta name="glossator" content="off">';

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
    performance.mark('walk');
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    let characters = 0;
    while (walker.nextNode() !== null) characters += walker.currentNode.nodeValue?.length ?? 0;
    performance.mark('walked');
    return characters;
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

async function load(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate((calm) => new Promise((resolve) => setTimeout(resolve, calm)), CALM);
}

/** Milliseconds from DOM ready to the first term. */
async function firstTerm(ground: Ground, address: string, asleep: boolean): Promise<number> {
  const page = await ground.browser.newPage();
  await page.evaluateOnNewDocument(watchFirstTerm);
  if (asleep) await ground.stopBackground();
  // What the browser does about a new tab, and about a process that has gone, is over when a reader goes somewhere.
  await new Promise((resolve) => setTimeout(resolve, CALM));
  await page.goto(address, { waitUntil: 'load' });
  const seen = await page.waitForFunction(() => (globalThis as { firstTerm?: number }).firstTerm);
  const first = await seen.jsonValue();
  await page.close();
  return first ?? Number.NaN;
}

const tracedLoad = (page: Page, address: string): Promise<Cost> =>
  traced(page, async () => {
    await load(page, address);
    await walk(page);
  });

interface Run extends Cost {
  readonly heap: number;
  readonly operations: number;
}

async function run(ground: Ground, address: string): Promise<Run> {
  const page = await ground.browser.newPage();
  const cost = await tracedLoad(page, address);
  await page.close();
  const fresh = await ground.browser.newPage();
  const session = await fresh.createCDPSession();
  await load(fresh, address);
  const result = { ...cost, heap: await heap(session), operations: await operations(fresh) };
  await fresh.close();
  return result;
}

const pick = (runs: readonly Run[], key: keyof Run): number => median(runs.map((one) => one[key]));

async function measure(ground: Ground, words: number): Promise<Record<string, string>> {
  const on: Run[] = [];
  const off: Run[] = [];
  const awake: number[] = [];
  const asleep: number[] = [];
  const address = ground.pages.put('/bench.html', article(words));
  const untouched = ground.pages.put('/bench-off.html', article(words, OFF));
  for (let n = 0; n < RUNS; n++) {
    off.push(await run(ground, untouched));
    on.push(await run(ground, address));
    if (words === 0) continue;
    awake.push(await firstTerm(ground, address, false));
    asleep.push(await firstTerm(ground, address, true));
  }
  const rendering = pick(on, 'rendering') - pick(off, 'rendering');
  const ours = pick(on, 'work') + rendering;
  const bare = median([...on, ...off].map((one) => one.walk));
  return {
    'compile, start': `${pick(on, 'compile').toFixed(1)}, ${pick(on, 'start').toFixed(1)}`,
    'script + rendering': `${pick(on, 'work').toFixed(1)} + ${rendering.toFixed(1)}`,
    'bare walk': bare.toFixed(2),
    'ratio ≤ 5': words === 0 ? '' : (ours / bare).toFixed(1),
    'longest < 16': pick(on, 'longest').toFixed(1),
    'first term awake': words === 0 ? '' : median(awake).toFixed(0),
    'asleep < 250': words === 0 ? '' : median(asleep).toFixed(0),
    'heap < 1.5 MB': (pick(on, 'heap') - pick(off, 'heap')).toFixed(2),
    '500 changes, off → on': `${pick(off, 'operations').toFixed(1)} → ${pick(on, 'operations').toFixed(1)}`,
  };
}

/** The floor: script, rendering and their ratio to the walk, of the barest script. */
async function measureBare(ground: Ground, words: number): Promise<Record<string, string>> {
  const bare: Cost[] = [];
  const off: Cost[] = [];
  for (let n = 0; n < RUNS; n++) {
    for (const [costs, head] of [[off, OFF] as const, [bare, ''] as const]) {
      const page = await ground.browser.newPage();
      const address = ground.pages.put('/bench.html', article(words, head));
      costs.push(await tracedLoad(page, address));
      await page.close();
    }
  }
  const work = median(bare.map((one) => one.work));
  const rendering = median(bare.map((one) => one.rendering)) - median(off.map((one) => one.rendering));
  const walked = median([...bare, ...off].map((one) => one.walk));
  return {
    'script + rendering': `${work.toFixed(1)} + ${rendering.toFixed(1)}`,
    ratio: ((work + rendering) / walked).toFixed(1),
  };
}

/** The floor of the first term: the barest extension that there can be. */
async function measureBarest(words: number): Promise<Record<string, string>> {
  const ground = await openBareGround(true);
  const awake: number[] = [];
  const asleep: number[] = [];
  try {
    const address = ground.pages.put('/bench.html', article(words));
    for (let n = 0; n < RUNS; n++) {
      awake.push(await firstTerm(ground, address, false));
      asleep.push(await firstTerm(ground, address, true));
    }
  } finally {
    await ground.close();
  }
  return { 'first term awake': median(awake).toFixed(0), asleep: median(asleep).toFixed(0) };
}

async function tableOfBare(): Promise<Record<string, Record<string, string>>> {
  const ground = await openBareGround();
  const table: Record<string, Record<string, string>> = {};
  try {
    await useForms(ground, 100);
    for (const words of SIZES.filter((size) => size > 0))
      table[`${words} words`] = await measureBare(ground, words);
  } finally {
    await ground.close();
  }
  for (const words of SIZES.filter((size) => size > 0))
    Object.assign(table[`${words} words`] ?? {}, await measureBarest(words));
  return table;
}

if (process.env.GLOSSATOR_BUILT !== '1') build('chrome');
console.log(`Milliseconds of the page's main thread, medians of ${RUNS}`);
const rows: Record<string, Record<string, string>> = {};
const direct: Record<string, Record<string, string>> = {};
for (const forms of FORMS) {
  const ground = await openGround('chromium');
  try {
    await useForms(ground, forms);
    for (const words of SIZES) {
      rows[`${words} words, ${forms} forms`] = await measure(ground, words);
      if (words === 0) continue;
      const marking = await markDirectly(ground.browser, words, forms);
      direct[`${forms} forms`] = { ...direct[`${forms} forms`], [`${words} words`]: marking };
    }
  } finally {
    await ground.close();
  }
}
console.table(rows);
console.log('The floor: the barest script that reads, sends and draws (bare-script.js), at 100 forms;');
console.log('for the first term also with the barest background (bare-background.js)');
console.table(await tableOfBare());
console.log('mark.js called directly, by the clock');
console.table(direct);
