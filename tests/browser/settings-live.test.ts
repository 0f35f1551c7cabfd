import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { USUAL_PAGE_SETTINGS } from '../../entrypoints/platform/page-settings.ts';
import { axeFindings } from './launch/axe.ts';
import { drawnTerms, settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { seenCard, waitForCard } from './launch/in-card.ts';
import { callOnlyPage } from './launch/own-page.ts';
import { restOn } from './launch/rest-on.ts';
import { closeNotice, fill, load, untilSaid } from './launch/settings-page.ts';
import { control } from './popup/in-popup.ts';

/** Every setting is in force at once in a page that is open. */

let ground: Ground;
let options: Page;
let page: Page;

const PAGE = `<!doctype html><html lang="en"><title>News</title><body style="font:18px/2 serif;margin:60px">
<h2>Morning</h2><p id="one">The DPRK spoke to KCNA.</p><p id="two">Later the DPRK spoke to KCNA again.</p>
<h2>Evening</h2><p id="three">At night the DPRK slept.</p>
<p>The Harbour Dredging Consortium (HDC) met.</p><p id="own">The HDC went home.</p></body></html>`;

beforeAll(async () => {
  ground = await openGround();
  options = await ground.ownPage('options.html');
  await options.waitForSelector('#backup');
  page = await ground.open({ path: '/live.html', page: PAGE });
  await untilDrawn(all);
});
afterAll(() => ground.close());
beforeEach(() => options.bringToFront());
afterEach(async () => {
  await options.bringToFront();
  await closeNotice(options);
  await (await control(options, 'button', 'Reset all settings')).click();
  await untilSaid(options, 'as they were at first');
  await closeNotice(options);
  await untilDrawn(all);
});

const all = ['one:DPRK', 'one:KCNA', 'two:DPRK', 'two:KCNA', 'three:DPRK', 'own:HDC'];
const without = (...texts: string[]) => all.filter((term) => !texts.some((text) => term.endsWith(text)));

/** Waits until just these terms are drawn, as `id:text`. */
async function untilDrawn(wanted: readonly string[], tab = page): Promise<void> {
  await tab.bringToFront();
  const until = Date.now() + 10_000;
  for (;;) {
    const now = (await drawnTerms(tab)).map(({ where, text }) => `${where}:${text}`);
    if (now.join() === wanted.join()) return;
    if (Date.now() > until) expect(now).toEqual(wanted);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

async function press(role: string, name: string): Promise<void> {
  await (await control(options, role, name)).click();
}

/** How ink looks in the page now. */
const inkLook = () =>
  page.evaluate(() => {
    const { textDecorationStyle, textDecorationColor } = getComputedStyle(
      document.body,
      '::highlight(glossator)',
    );
    return `${textDecorationStyle} ${textDecorationColor}`;
  });

async function untilLook(wanted: RegExp): Promise<void> {
  await page.bringToFront();
  await expect.poll(inkLook, { timeout: 10_000 }).toMatch(wanted);
}

async function leave(): Promise<void> {
  await page.mouse.move(1, 1);
  await page.waitForFunction(() => document.querySelector('glossator-popover') === null);
}

test('the line and its colour', async () => {
  await press('radio', 'Wavy');
  await untilLook(/^wavy/);
  await options.bringToFront();
  await press('switch', 'A colour of my own');
  await untilLook(/rgb\(31, 111, 235\)/);
});

test('the first mention on a page, while the others answer to pointer and keys', async () => {
  await press('radio', 'The first mention on a page');
  await untilDrawn(['one:DPRK', 'one:KCNA', 'own:HDC']);
  await restOn(page, 'two', 'KCNA');
  await waitForCard(page, 'KCNA');
  await leave();
  const stepped: string[] = [];
  for (const direction of ['next', 'next', 'next', 'previous'] as const) {
    await callOnlyPage(options, 'step', direction);
    stepped.push(`${await pointedOut()} ${(await seenCard(page))?.name}`);
  }
  expect(stepped).toEqual(['one DPRK', 'one KCNA', 'two DPRK', 'one KCNA']);
  await page.keyboard.press('Escape');
  expect(await seenCard(page)).toBeUndefined();
  expect(await pointedOut()).toBeUndefined();
});

/** The id of the paragraph in which a term is pointed out. */
const pointedOut = () =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('glossator-emphasis') ?? [];
    return range?.startContainer.parentElement?.closest('p')?.id;
  });

test('the first mention under each heading', async () => {
  await press('radio', 'The first mention under each heading');
  await untilDrawn(['one:DPRK', 'one:KCNA', 'three:DPRK', 'own:HDC']);
});

test('the most underlines on one screen', async () => {
  await fill(options, 'Underlines on one screen, at most 0 means as many as there are.', '2');
  await untilDrawn(['one:DPRK', 'one:KCNA']);
  await restOn(page, 'three', 'DPRK');
  await waitForCard(page, 'DPRK');
  await leave();
});

test('the rest before a card opens', async () => {
  // A card that closed a moment ago makes the next one come sooner: a fresh page has had none.
  await page.bringToFront();
  await page.reload();
  await untilDrawn(all);
  await options.bringToFront();
  await fill(options, 'Rest before a card opens ms', '1200');
  // A page shows no delay; what is changed after it and shows tells that the page knows of both.
  await press('radio', 'Wavy');
  await untilLook(/^wavy/);
  const from = performance.now();
  await restOn(page, 'one', 'KCNA');
  await waitForCard(page, 'KCNA');
  expect(performance.now() - from).toBeGreaterThan(900);
  await leave();
});

test('abbreviations that the page defines', async () => {
  await press('switch', 'Explain abbreviations that the page itself defines');
  await untilDrawn(without('HDC'));
});

test('the languages to explain in', async () => {
  const usual = {
    ...USUAL_PAGE_SETTINGS,
    everywhere: true,
    silentWhereExplained: true,
    quietOnSecrets: true,
  };
  await load(options, { settings: { ...usual, languages: ['ko'] } });
  await untilDrawn(all.filter((term) => term.endsWith('HDC')));
});

test('the sentence that spells a term out', async () => {
  const spelt = await ground.open({
    path: '/live-spelt.html',
    page: `<!doctype html><html lang="en"><title>News</title><body><p id="spelt">The Korean Central News Agency (KCNA)
      wrote it down.</p><p id="later">Later KCNA fell silent.</p></body></html>`,
  });
  const usual = ['spelt:Korean Central News Agency', 'later:KCNA'];
  await untilDrawn(usual, spelt);
  await options.bringToFront();
  await press('switch', 'Leave a term alone in the sentence that spells it out');
  await untilDrawn([...usual.slice(0, 1), 'spelt:KCNA', ...usual.slice(1)], spelt);
  await spelt.close();
});

// Firefox has no emulation of print for a page; the sheet itself is the same.
test.runIf(KIND === 'chromium')('terms in print', async () => {
  await page.emulateMediaType('print');
  expect(await inkLine()).toBe('none');
  await options.bringToFront();
  await press('switch', 'Show terms in print');
  await page.bringToFront();
  await expect.poll(inkLine, { timeout: 10_000 }).toBe('underline');
  await page.emulateMediaType();
});

const inkLine = () =>
  page.evaluate(() => getComputedStyle(document.body, '::highlight(glossator)').textDecorationLine);

test('hidden terms, shown again and hidden again', async () => {
  await load(options, { hidden: ['north-korea/kcna'] });
  await untilDrawn(without('KCNA'));
  await options.bringToFront();
  await press('button', 'Show KCNA again');
  await untilDrawn(all);
  await options.bringToFront();
  await press('button', 'Undo');
  await untilDrawn(without('KCNA'));
});

test('terms that the reader knows are quiet and answer all the same', async () => {
  await load(options, { known: ['north-korea/kcna'] });
  await untilDrawn(without('KCNA'));
  await restOn(page, 'one', 'KCNA');
  await waitForCard(page, 'KCNA');
  await leave();
  await options.bringToFront();
  await press('button', 'Underline KCNA again');
  await untilDrawn(all);
});

test('meanings that the reader chose, and taking a choice back', async () => {
  await load(options, { choices: { '*': { 'north-korea/dprk': 'never' } } });
  await untilDrawn(without('DPRK'));
  await options.bringToFront();
  await press('button', 'Forget the choice for DPRK everywhere');
  await untilDrawn(all);
});

test('axe-core finds nothing on the settings page with something in every list', async () => {
  await load(options, {
    sites: {
      mode: 'except',
      rules: [
        { pattern: 'example.com/a/*', on: false },
        { pattern: 'b*d', on: true },
      ],
    },
    hidden: ['north-korea/wpk'],
    known: ['north-korea/pyongyang'],
    choices: { 'example.com': { 'north-korea/kim-jong-un': 'always' } },
  });
  await control(options, 'button', 'Remove the rule for example.com/a/*');
  expect(await axeFindings(options)).toEqual([]);
});

test('staying quiet where one types secrets', async () => {
  const secret = await ground.open({
    path: '/live-secret.html',
    page: `${PAGE.replace('<h2>Morning', '<input type="password"><h2>Morning')}`,
  });
  await options.bringToFront();
  await press(
    'switch',
    'Stay quiet where one types secrets: pages with a password or card number, mail, banks',
  );
  await secret.bringToFront();
  await settledTerms(secret, all.length);
  expect(await seenCard(secret)).toBeUndefined();
  await secret.close();
});
