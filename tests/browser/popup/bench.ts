import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { madeGlossary } from '../../bench/made-glossary.ts';
import { build } from '../launch/build-once.ts';
import { settledTerms } from '../launch/drawn-terms.ts';
import { type Ground, openGround } from '../launch/ground.ts';
import { ROOT } from '../launch/open-browser.ts';
import { closePopup } from './in-popup.ts';

/**
 * The real toolbar popup: milliseconds from its start until the screen first shows something of what is in it, as the
 * browser tells, beside the same picture without a script; and, with 100,000 entries, from a keystroke to the end of
 * the frame that draws its first results.
 *
 *     npm run bench:popup
 */

const OPENINGS = 40;
const ENTRIES = 100_000;
const WARM_UP = 'kamin';
const QUERIES = ['workers', 'pyong', 'satne', 'north', 'centr', 'party', 'state', 'korea', 'minis'];
/** Importing so many entries and making their indexes takes this long (ms) at most. */
const IMPORTED = 120_000;

async function firstPaint(ground: Ground, page: Page): Promise<number> {
  const popup = await ground.popup(page);
  await popup.waitForSelector('.popup');
  const paint = await popup.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const time = await paint.jsonValue();
  await closePopup(popup);
  return time ?? Number.NaN;
}

const POPUP = join(ROOT, '.output/chrome-mv3/popup.html');

/** Does something while the popup is only what it draws first: what the browser itself takes for that. */
async function withoutScript<T>(work: () => Promise<T>): Promise<T> {
  const html = await readFile(POPUP, 'utf8');
  await writeFile(POPUP, html.replaceAll(/<script.*?<\/script>/g, ''));
  try {
    return await work();
  } finally {
    await writeFile(POPUP, html);
  }
}

/** Lets a file of many entries fall on the settings page, and waits until they can be searched. */
async function importMany(ground: Ground): Promise<void> {
  const options = await ground.ownPage('options.html');
  await options.waitForSelector('.import');
  options.setDefaultTimeout(IMPORTED);
  await options.evaluate(
    (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'made.json'));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('.import')?.dispatchEvent(event);
    },
    JSON.stringify(madeGlossary(ENTRIES)),
  );
  const accept = await options.waitForSelector(
    `::-p-aria([name="Import ${ENTRIES.toLocaleString('en')} entries"][role="button"])`,
  );
  await accept?.click();
  await options.waitForSelector('[data-glossary=made]');
  await options.close();
}

/** Milliseconds of each keystroke of a query, from the event to the end of the frame after its own answer. */
async function keystrokes(popup: Page, query: string): Promise<number[]> {
  await popup.evaluate(() => {
    const field = document.querySelector('input');
    const times: number[] = [];
    Object.assign(window, { times });
    field?.addEventListener('input', ({ timeStamp }) => {
      const wanted = `[data-query="${CSS.escape(field.value)}"] [role=option]`;
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => times.push(performance.now() - timeStamp);
      const observer = new MutationObserver(() => {
        if (document.querySelector(wanted) === null) return;
        observer.disconnect();
        // A message that is sent before a frame is laid out and painted comes after that.
        requestAnimationFrame(() => drawn.port2.postMessage(undefined));
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
  });
  for (const [at, letter] of [...query].entries()) {
    await popup.keyboard.type(letter);
    await popup.waitForFunction(
      (count) => (window as unknown as { times: number[] }).times.length > count,
      // Not frame by frame, as is usual: that alone would have the browser draw frames.
      { polling: 20 },
      at,
    );
  }
  return popup.evaluate(() => (window as unknown as { times: number[] }).times);
}

function summary(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1]?.toFixed(0);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

build('chrome');
const ground = await openGround('chromium');
const page = await ground.open('article.html');
await settledTerms(page, 5);
await firstPaint(ground, page);
const paints: number[] = [];
const bare: number[] = [];
for (let run = 0; run < OPENINGS; run++) {
  paints.push(await firstPaint(ground, page));
  bare.push(await withoutScript(() => firstPaint(ground, page)));
}
process.stdout.write(`\nfirst paint of the popup: ${summary(paints)}; without a script: ${summary(bare)}\n`);
await importMany(ground);
const times: number[] = [];
for (const query of [WARM_UP, ...QUERIES]) {
  const popup = await ground.popup(page);
  await popup.waitForSelector('.on-page');
  popup.setDefaultTimeout(IMPORTED);
  if (query === WARM_UP) await keystrokes(popup, 'a');
  else times.push(...(await keystrokes(popup, query)));
  await closePopup(popup);
}
process.stdout.write(`keystroke to result, ${ENTRIES} entries: ${summary(times)}\n`);
await ground.close();
