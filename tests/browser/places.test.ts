import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, openGround } from './launch/ground.ts';
import { waitForCard } from './launch/in-card.ts';
import { paintAs } from './launch/paint-as.ts';
import { type WordBox, wordBoxes } from './launch/word-boxes.ts';

/** Everywhere text is: a term answers in exactly the area that it shows, line by line, and nowhere else. */

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const PARTY = "Workers' Party of Korea";
const said = (style: string, before = 'Then the '): string =>
  `<p class="t" style="${style}">${before}${PARTY} met.</p>`;

/** A place for the term, and how many boxes it has there at least. */
const PLACES: readonly (readonly [name: string, body: string, boxes: number])[] = [
  ['plain', said(''), 1],
  ['right to left', said('direction:rtl', 'אבג '), 1],
  ['vertical text', said('writing-mode:vertical-rl;height:400px'), 1],
  ['vertical text over two lines', said('writing-mode:vertical-lr;height:150px'), 2],
  ['user-select: none', said('user-select:none;-webkit-user-select:none'), 1],
  ['over four lines', said('width:70px'), 4],
  [
    'over two columns',
    said('columns:2;width:430px;column-gap:80px;height:58px;column-fill:auto', 'Then in a night came the '),
    2,
  ],
  [
    'across elements',
    `<p class="t" style="width:160px">In a <b>Workers' <i>Party</i></b> of <u>Korea</u> hall.</p>`,
    2,
  ],
  ['zoomed', said('zoom:1.7;width:210px'), 2],
  ['scaled', said('transform:scale(1.4) translate(60px,9px);width:210px;transform-origin:0 0'), 2],
  ['turned upside down', said('transform:rotate(180deg);width:210px'), 2],
  ['turned by 20 degrees', said('transform:rotate(20deg);width:420px;margin:90px 0'), 1],
  [
    'in a scrolled box',
    `<div style="height:90px;width:300px;overflow:auto">${'<br>'.repeat(9)}${said('')}${'<br>'.repeat(9)}</div>`,
    1,
  ],
  [
    'in a shadow root',
    `<div class="t"><template shadowrootmode="open"><p style="width:210px">The ${PARTY}.</p></template></div>`,
    2,
  ],
  [
    'under an empty link',
    `<div style="position:relative">${said('')}<a href="#x" style="position:absolute;inset:0"></a></div>`,
    1,
  ],
];
const SECTIONS = PLACES.map(([, body], at) => `<section id="s${at}">${body}</section>`).join('<hr>');
const PAGE = `<!doctype html><html lang="en"><title>N</title>
  <style>body{margin:60px;font:18px/1.6 serif}hr{margin:40px}</style><body><p id="other">KCNA</p>${SECTIONS}`;

/** Rests the pointer on a point, and waits a few frames: by then the page has heard of it, and a card would be there. */
async function rest(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
  await page.evaluate(async () => {
    for (let n = 0; n < 4; n++) await new Promise((next) => requestAnimationFrame(next));
  });
}

const middle = ({ x, y, width, height }: WordBox): [number, number] => [x + width / 2, y + height / 2];

/** Points just outside of a term, before its first box and behind its last. */
function outside(first: WordBox, last: WordBox): readonly [number, number][] {
  const [x, y] = middle(first);
  const [lastX, lastY] = middle(last);
  if (first.height > first.width)
    return [
      [x, first.y - 6],
      [lastX, last.y + last.height + 6],
    ];
  return [
    [first.x - 6, y],
    [last.x + last.width + 6, lastY],
  ];
}

/** Cards start at once, so that a point where none comes is soon told from one where it does. */
async function withoutRest(): Promise<void> {
  const options = await ground.ownPage('options.html');
  await options.bringToFront();
  const amount = await options.waitForSelector('#reading input[type=number], #reading input[type=range]');
  await amount?.click({ count: 3 });
  await options.keyboard.type('0');
  await options.keyboard.press('Tab');
  await options.waitForFunction(async () => {
    const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return /delay\W*0\b/.test(JSON.stringify(await storage.sync.get(null)));
  });
  await options.close();
}

const hasCard = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('glossator-popover') !== null);

/** Moves the pointer away from all terms, and waits until no card is open. */
async function away(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await rest(page, 4, 4);
  await expect.poll(() => hasCard(page), { interval: 10 }).toBe(false);
}

/** Each box of the term in a place opens its card, and what is beside it opens nothing. */
async function answersExactly(page: Page, selector: string, least: number): Promise<void> {
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center' }));
  const boxes = await wordBoxes(page, selector, PARTY);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first === undefined || last === undefined) throw new Error('The term is not there.');
  expect(boxes.length).toBeGreaterThanOrEqual(least);
  for (const [x, y] of outside(first, last)) {
    await rest(page, x, y);
    expect(await hasCard(page), `at ${x},${y}, outside`).toBe(false);
  }
  for (const box of boxes) {
    await rest(page, ...middle(box));
    await waitForCard(page, PARTY);
    await away(page);
  }
}

describe('each box of a term opens its card, and nothing beside it', () => {
  let page: Page;
  beforeAll(async () => {
    await withoutRest();
    await paintAs(ground, 'ink');
    page = await ground.open({ path: '/places.html', page: PAGE });
  });

  test.each(PLACES.map(([name, , boxes], at) => [name, at, boxes] as const))(
    'ink, %s',
    async (_, at, boxes) => {
      await page.bringToFront();
      await answersExactly(page, `#s${at} .t`, boxes);
    },
  );

  describe('drawn as marks', () => {
    beforeAll(async () => {
      await paintAs(ground, 'marks');
      await page.bringToFront();
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForSelector('#other mark');
    });

    test.each(PLACES.map(([name, , boxes], at) => [name, at, boxes] as const))(
      'marks, %s',
      async (_, at, boxes) => {
        await page.$eval(`#s${at}`, (section) => section.scrollIntoView({ block: 'center' }));
        await page.waitForFunction(
          (section) => {
            const root =
              document.querySelector(`${section} .t`)?.shadowRoot ?? document.querySelector(section);
            return root?.querySelector('mark[data-glossator]') !== null;
          },
          {},
          `#s${at}`,
        );
        await answersExactly(page, `#s${at} .t`, boxes);
      },
    );
  });
});

describe('documents of other kinds', () => {
  const html = (body: string, head = ''): string =>
    `<!doctype html><title>N</title>${head}<body style="margin:60px">${body}`;
  const T = `<p class="t">The ${PARTY} met.</p>`;
  const DRAWING = `<svg width="300" height="80"><text y="20">KCNA</text><foreignObject width="300" height="60"><p>DPRK</p></foreignObject></svg>`;
  const XHTML = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>N</title></head><body style="margin:60px">${T}</body></html>`;

  test.each([
    ['quirks mode', '/quirks.html', `<title>N</title><body style="margin:60px">${T}`],
    ['XHTML', '/page.xhtml', XHTML],
    ['a page with a drawing', '/svg.html', html(DRAWING + T)],
    ['base', '/base.html', html(T, '<base href="https://elsewhere.example/" target="_blank">')],
  ])('%s', async (_, path, body) => {
    const page = await ground.open({ path, page: body });
    await settledTerms(page, 1);
    await answersExactly(page, '.t', 1);
    await page.close();
  });

  test('plain text, XML, drawings and what its author keeps out are left alone', async () => {
    const others = [
      ['/notes.txt', 'The DPRK and KCNA.'],
      ['/feed.xml', '<feed><title>DPRK</title><p xmlns="http://www.w3.org/1999/xhtml">KCNA</p></feed>'],
      ['/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text y="30">The DPRK</text></svg>'],
      ['/no.html', html('<p>The DPRK</p>', '<meta name="Glossator" content="off">')],
    ] as const;
    const source = () => [new XMLSerializer().serializeToString(document), CSS.highlights.size];
    for (const [path, body] of others) {
      const page = await ground.open({ path, page: body });
      const before = await page.evaluate(source);
      // What is opened later, beside it, is drawn by then.
      const frame = await ground.open({ path: '/read.html', page: html('<p>The DPRK.</p>') });
      await settledTerms(frame, 1);
      await page.bringToFront();
      expect([path, await page.evaluate(source)]).toEqual([path, before]);
      expect(before[1]).toBe(0);
      await Promise.all([page.close(), frame.close()]);
    }
  });
});
