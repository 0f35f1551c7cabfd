import { article, WPK } from './article.ts';
import { BROWSER, openBrowser } from './open-browser.ts';
import { type Visit, visit } from './visit.ts';

/**
 * Milliseconds from the end of the rest to the frame that shows the card, beside those of a bare
 * element that the page itself adds after the same rest in the same run.
 *
 *     GLOSSATOR_BROWSER=firefox node tests/browser/popover/bench.ts
 */

const DELAY = 250;
const RUNS = 40;

/** Prepares a page to measure the next hover: from its last pointer event to the frame after something came. */
async function prepare(reader: Visit, bare: boolean): Promise<void> {
  await reader.page.evaluate(
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

async function hover(reader: Visit, bare: boolean): Promise<number> {
  await prepare(reader, bare);
  await reader.hover('#wpk');
  const waited = (await reader.page.evaluate('window.shown')) as number;
  return waited - DELAY;
}

/** The first card of a page, and one that comes later. */
async function measureCards(): Promise<[number, number]> {
  const reader = await visit(test, article());
  const first = await hover(reader, false);
  await reader.card(WPK);
  await reader.page.mouse.move(20, 20);
  await reader.noCard();
  // A new visit: no card was open a moment ago.
  await reader.order('end');
  await reader.order('start');
  const later = await hover(reader, false);
  await reader.close();
  return [first, later];
}

async function measureBare(): Promise<number> {
  const reader = await visit(test, article());
  await reader.order('end');
  const time = await hover(reader, true);
  await reader.close();
  return time;
}

function summary(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1]?.toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

const test = await openBrowser();
const first: number[] = [];
const later: number[] = [];
const bare: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const [one, two] = await measureCards();
  first.push(one);
  later.push(two);
  bare.push(await measureBare());
}
await test.close();
const lines = [
  `first card of a page: ${summary(first)}`,
  `a later card: ${summary(later)}`,
  `a bare element: ${summary(bare)}`,
];
process.stdout.write(`${BROWSER}, from rest to\n  ${lines.join('\n  ')}\n`);
