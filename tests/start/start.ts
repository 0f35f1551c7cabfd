import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../browser/launch/build-once.ts';
import { findBrowser } from '../browser/launch/find-browser.ts';
import { openBrowser, ROOT } from '../browser/launch/open-browser.ts';
import { servePages } from '../browser/launch/serve-pages.ts';
import { type Row, readAloud } from './read-aloud.ts';

/**
 * `npm start [address or file]`: builds the extension and opens a browser with it on a page. Where there is
 * no display, the browser has no window: then every term is hovered, and what was seen is reported.
 */
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const pages = await servePages();
const address = addressOf(process.argv[2]);
console.log('Building the extension …');
findBrowser('chromium');
build('chrome');
const { browser, close } = await openBrowser('chromium', { headless: !hasDisplay });
const page = (await browser.pages())[0] ?? (await browser.newPage());
await page.goto(address, { waitUntil: 'load' });
console.log(`Opened ${address}`);

if (hasDisplay) {
  console.log('Rest on an underlined term to read its card. Close the browser to end.');
  await new Promise<void>((done) => browser.once('disconnected', () => done()));
} else {
  console.log('No display here: the browser has no window, and each term is hovered in turn.\n');
  const folder = join(ROOT, 'artefacts');
  mkdirSync(folder, { recursive: true });
  const picture = join(folder, 'start.png');
  const rows = await readAloud(page, picture);
  print(rows);
  console.log(`\nScreenshot: ${picture}`);
  const silent = rows.filter((row) => row.card === undefined);
  console.log(`${rows.length} terms, ${rows.length - silent.length} explained.`);
  if (rows.length === 0 || silent.length > 0) process.exitCode = 1;
  await close();
}
await pages.close();

function addressOf(given: string | undefined): string {
  if (given === undefined) return `${pages.origin}/article.html`;
  if (/^(https?|file):/.test(given)) return given;
  const file = resolve(given);
  if (!existsSync(file)) throw new Error(`${given} is neither an address (https://…) nor a file.`);
  return pathToFileURL(file).href;
}

function print(rows: readonly Row[]): void {
  const lines = rows.map(({ text, where, painter, card, milliseconds }) => [
    text.replace(/\s+/g, ' '),
    where,
    painter,
    card === undefined ? '–' : String(Math.round(milliseconds)),
    card === undefined ? 'no card opened' : `${card.name}: ${firstWords(card.definition)}`,
  ]);
  const table = [['term', 'where', 'drawn as', 'ms', 'card'], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 9 ? `${words.slice(0, 9).join(' ')} …` : text;
}
