/**
 * Three ways of finding forms side by side in real Chromium, as far as they get: this index, one regular
 * expression made of a trie, and mark.js called with the list of forms. `node tests/bench/rivals.ts`; each
 * measurement has a browser of its own, one article of a thousand words, and twenty seconds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../browser/launch/find-browser.ts';
import { ROOT } from '../browser/launch/open-browser.ts';
import type { Measured, Way } from './rivals-page.ts';

const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000];
const RIVALS = ['glossator', 'trie regex', 'mark.js'] as const;
/** Who needs longer for one size is not asked for the next. */
const PATIENCE = 20_000;
const LONGEST_REASON = 60;

interface Outcome extends Measured {
  /** What the page holds beyond an empty one, in bytes. */
  readonly held: number;
}

/** The measuring script with all that it imports, and mark.js, as one text. */
async function script(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'rivals-page.ts'), formats: ['iife'], name: 'rivals' },
    },
  });
  const [first] = [built].flat();
  const [chunk] = first !== undefined && 'output' in first ? first.output : [];
  if (chunk === undefined || !('code' in chunk)) throw new Error('Vite built no script for the page.');
  return `${readFileSync(join(ROOT, 'node_modules/mark.js/dist/mark.min.js'), 'utf8')}\n${chunk.code}`;
}

async function heldBytes(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
}

async function outcome(browser: Browser, code: string, task: Task): Promise<Outcome> {
  const page = await browser.newPage();
  await page.evaluate(code);
  const before = await heldBytes(page);
  const measured = await page.evaluate(
    ({ way, count }) => (globalThis as unknown as Measuring).measure(way, count),
    task,
  );
  return { ...measured, held: (await heldBytes(page)) - before };
}

interface Task {
  readonly way: Way;
  readonly count: number;
}

interface Measuring {
  measure(way: Way, count: number): Measured;
}

/** What came of it, or in words why nothing did. */
async function measure(code: string, task: Task): Promise<Outcome | string> {
  const browser = await launch({
    browser: 'chrome',
    executablePath: findBrowser('chromium'),
    headless: true,
    pipe: true,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`over ${PATIENCE / 1_000} s`), PATIENCE);
  });
  try {
    return await Promise.race([outcome(browser, code, task), late]);
  } catch (error) {
    return String(error).split('\n', 1)[0]?.slice(0, LONGEST_REASON) ?? '';
  } finally {
    clearTimeout(timer);
    // A page that is busy cannot be closed.
    browser.process()?.kill('SIGKILL');
  }
}

const rate = ({ characters, run }: Measured): number => characters / 1_000 / run;

function row(result: Outcome | string, floor: number): Record<string, string> {
  if (typeof result === 'string') return { 'MB/s': result };
  return {
    'prepare ms': result.prepare.toFixed(1),
    'article ms': result.run.toFixed(3),
    'MB/s': rate(result).toPrecision(3),
    'of floor': `${(floor / rate(result)).toPrecision(2)}×`,
    'held MB': (result.held / 1e6).toFixed(2),
    'index MB': result.indexBytes > 0 ? (result.indexBytes / 1e6).toFixed(2) : '',
    found: String(result.found),
  };
}

const code = await script();
const empty = await measure(code, { way: 'floor', count: 100 });
if (typeof empty === 'string') throw new Error(`Chromium measured nothing: ${empty}`);
console.log(`floor: ${rate(empty).toFixed(0)} MB/s (one pass over the characters)`);
const rows: Record<string, Record<string, string>> = {};
for (const way of RIVALS) {
  for (const count of SIZES) {
    const result = await measure(code, { way, count });
    rows[`${way}, ${count} forms`] = row(result, rate(empty));
    if (typeof result === 'string' && result.startsWith('over')) break;
  }
}
console.table(rows);
