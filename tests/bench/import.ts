import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { FileFormat } from '../../glossary/files/reading.ts';
import { build } from '../browser/launch/build-once.ts';
import { type Ground, openGround } from '../browser/launch/ground.ts';
import { MADE_FILES } from './made-files.ts';

/**
 * Imports a file of 100,000 entries into the built extension: how long until it is offered and until it is
 * on the shelf, the longest time the settings page did not answer, and the most memory of one process.
 * `node tests/bench/import.ts [chromium|firefox] [format] [entries]`
 */
const [kind = 'chromium', format = 'tbx', entries = '100000'] = process.argv.slice(2);
const MEBIBYTE = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'glossator-import-'));
const path = join(folder, `made.${format === 'turtle' ? 'ttl' : format}`);

function makeFile(): number {
  writeFileSync(path, '');
  let waiting = '';
  let size = 0;
  const make = MADE_FILES[format as FileFormat];
  if (make === undefined) throw new Error(`No file of the format ${format} can be made.`);
  for (const piece of make(Number(entries))) {
    waiting += piece;
    if (waiting.length < MEBIBYTE) continue;
    appendFileSync(path, waiting);
    size += Buffer.byteLength(waiting);
    waiting = '';
  }
  appendFileSync(path, waiting);
  return size + Buffer.byteLength(waiting);
}

/** The processes below one, itself included. */
function family(root: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const parent = /^PPid:\s*(\d+)/m.exec(statusOf(Number(name)))?.[1];
    return parent === undefined ? [] : [[Number(name), Number(parent)] as const];
  });
  const all = new Set([root]);
  for (let before = 0; before !== all.size; ) {
    before = all.size;
    for (const [pid, parent] of parents) if (all.has(parent)) all.add(pid);
  }
  return [...all];
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // It has ended in the meantime.
    return '';
  }
}

const memoryOf = (pid: number, what: 'VmRSS' | 'VmHWM') =>
  Number(new RegExp(`^${what}:\\s*(\\d+)`, 'm').exec(statusOf(pid))?.[1] ?? 0) / 1024;

async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = performance.now();
    let longest = 0;
    const timer = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      document.body.dataset.longest = longest.toFixed(0);
      setTimeout(timer, 4);
    };
    timer();
  });
}

const longestGap = (page: Page) =>
  page.$eval('body', (body) => Number((body as HTMLElement).dataset.longest));

async function run(ground: Ground, size: number): Promise<void> {
  const pid = ground.browser.process()?.pid ?? 0;
  const page = await ground.ownPage('options.html');
  await page.waitForSelector('[data-glossary="north-korea"]');
  const before = new Map(family(pid).map((one) => [one, memoryOf(one, 'VmRSS')]));
  await watchFrames(page);
  const input = (await page.$('.import input[type=file]')) as ElementHandle<HTMLInputElement> | null;
  const begin = performance.now();
  await input?.uploadFile(path);
  await page.waitForSelector('.import-preview', { timeout: 300_000 });
  const offered = performance.now();
  const gapReading = await longestGap(page);
  await page.$eval('.import-preview > .row button', (button) => (button as HTMLElement).click());
  await page.waitForFunction(() => document.querySelector('.notice')?.textContent?.includes('imported'), {
    timeout: 300_000,
  });
  const confirmed = performance.now();
  console.log(
    `${kind}, ${format}: ${(size / MEBIBYTE).toFixed(0)} MiB, ${entries} entries:`,
    `offered after ${((offered - begin) / 1_000).toFixed(1)} s, imported ${(confirmed - offered).toFixed(0)} ms after the word,`,
    `page silent for ${gapReading.toFixed(0)} ms at most; ${largest(pid, before)}`,
  );
  await afterwards(page, 'complaints', () => largest(pid, before));
  await afterwards(page, 'search', () => largest(pid, before));
}

/** The process that has been largest so far, and how large it was before. */
function largest(pid: number, before: ReadonlyMap<number, number>): string {
  const peaks = family(pid).map((one) => ({ one, peak: memoryOf(one, 'VmHWM'), was: before.get(one) ?? 0 }));
  const [top] = peaks.toSorted((a, b) => b.peak - a.peak);
  if (top === undefined) return 'no process';
  const type = /--type=[\w-]+|-contentproc.*\b\w+$/.exec(commandOf(top.one))?.[0] ?? 'the browser itself';
  return `largest process (${type}) ${top.peak.toFixed(0)} MiB, ${top.was.toFixed(0)} before`;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    // It has ended in the meantime.
    return '';
  }
}

/** What the import is for: a page on which the terms are marked, and the search. */
async function afterwards(page: Page, call: 'complaints' | 'search', peak: () => string): Promise<void> {
  const begin = performance.now();
  await page.evaluate(async (name) => {
    const { chrome, browser } = globalThis as unknown as Record<
      string,
      { runtime: { sendMessage(m: unknown): Promise<unknown> } }
    >;
    const argument = name === 'search' ? { query: 'reserve', limit: 10 } : undefined;
    await (browser ?? chrome)?.runtime.sendMessage({ glossator: 1, call: name, argument });
  }, call);
  const seconds = ((performance.now() - begin) / 1_000).toFixed(1);
  console.log(
    `  then “${call}” was answered after ${seconds} s, page silent for ${await longestGap(page)} ms; ${peak()}`,
  );
}

const size = makeFile();
build(kind === 'firefox' ? 'firefox' : 'chrome');
const ground = await openGround(kind === 'firefox' ? 'firefox' : 'chromium');
try {
  await run(ground, size);
} finally {
  await ground.close();
  rmSync(folder, { recursive: true, force: true });
}
