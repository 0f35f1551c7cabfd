import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, WPK } from './article.ts';
import { BROWSER, openBrowser, type TestBrowser } from './open-browser.ts';
import { type Visit, visit } from './visit.ts';

let browser: TestBrowser;
let axe: string;
beforeAll(async () => {
  browser = await openBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => browser.close());

interface AxeResult {
  readonly faults: readonly unknown[];
  readonly passed: readonly string[];
}

/** Lets axe judge the open card. */
async function judge(reader: Visit): Promise<AxeResult> {
  await reader.page.evaluate(axe);
  return (await reader.page.evaluate(`axe.run('glossator-popover').then(({ violations, passes }) => ({
    faults: violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => html + failureSummary)]),
    passed: passes.map(({ id }) => id),
  }))`)) as AxeResult;
}

/** Nothing is wrong, and axe did look inside. (Of contrast it cannot judge here; the unit tests do.) */
async function expectNoFaults(reader: Visit): Promise<void> {
  const { faults, passed } = await judge(reader);
  expect(faults).toEqual([]);
  expect(passed).toEqual(expect.arrayContaining(['aria-dialog-name', 'button-name', 'valid-lang']));
}

const STATES: [string, string, (reader: Visit) => Promise<void>][] = [
  ['as it opens', WPK, () => Promise.resolve()],
  ['with its acts', WPK, (reader) => reader.press('More')],
  ['of a related term', 'DPRK', (reader) => reader.press('DPRK')],
];

const SCHEMES = BROWSER === 'firefox' ? ['light'] : ['light', 'dark'];

test.each(STATES.flatMap((state) => SCHEMES.map((scheme) => [...state, scheme] as const)))(
  'axe finds nothing wrong with a card %s',
  async (_, heading, act, scheme) => {
    const reader = await visit(browser, article());
    if (scheme === 'dark')
      await reader.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await reader.order('step', 'next');
    await reader.card(WPK);
    await act(reader);
    await reader.card(heading);
    await expectNoFaults(reader);
    await reader.close();
  },
);

test.each([
  ['nk/long', 'longest', (reader: Visit) => reader.hover('#long')],
  ['near matches', 'KCN', (reader: Visit) => reader.order('lookUp', 'KCN')],
  ['other meanings', 'RGB', (reader: Visit) => reader.hover('#rgb')],
])('axe finds nothing wrong with a card of %s', async (_, __, open) => {
  const reader = await visit(browser, article());
  await open(reader);
  await reader.page.waitForSelector('glossator-popover');
  await expectNoFaults(reader);
  await reader.close();
});

test.runIf(BROWSER === 'chromium')(
  'a screen reader hears a dialog with the term as name and the definition',
  async () => {
    const reader = await visit(browser, article());
    await reader.order('step', 'next');
    await reader.card(WPK);
    const session = await reader.page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const dialog = nodes.find((node) => node.role?.value === 'dialog');
    expect([dialog?.name?.value, dialog?.description?.value?.slice(0, 15)]).toEqual([WPK, 'The ruling part']);
    await reader.close();
  },
);
