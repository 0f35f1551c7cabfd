import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, WPK } from './article.ts';
import { openBrowser, type TestBrowser } from './open-browser.ts';
import { type Visit, visit } from './visit.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function onArticle(read: (reader: Visit) => Promise<void>, page = article()): Promise<void> {
  const reader = await visit(browser, page);
  await read(reader);
  await reader.close();
}

const html = (reader: Visit) => reader.page.evaluate(() => document.documentElement.outerHTML);

test('a rest on a term opens its card, leaving closes it, and nothing stays on the page', () =>
  onArticle(async (reader) => {
    const before = await html(reader);
    await reader.hover('#wpk');
    await reader.card(WPK);
    await reader.page.mouse.move(20, 20);
    await reader.noCard();
    expect(await html(reader)).toBe(before);
  }));

test('the end of the visit takes an open card away at once', () =>
  onArticle(async (reader) => {
    const before = await html(reader);
    await reader.hover('#wpk');
    await reader.card(WPK);
    await reader.order('end');
    expect(await html(reader)).toBe(before);
  }));

test('a card opens only after the rest that the reader has set', () =>
  onArticle(async (reader) => {
    await reader.order('delay', '700');
    await reader.hover('#wpk');
    const waited = await reader.page.evaluate(
      (started) =>
        new Promise<number>((done) => {
          new MutationObserver(() => done(performance.now() - started)).observe(document.documentElement, {
            childList: true,
          });
        }),
      await reader.page.evaluate(() => performance.now()),
    );
    expect(waited).toBeGreaterThan(600);
  }));

test('a pointer that passes over a line of terms opens nothing', () =>
  onArticle(async (reader) => {
    await reader.page.evaluate(() => {
      const opened: Node[] = [];
      Object.assign(window, { opened });
      new MutationObserver((records) => {
        for (const { addedNodes } of records) opened.push(...addedNodes);
      }).observe(document.documentElement, { childList: true });
    });
    const from = await reader.middle('#wpk');
    const to = await reader.middle('#kcna');
    await reader.page.mouse.move(from.x, from.y);
    await reader.page.mouse.move(to.x, to.y, { steps: 12 });
    await reader.page.mouse.move(to.x, to.y - 60, { steps: 3 });
    await reader.order('delay', '0');
    await reader.hover('#rgb');
    await reader.card('RGB');
    expect(await reader.page.evaluate('window.opened.length')).toBe(1);
  }));

test('the card stays on the way to it, while the pointer is in it, and while other terms are crossed', () =>
  onArticle(async (reader) => {
    await reader.hover('#wpk');
    await reader.card(WPK);
    const term = await reader.middle('#wpk');
    const inside = await reader.page.$eval('glossator-popover', (host) => {
      const { left, top, width, height } = host.getBoundingClientRect();
      return { x: left + width * 0.8, y: top + height * 0.7 };
    });
    await reader.page.mouse.move(inside.x, inside.y, { steps: 25 });
    await reader.page.mouse.move(inside.x + 5, inside.y + 5, { steps: 25 });
    expect(await reader.text('h2')).toBe(WPK);
    await reader.page.mouse.move(term.x, term.y, { steps: 25 });
    expect(await reader.text('h2')).toBe(WPK);
  }));

test('from an open card to the next term is a short way', () =>
  onArticle(async (reader) => {
    await reader.order('delay', '3000');
    await reader.hover('#kcna');
    await reader.card('KCNA');
    await reader.page.mouse.move(20, 20);
    await reader.hover('#dprk');
    await reader.page.waitForFunction(
      () =>
        document.querySelector('glossator-popover')?.shadowRoot?.querySelector('h2')?.textContent === 'DPRK',
      { timeout: 1500 },
    );
  }));

test.each(['Escape', 'click'])(
  '%s closes the card, and it does not open again under a pointer at rest',
  (how) =>
    onArticle(async (reader) => {
      await reader.order('delay', '0');
      await reader.hover('#wpk');
      await reader.card(WPK);
      if (how === 'Escape') await reader.page.keyboard.press('Escape');
      else await reader.page.mouse.click(20, 20);
      expect(await reader.count()).toBe(0);
      const { x, y } = await reader.middle('#wpk');
      if (how === 'Escape') await reader.page.mouse.move(x + 1, y);
      // The next term opens, so that the time in which the first could have is over.
      await reader.page.mouse.move(20, 20);
      expect(await reader.count()).toBe(0);
    }),
);

test('the card follows a small scroll and closes when its term is scrolled away', () =>
  onArticle(
    async (reader) => {
      await reader.hover('#wpk');
      await reader.card(WPK);
      const gap = () =>
        reader.page.evaluate(() => {
          const host = document.querySelector('glossator-popover')?.getBoundingClientRect().top ?? 0;
          return Math.round(host - (document.querySelector('#wpk')?.getBoundingClientRect().bottom ?? 0));
        });
      const before = await gap();
      await reader.page.evaluate(() => window.scrollBy(0, 40));
      await reader.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect(await gap()).toBe(before);
      await reader.page.evaluate(() => window.scrollBy(0, 400));
      await reader.noCard();
    },
    article({ body: '<div style="height:3000px"></div>' }),
  ));

test('a page that scrolls by itself elsewhere does not keep a card from opening', () =>
  onArticle(
    async (reader) => {
      await reader.page.evaluate(() =>
        setInterval(() => document.querySelector('#ticker')?.scrollBy(1, 0), 16),
      );
      await reader.hover('#wpk');
      await reader.card(WPK);
    },
    article({
      body: '<div id="ticker" style="overflow:auto;width:200px"><div style="width:90000px">news</div></div>',
    }),
  ));

test('a term that the page takes away under the pointer opens nothing', () =>
  onArticle(async (reader) => {
    await reader.hover('#wpk');
    await reader.page.evaluate(() => document.querySelector('#wpk')?.remove());
    await reader.order('delay', '0');
    await reader.hover('#kcna');
    await reader.card('KCNA');
    expect(await reader.count()).toBe(1);
  }));

test('a card in a container closes when its term is scrolled out of the container', () =>
  onArticle(
    async (reader) => {
      await reader.hover('#boxed');
      await reader.card('KCNA');
      await reader.page.evaluate(() => document.querySelector('#box')?.scrollBy(0, 90));
      await reader.noCard();
    },
    article({
      body: `<div id="box" style="height:80px;overflow:auto"><p><span id="boxed" data-term="nk/kcna">KCNA</span></p>
<div style="height:900px"></div></div>`,
    }),
  ));

test('events that a page makes up open nothing', () =>
  onArticle(async (reader) => {
    await reader.order('delay', '0');
    const { x, y } = await reader.middle('#wpk');
    await reader.page.evaluate(
      (clientX, clientY) => {
        const init = { clientX, clientY, bubbles: true, composed: true, detail: 1 };
        for (const type of ['pointermove', 'pointerover', 'pointerdown', 'pointerup', 'click']) {
          document.querySelector('#wpk')?.dispatchEvent(new PointerEvent(type, init));
        }
      },
      x,
      y,
    );
    await reader.hover('#dprk');
    await reader.card('DPRK');
    expect(await reader.count()).toBe(1);
  }));

test('a card covers no line of its term and stays in the viewport, wherever the term is', () =>
  onArticle(
    async (reader) => {
      await reader.order('delay', '0');
      for (const id of ['#a', '#b', '#c', '#d', '#e']) {
        await reader.hover(id);
        await reader.card(WPK);
        const faults = await reader.page.evaluate((selector) => {
          const card = document.querySelector('glossator-popover')?.getBoundingClientRect() ?? new DOMRect();
          const lines = [...(document.querySelector(selector)?.getClientRects() ?? [])];
          const covers = lines.some(
            (r) => r.left < card.right && card.left < r.right && r.top < card.bottom && card.top < r.bottom,
          );
          const outside =
            card.left < 0 ||
            card.top < 0 ||
            card.right > window.innerWidth ||
            card.bottom > window.innerHeight;
          return { covers, outside, height: card.height > 40 };
        }, id);
        expect([id, faults]).toEqual([id, { covers: false, outside: false, height: true }]);
        await reader.page.keyboard.press('Escape');
        await reader.page.mouse.move(400, 300);
      }
    },
    `<!doctype html><html lang="en"><body style="margin:0;font:16px/1.5 serif">${[
      'a" style="position:fixed;top:2px;left:2px',
      'b" style="position:fixed;top:2px;right:2px',
      'c" style="position:fixed;bottom:2px;left:2px',
      'd" style="position:fixed;bottom:2px;right:2px',
    ]
      .map((id) => `<span data-term="nk/wpk" id="${id}">WPK</span>`)
      .join('')}<p style="width:200px;margin:260px 0 0 500px">Some words before the
<span data-term="nk/wpk" id="e">Workers’ Party of Korea, which is long,</span> and after it.</p></body></html>`,
  ));
