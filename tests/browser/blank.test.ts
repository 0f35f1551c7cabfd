import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, openGround } from './launch/ground.ts';
import { countFrameCalls } from './launch/own-page.ts';

/** Pages that have no text when they are met: nothing is done for them until they have. */

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const TEXT = 'The KCNA report came from Pyongyang.';

/** Puts a frame with text into a page and waits until a term in it is a mark, or ink. */
async function waitForFrame(page: Page, how: 'marked' | 'inked'): Promise<void> {
  await page.evaluate((text) => {
    const frame = document.createElement('iframe');
    frame.width = '500';
    frame.srcdoc = `<p>${text}</p>`;
    // Not beside the text: what changes there keeps it from being marked too.
    document.querySelector('#frames')?.append(frame);
  }, TEXT);
  await page.waitForFunction(
    (wanted) => {
      const inner = [...document.querySelectorAll('iframe')].at(-1)?.contentWindow;
      if (wanted === 'marked') return inner?.document.querySelector('mark[data-glossator]') != null;
      const highlights = (inner as typeof globalThis | undefined)?.CSS.highlights ?? [];
      return [...highlights].some(([name, { size }]) => name.startsWith('glossator') && size > 0);
    },
    {},
    how,
  );
}

const WAYS: readonly (readonly [name: string, write: (text: string) => void])[] = [
  [
    'put in by a script',
    (text) =>
      document
        .querySelector('#place')
        ?.append(Object.assign(document.createElement('p'), { textContent: text })),
  ],
  [
    'written into an empty text',
    (text) => Object.assign(document.querySelector('#place')?.firstChild ?? {}, { data: text }),
  ],
  [
    'in a shadow root',
    (text) => {
      const root = document.querySelector('#place')?.attachShadow({ mode: 'open' });
      root?.append(Object.assign(document.createElement('p'), { textContent: text }));
    },
  ],
];

test.each(WAYS)('a blank page is read once it has text: %s', async (_, write) => {
  const page = await ground.open({
    path: '/blank.html',
    page: '<!doctype html><title>KCNA</title><style>p { margin: 1em }</style><div id="place"> </div><div id="frames"></div>',
  });
  // What is asked by a frame that came later has been answered: so has what the page asked.
  await waitForFrame(page, 'inked');
  await page.evaluate(write, TEXT);
  const inked = await settledTerms(page, 2);
  expect(inked.map(({ text, painter }) => [text, painter])).toEqual([
    ['KCNA', 'ink'],
    ['Pyongyang', 'ink'],
  ]);
  // It was made by a script, after it was met: its text nodes stay its own, however still it is.
  await waitForFrame(page, 'marked');
  expect(await page.$('mark[data-glossator]')).toBeNull();
  await page.close();
});

test('a frame asks nothing until there is something in it', async () => {
  const own = await ground.ownPage('options.html');
  const asked = await countFrameCalls(own, 'visit');
  const page = await ground.open({
    path: '/frames.html',
    page: '<!doctype html><title>KCNA</title><p>Text</p><iframe id="empty" width="500" srcdoc="<img><div id=place> </div>"></iframe><div id="frames"></div>',
  });
  await waitForFrame(page, 'inked');
  expect(await asked()).toBe(1);
  await page.evaluate((text) => {
    const inner = document.querySelector<HTMLIFrameElement>('#empty')?.contentDocument;
    inner?.querySelector('#place')?.append(text);
  }, TEXT);
  await page.waitForFunction(() => {
    const inner = document.querySelector<HTMLIFrameElement>('#empty')?.contentWindow;
    return (inner as typeof globalThis | null)?.CSS.highlights.size;
  });
  expect(await asked()).toBe(2);
  await page.evaluate(() => {
    const field = Object.assign(document.createElement('iframe'), { srcdoc: '<input type=password>' });
    document.querySelector('#frames')?.append(field);
  });
  await expect.poll(asked, { timeout: 10_000 }).toBe(3);
  await own.close();
  await page.close();
});
