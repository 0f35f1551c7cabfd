import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, WPK } from './article.ts';
import { openBrowser, type TestBrowser, type TestPage } from './open-browser.ts';
import { type Visit, visit } from './visit.ts';

/** Pages that make it hard for a card to look and work as it should. */

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function onPage(page: TestPage | string, read: (reader: Visit) => Promise<void>): Promise<void> {
  const reader = await visit(browser, page);
  await reader.order('delay', '0');
  await read(reader);
  await reader.close();
}

/** How the card looks, as the browser computes it. */
const look = (reader: Visit) =>
  reader.page.evaluate(() => {
    const host = document.querySelector('glossator-popover');
    const card = host?.shadowRoot?.querySelector('.card');
    if (!host || !card) return undefined;
    const { position, opacity, transform, fontSize } = getComputedStyle(host);
    const { display, borderRadius, backgroundColor, color } = getComputedStyle(card);
    const { width, height } = host.getBoundingClientRect();
    return {
      position,
      opacity,
      transform,
      fontSize,
      display,
      borderRadius,
      backgroundColor,
      color,
      width,
      height,
    };
  });

/** Whether the card is what one sees at its own place. */
const isOnTop = (reader: Visit) =>
  reader.page.evaluate(() => {
    const host = document.querySelector('glossator-popover');
    const { left, top, width, height } = host?.getBoundingClientRect() ?? new DOMRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return host !== null && (seen === host || seen?.contains(host) === true);
  });

async function usual(): Promise<Awaited<ReturnType<typeof look>>> {
  let seen: Awaited<ReturnType<typeof look>>;
  await onPage(article(), async (reader) => {
    await reader.hover('#wpk');
    await reader.card(WPK);
    seen = await look(reader);
  });
  return seen;
}

test.each<[string, TestPage]>([
  [
    'a policy that allows nothing',
    {
      html: article().replaceAll(/<style>.*<\/style>|style="[^"]*"/g, ''),
      headers: { 'content-security-policy': "default-src 'none'; style-src 'none'" },
    },
  ],
  [
    'Trusted Types',
    {
      html: article(),
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    },
  ],
  [
    'style rules for everything',
    {
      html: article({
        head: `<style>:root > :not(head, body) { color: red !important; opacity: .3 !important;
  position: static !important; transform: rotate(9deg) !important; font: 40px monospace !important;
  display: none !important; left: -999px !important; width: 1px !important; transition: all 9s !important }
  ::backdrop { background: black !important; pointer-events: auto !important }
  :root > ::before { content: "x" !important; display: block !important; height: 99px !important }
  :root { color: red; direction: rtl; letter-spacing: 9px; text-transform: uppercase; cursor: wait }
  body { color: black; direction: ltr; letter-spacing: 0; text-transform: none }</style>`,
      }),
    },
  ],
])('a card looks the same under %s', (_, page) =>
  onPage(page, async (reader) => {
    await reader.hover('#wpk');
    await reader.card(WPK);
    expect(await look(reader)).toEqual(await usual());
  }),
);

test('a card is above whatever a page puts on top', () =>
  onPage(
    article({
      body: `<div style="position:fixed;inset:170px 0 0;z-index:2147483647;background:#fcc"></div>`,
    }),
    async (reader) => {
      await reader.hover('#wpk');
      await reader.card(WPK);
      expect(await isOnTop(reader)).toBe(true);
    },
  ));

test('a card in a modal dialog can be used, and Escape closes it before the dialog', () =>
  onPage(
    article({
      body: `<dialog id="dialog"><p style="width:300px">In a dialog: <span id="inner" data-term="nk/wpk">WPK</span></p></dialog>`,
    }),
    async (reader) => {
      await reader.page.$eval('#dialog', (dialog) => (dialog as HTMLDialogElement).showModal());
      const before = await reader.page.evaluate(() => document.documentElement.outerHTML);
      await reader.hover('#inner');
      await reader.card(WPK);
      expect(await isOnTop(reader)).toBe(true);
      await reader.press('DPRK');
      await reader.card('DPRK');
      await reader.page.keyboard.press('Escape');
      await reader.noCard();
      expect(await reader.page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      await reader.page.keyboard.press('Escape');
      await reader.page.waitForSelector('#dialog:not([open])');
    },
  ));

test('a card is above an element in fullscreen', () =>
  onPage(
    article({
      body: `<div id="full" style="background:#eee"><button id="go">Fullscreen</button>
<p style="margin:80px"><span id="inner" data-term="nk/wpk">WPK</span></p></div>`,
    }),
    async (reader) => {
      await reader.page.evaluate(() =>
        document
          .querySelector('#go')
          ?.addEventListener('click', () => document.querySelector('#full')?.requestFullscreen()),
      );
      await reader.page.click('#go');
      await reader.page.waitForFunction(() => document.fullscreenElement !== null);
      await reader.hover('#inner');
      await reader.card(WPK);
      expect(await isOnTop(reader)).toBe(true);
    },
  ));

test('the handlers of a page do not hear what happens in a card', () =>
  onPage(article(), async (reader) => {
    await reader.hover('#wpk');
    await reader.card(WPK);
    await reader.page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'wheel']) {
        document.addEventListener(type, () => heard.push(type));
      }
    });
    await reader.press('More');
    expect(await reader.page.evaluate('window.heard')).toEqual([]);
  }));

test('a closed shadow root hides what the card shows from the page', () =>
  onPage(article({ html: 'data-mode="closed"' }), async (reader) => {
    await reader.hover('#wpk');
    await reader.page.waitForSelector('glossator-popover');
    expect(
      await reader.page.$eval('glossator-popover', (host) => [
        host.shadowRoot,
        host.textContent,
        host.children.length,
      ]),
    ).toEqual([null, '', 0]);
  }));

test('a page that takes the card away is left alone', () =>
  onPage(article(), async (reader) => {
    await reader.hover('#wpk');
    await reader.card(WPK);
    await reader.page.evaluate(() => document.querySelector('glossator-popover')?.remove());
    await reader.page.mouse.move(20, 20);
    await reader.hover('#kcna');
    await reader.card('KCNA');
  }));

test('a card in a frame stays in the frame', () =>
  onPage(
    `<!doctype html><html><body style="margin:40px"><iframe width="420" height="260"></iframe></body></html>`,
    async (reader) => {
      const address = browser.serve({
        html: '<!doctype html><body><p style="font:16px serif;margin:30px"><span id="inner" data-term="nk/kcna">KCNA</span></p>',
      });
      await reader.page.$eval('iframe', (frame, src) => frame.setAttribute('src', src), address);
      const frame = await reader.page.waitForFrame(address);
      await frame.waitForSelector('html[data-harness=ready]');
      const place = await frame.$eval('#inner', (inner) => inner.getBoundingClientRect().toJSON());
      const offset = await reader.page.$eval('iframe', (element) => element.getBoundingClientRect().toJSON());
      const at = { x: offset.x + place.x + 12, y: offset.y + place.y + 12 };
      await reader.page.mouse.move(at.x - 3, at.y);
      await reader.page.mouse.move(at.x, at.y);
      await frame.waitForSelector('glossator-popover');
      await reader.page.mouse.move(10, 10);
      await frame.waitForFunction(() => document.querySelector('glossator-popover') === null);
    },
  ));
