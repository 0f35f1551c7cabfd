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

/** What has the focus: in the page, and in the card. */
const focus = (reader: Visit) =>
  reader.page.evaluate(() => {
    const inner = document.querySelector('glossator-popover')?.shadowRoot?.activeElement;
    return [
      document.activeElement?.id || document.activeElement?.localName,
      inner ? inner.getAttribute('aria-label') || inner.className : null,
    ];
  });

const selectWord = (reader: Visit, selector: string) =>
  reader.page.$eval(selector, (element) => document.getSelection()?.selectAllChildren(element));

test('stepping goes from card to card with the focus, and Escape brings it back', () =>
  onArticle(async (reader) => {
    await reader.page.focus('#field');
    await reader.order('step', 'next');
    await reader.card(WPK);
    expect(await focus(reader)).toEqual(['glossator-popover', 'card']);
    await reader.order('step', 'next');
    await reader.card('DPRK');
    expect(await focus(reader)).toEqual(['glossator-popover', 'card']);
    await reader.order('step', 'previous');
    await reader.card(WPK);
    expect(await reader.told('stepped')).toEqual([{ found: true }, { found: true }, { found: true }]);
    await reader.page.keyboard.press('Escape');
    await reader.noCard();
    expect(await focus(reader)).toEqual(['field', null]);
    expect((await reader.told('emphasize')).at(-1)).toBe(null);
  }));

test('stepping back from the first term leads to the last, which is brought into sight', () =>
  onArticle(
    async (reader) => {
      await reader.order('step', 'next');
      await reader.card(WPK);
      await reader.order('step', 'previous');
      await reader.card('KCNA');
      const place = await reader.page.$eval('#last', (last) => last.getBoundingClientRect().top);
      expect(place).toBeGreaterThan(0);
      expect(place).toBeLessThan(await reader.page.evaluate(() => window.innerHeight));
    },
    article({
      body: '<div style="height:3000px"></div><p><span id="last" data-term="nk/kcna">KCNA</span></p>',
    }),
  ));

test('on a page without terms, stepping says that there are none', () =>
  onArticle(async (reader) => {
    await reader.order('step', 'next');
    await reader.card('No terms here');
    expect(await focus(reader)).toEqual(['glossator-popover', 'card']);
    expect(await reader.told('stepped')).toEqual([{ found: false }]);
  }, '<!doctype html><html lang="en"><body><p>Nothing here.</p></body></html>'));

test('Tab goes through the parts of a card opened by keys, and out of it back to where the focus was', () =>
  onArticle(async (reader) => {
    await reader.page.focus('#field');
    await reader.order('step', 'next');
    await reader.card(WPK);
    const seen: unknown[] = [];
    for (let n = 0; n < 6; n++) {
      await reader.page.keyboard.press('Tab');
      seen.push((await focus(reader))[1]);
    }
    expect(seen).toEqual(['Keep open', 'Close', 'link', 'link', '', 'more']);
    await reader.page.keyboard.press('Tab');
    await reader.noCard();
    expect(await focus(reader)).toEqual(['field', null]);
  }));

test('a card opened by the pointer is not in the tab order of the page', () =>
  onArticle(async (reader) => {
    await reader.page.focus('#field');
    await reader.hover('#wpk');
    await reader.card(WPK);
    await reader.page.keyboard.press('Tab');
    expect((await focus(reader))[1]).toBe(null);
    expect(await reader.count()).toBe(1);
  }));

test('the keys pressed in a card are not shortcuts of the page', () =>
  onArticle(async (reader) => {
    await reader.page.evaluate(() => {
      const keys: string[] = [];
      Object.assign(window, { keys });
      document.addEventListener('keydown', ({ key }) => keys.push(key), true);
    });
    await reader.order('step', 'next');
    await reader.card(WPK);
    await reader.page.keyboard.press('j');
    await reader.page.keyboard.press('Escape');
    await reader.noCard();
    await reader.page.keyboard.press('k');
    expect(await reader.page.evaluate('window.keys')).toEqual(['k']);
  }));

test('pressing a button of the card with the mouse leaves focus and selection of the page alone', () =>
  onArticle(async (reader) => {
    await reader.page.focus('#field');
    await reader.hover('#wpk');
    await reader.card(WPK);
    await reader.press('More');
    expect(await focus(reader)).toEqual(['field', null]);
  }));

test('the selection is looked up: its card', () =>
  onArticle(async (reader) => {
    await selectWord(reader, '#dprk');
    await reader.order('lookUp');
    await reader.card('DPRK');
    expect(await reader.told('search')).toEqual([{ query: 'DPRK', limit: 6 }]);
    expect(await focus(reader)).toEqual(['glossator-popover', 'card']);
  }));

test('what no glossary has is looked up: near matches, and a new term with its sentence', () =>
  onArticle(
    async (reader) => {
      await selectWord(reader, '#unknown');
      await reader.order('lookUp');
      await reader.card('KCN');
      await reader.press('KCNA');
      await reader.card('KCNA');
      await reader.press('Back');
      await reader.card('KCN');
      await reader.press('Add as my term');
      expect(await reader.told('act')).toEqual([{ act: 'add', term: 'KCN', context: 'Then the KCN spoke.' }]);
    },
    article({ body: '<p>It was late. Then the <b id="unknown">KCN</b> spoke. Nobody heard.</p>' }),
  ));

test('with nothing selected, looking up says what to do', () =>
  onArticle(async (reader) => {
    await reader.order('lookUp');
    await reader.card('Look up');
    expect(await reader.text('#definition')).toContain('Select a word');
    expect(await reader.told('search')).toEqual([]);
  }));
