import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, WPK } from './article.ts';
import { openBrowser, type TestBrowser } from './open-browser.ts';
import { type Visit, visit } from './visit.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens the card of a term and reads it. */
async function onCard(id: string, heading: string, read: (reader: Visit) => Promise<void>): Promise<void> {
  const reader = await visit(browser, article());
  await reader.order('delay', '0');
  await reader.hover(id);
  await reader.card(heading);
  await read(reader);
  await reader.close();
}

/** Presses an act behind "More". */
async function act(reader: Visit, label: string): Promise<void> {
  await reader.press('More');
  await reader.press(label);
}

async function status(reader: Visit, said: string): Promise<void> {
  await reader.page.waitForFunction(
    (wanted) =>
      document.querySelector('glossator-popover')?.shadowRoot?.querySelector('.status')?.textContent ===
      wanted,
    { timeout: 3000 },
    said,
  );
}

test('a card shows all that is known of a term, each in its own language', () =>
  onCard('#wpk', WPK, async (reader) => {
    const card = await reader.page.evaluate(() => {
      const root = document.querySelector('glossator-popover')?.shadowRoot;
      const text = (selector: string) => root?.querySelector(selector)?.textContent;
      const link = root?.querySelectorAll('a');
      return {
        native: [text('.native'), root?.querySelector('.native')?.getAttribute('lang')],
        kind: text('.kind'),
        definition: [
          text('#definition')?.slice(0, 15),
          root?.querySelector('#definition')?.getAttribute('lang'),
        ],
        why: text('.why'),
        asOf: text('.as-of'),
        related: [...(root?.querySelectorAll('.links button') ?? [])].map((button) => button.textContent),
        links: [...(link ?? [])].map(({ href, target, rel }) => [href, target, rel]),
        origin: text('.origin'),
      };
    });
    expect(card).toEqual({
      native: ['조선로동당', 'ko'],
      kind: 'organization',
      definition: ['The ruling part', 'en'],
      why: 'This page also says “Pyongyang”.',
      asOf: 'As of February 2026',
      related: ['DPRK', 'KCNA'],
      links: [['https://www.kcna.co.jp/', '_blank', 'noopener noreferrer']],
      origin: 'North Korea in the news',
    });
  }));

test('related terms open in place, also those that must be asked for, and Back leads back', () =>
  onCard('#wpk', WPK, async (reader) => {
    await reader.press('DPRK');
    await reader.card('DPRK');
    await reader.press('Fetched term');
    await reader.card('Fetched term');
    expect(await reader.told('card')).toEqual(['nk/far']);
    await reader.press('Back');
    await reader.card('DPRK');
    await reader.press('Back');
    await reader.card(WPK);
    expect(await reader.count()).toBe(1);
  }));

test('other meanings take each other’s place', () =>
  onCard('#rgb', 'RGB', async (reader) => {
    expect(await reader.text('#definition')).toContain('Reconnaissance');
    await reader.press('RGB');
    expect(await reader.text('#definition')).toContain('screens');
    expect(await reader.text('.links .note')).toContain('Reconnaissance');
  }));

test.each([
  ['Not this meaning here', { act: 'sense', ref: 'nk/wpk', choice: 'never', where: 'site' }, 'ask'],
  ['I know this', { act: 'known', ref: 'nk/wpk', known: true }, false],
  ['Hide everywhere', { act: 'hide', ref: 'nk/wpk', hidden: true }, false],
])('“%s” tells the background and can be undone at once', (label, told, undone) =>
  onCard('#wpk', WPK, async (reader) => {
    await act(reader, label);
    await reader.page.waitForFunction(
      () => document.querySelector('glossator-popover')?.shadowRoot?.querySelector('.undo') !== null,
    );
    await reader.press('Undo');
    await status(reader, 'Undone.');
    const [first, second] = (await reader.told('act')) as Record<string, unknown>[];
    expect(first).toEqual(told);
    expect(Object.values(second ?? {})).toContain(undone);
  }),
);

test('turning off on this site asks for nothing but that', () =>
  onCard('#wpk', WPK, async (reader) => {
    await act(reader, 'Turn off on 127.0.0.1');
    await status(reader, 'Off on this site. Undo');
    expect(await reader.told('act')).toEqual([{ act: 'site', on: false }]);
  }));

test('own terms can be edited, others cannot', async () => {
  await onCard('#mine', 'My term', async (reader) => {
    await act(reader, 'Edit');
    await status(reader, 'Opened in a tab.');
    expect(await reader.told('act')).toEqual([{ act: 'edit', ref: 'own/mine' }]);
  });
  await onCard('#wpk', WPK, async (reader) => {
    await reader.press('More');
    await expect(reader.press('Edit')).rejects.toThrow('no visible');
  });
});

test('a page-defined abbreviation leads to the place where it is defined', () =>
  onCard('#msmt', 'MSMT', async (reader) => {
    expect(await reader.text('.origin')).toBe('As defined on this page');
    await reader.press('Show where');
    await reader.noCard();
    expect(await reader.told('showDefinition')).toEqual(['page:MSMT']);
  }));

test('copying gives the definition with its source', () =>
  onCard('#wpk', WPK, async (reader) => {
    await act(reader, 'Copy with source');
    await status(reader, 'Copied.');
    await reader.page.focus('#field');
    await reader.page.$eval('#field', (field) => (field as HTMLInputElement).select());
    await reader.page.keyboard.down('Control');
    await reader.page.keyboard.press('v');
    await reader.page.keyboard.up('Control');
    const pasted = await reader.page.$eval('#field', (field) => (field as HTMLInputElement).value);
    expect(pasted).toMatch(/^Workers' Party of Korea: The ruling.*https:\/\/www\.kcna\.co\.jp\//s);
  }));

test('a pinned card stays until it is closed, and leaves room for others', () =>
  onCard('#wpk', WPK, async (reader) => {
    await reader.press('Keep open');
    await reader.page.mouse.click(20, 20);
    await reader.page.keyboard.press('ArrowDown');
    await reader.hover('#kcna');
    await reader.card('KCNA');
    expect(await reader.count()).toBe(2);
    await reader.page.mouse.move(20, 20);
    await reader.page.waitForFunction(() => document.querySelectorAll('glossator-popover').length === 1);
    await reader.card(WPK);
    await reader.press('Close');
    await reader.noCard();
  }));

test.each([
  ['gone', 'Glossator was updated. Reload the page to do this.'],
  ['The store is full.', 'That did not work: The store is full.'],
])('an act that fails (%s) says so', (how, said) =>
  onCard('#wpk', WPK, async (reader) => {
    await reader.order('fail', how);
    await act(reader, 'I know this');
    await status(reader, said);
  }),
);

test('a term that is withdrawn takes its card along, unless the card is in use', () =>
  onCard('#wpk', WPK, async (reader) => {
    await reader.page.evaluate(() => document.querySelector('#wpk')?.remove());
    await reader.order('changed');
    await reader.noCard();
  }));
