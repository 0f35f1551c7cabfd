import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, WPK } from './article.ts';
import { BROWSER, openBrowser, type TestBrowser } from './open-browser.ts';
import { type Visit, visit } from './visit.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser({ touch: true });
});
afterAll(() => browser.close());

/** Opens the article on a screen of this width. */
async function onScreen(width: number, read: (reader: Visit) => Promise<void>): Promise<void> {
  const page = article({
    head: '<style>body { width: auto; margin: 20px } p { margin-bottom: 5em } #more { height: 2000px }</style>',
    body: `<p><button id="button">A <span id="pressed" data-term="nk/kcna">KCNA</span></button></p><p id="more">
<span id="low" data-term="nk/kcna">KCNA</span></p>`,
  });
  const reader = await visit(browser, page);
  const emulation = BROWSER === 'firefox' ? {} : { isMobile: true, hasTouch: true };
  await reader.page.setViewport({ width, height: 700, ...emulation });
  await read(reader);
  await reader.close();
}

async function tap(reader: Visit, selector: string): Promise<void> {
  const { x, y } = await reader.middle(selector);
  await reader.page.touchscreen.tap(x, y);
}

const place = (reader: Visit) =>
  reader.page.$eval('glossator-popover', (host) => {
    const { left, right, top, bottom } = host.getBoundingClientRect();
    return {
      left,
      right,
      top,
      bottom,
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    };
  });

test('a tap on a term opens its card, a tap elsewhere closes it', () =>
  onScreen(390, async (reader) => {
    await tap(reader, '#wpk');
    await reader.card(WPK);
    await reader.page.touchscreen.tap(200, 5);
    await reader.noCard();
  }));

test('on a small screen the card is a sheet at the bottom', () =>
  onScreen(390, async (reader) => {
    await tap(reader, '#wpk');
    await reader.card(WPK);
    const { left, right, bottom, width, height } = await place(reader);
    expect([left, right, bottom]).toEqual([0, width, height]);
  }));

test('the sheet of a term in the lower half is at the top, so that the term can be read', () =>
  onScreen(390, async (reader) => {
    await reader.page.$eval('#low', (low) => low.scrollIntoView({ block: 'end' }));
    await tap(reader, '#low');
    await reader.card('KCNA');
    expect((await place(reader)).top).toBe(0);
  }));

test('on a large screen the card is beside its term', () =>
  onScreen(900, async (reader) => {
    await tap(reader, '#wpk');
    await reader.card(WPK);
    expect((await place(reader)).bottom).toBeLessThan(600);
  }));

test('a tap on a term in a link follows the link and opens nothing', () =>
  onScreen(390, async (reader) => {
    await tap(reader, '#linked');
    await reader.page.waitForFunction(() => location.hash === '#followed');
    expect(await reader.count()).toBe(0);
  }));

test('a tap on a term in a button presses the button', () =>
  onScreen(390, async (reader) => {
    await reader.page.$eval('#button', (button) => button.addEventListener('click', () => button.remove()));
    await tap(reader, '#pressed');
    await reader.page.waitForSelector('#button', { hidden: true });
    expect(await reader.count()).toBe(0);
  }));

test('from a card to the card of another term is one tap', () =>
  onScreen(390, async (reader) => {
    await tap(reader, '#wpk');
    await reader.card(WPK);
    await tap(reader, '#dprk');
    await reader.card('DPRK');
    expect(await reader.count()).toBe(1);
  }));
