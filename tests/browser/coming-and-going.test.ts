import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawnTerms, settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';

/** Text that comes, goes, and is not there to be seen: on the built extension, where a page's life is the browser's. */

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

let opened = 0;
const html = (body: string) =>
  `<!doctype html><html lang="en"><title>News</title><body style="margin:40px;font:18px serif">${body}</body></html>`;
const open = (body: string): Promise<Page> =>
  ground.open({ path: `/living-${++opened}.html`, page: html(body) });
const texts = async (page: Page, least: number) => (await settledTerms(page, least)).map(({ text }) => text);

async function untilTexts(page: Page, wanted: readonly string[]): Promise<void> {
  const now = async () => (await drawnTerms(page)).map(({ text }) => text);
  await expect.poll(now, { timeout: 10_000 }).toEqual(wanted);
}

/** How many terms are drawn in a frame. */
const drawnIn = (): number => {
  let count = document.querySelectorAll('mark[data-glossator]').length;
  for (const [name, { size }] of CSS.highlights) if (name === 'glossator') count += size;
  return count;
};

test('a page that the browser kept is as it was left, and goes on', async () => {
  const page = await open('<p id="p">The DPRK spoke.</p>');
  await texts(page, 1);
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
  );
  const other = ground.pages.put('/elsewhere.html', html('<p>KCNA</p>'));
  await page.goto(other);
  await untilTexts(page, ['KCNA']);
  await page.goBack();
  // Firefox keeps no page that is driven from outside: it is a new one there.
  if (KIND === 'chromium') expect(await page.evaluate('window.persisted')).toBe(true);
  await untilTexts(page, ['DPRK']);
  await page.$eval('#p', (p) => p.after('Then the WPK.'));
  await untilTexts(page, ['DPRK', 'WPK']);
  await page.close();
});

test.runIf(KIND === 'chromium')('a page made ready ahead of time is read when it is shown', async () => {
  const next = ground.pages.put('/ahead.html', html('<p>The DPRK and KCNA.</p>'));
  const page = await open(
    `<p>Nothing.</p><a id="a" href="${next}">on</a><script type="speculationrules">{"prerender":[{"urls":["${next}"],"eagerness":"immediate"}]}</script>`,
  );
  await page.waitForFunction(() => document.readyState === 'complete');
  await Promise.all([page.waitForNavigation(), page.click('#a')]);
  await untilTexts(page, ['DPRK', 'KCNA']);
  await page.close();
});

test('a document written over another is read, and nothing is left of the first', async () => {
  const page = await open('<p>The DPRK.</p>');
  await texts(page, 1);
  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><title>New</title><body style="margin:40px"><p>The WPK ');
  });
  await untilTexts(page, ['WPK']);
  await page.evaluate(() => {
    document.write('and KCNA.</p>');
    document.close();
  });
  await untilTexts(page, ['WPK', 'KCNA']);
  await page.close();
});

describe('what becomes visible later', () => {
  test.each([
    ['details', '<details><summary>More</summary><p>The DPRK.</p></details>', 'summary'],
    ['a tab', '<button onclick="p.hidden=false">Tab</button><div id="p" hidden>The DPRK.</div>', 'button'],
    [
      'a dialog',
      '<button onclick="d.showModal()">Open</button><dialog id="d"><p>The DPRK.</p></dialog>',
      'button',
    ],
    [
      'a popover',
      '<button popovertarget="d">Open</button><div id="d" popover><p>The DPRK.</p></div>',
      'button',
    ],
    [
      'by a style sheet alone',
      '<style>#c:not(:checked) + p { display: none }</style><input type="checkbox" id="c"><p>The DPRK.</p>',
      'input',
    ],
  ])('%s', async (_, body, opener) => {
    const page = await open(`${body}<p>The WPK.</p>`);
    expect(await texts(page, 1)).toEqual(['WPK']);
    await page.click(opener);
    await untilTexts(page, ['DPRK', 'WPK']);
    await page.close();
  });
});

test('a virtual list is read as it is filled anew', async () => {
  const page =
    await open(`<div id="v" style="height:200px;overflow:auto"><div style="height:40000px;position:relative">
    ${'<p class="row" style="position:absolute;margin:0;height:40px"></p>'.repeat(6)}</div></div><script>
    const fill = () => {
      const first = Math.floor(v.scrollTop / 40);
      [...document.querySelectorAll('.row')].forEach((row, n) => {
        row.style.top = (first + n) * 40 + 'px';
        row.textContent = 'Row ' + (first + n) + ' of ' + ['the DPRK', 'KCNA', 'the WPK'][(first + n) % 3];
      });
    };
    v.onscroll = fill;
    fill();
    </script>`);
  const rows = async () =>
    (await drawnTerms(page))
      .filter(({ where }) => where === 'v')
      .map(({ text }) => text)
      .join();
  for (const [top, wanted] of [
    [0, 'DPRK,KCNA,WPK,DPRK,KCNA,WPK'],
    [40 * 500, 'WPK,DPRK,KCNA,WPK,DPRK,KCNA'],
    [40 * 901, 'KCNA,WPK,DPRK,KCNA,WPK,DPRK'],
  ] as const) {
    await page.$eval('#v', (list, to) => list.scrollTo(0, to), top);
    await expect.poll(rows, { timeout: 10_000 }).toBe(wanted);
  }
  await page.close();
});

test('text that streams in keeps its terms while it grows', async () => {
  const page = await open('<div id="chat"></div>');
  await page.evaluate(async () => {
    const answer = document.createElement('p');
    document.querySelector('#chat')?.append(answer);
    for (const token of 'The W|PK and the D|PRK sa|id thro|ugh KC|NA that it was so.'.split('|')) {
      answer.append(token);
      await new Promise((next) => setTimeout(next, 60));
    }
  });
  await untilTexts(page, ['WPK', 'DPRK', 'KCNA']);
  expect(await page.$eval('#chat', (chat) => chat.innerHTML)).not.toMatch(/glossator/);
  await page.close();
});

test('a tab in the back is not read until it is shown', async () => {
  const page = await open('<p>The WPK.</p>');
  await page.evaluate(() => {
    Object.assign(window, { seen: document.visibilityState });
  });
  const front = await open('<p>The DPRK.</p>');
  await texts(front, 1);
  const isHidden = await page.evaluate(() => document.visibilityState === 'hidden');
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>And KCNA.</p>'));
  // What came to the front later is read first.
  await front.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>And Kim Jong Un.</p>'));
  await untilTexts(front, ['DPRK', 'Kim Jong Un']);
  if (isHidden) expect((await drawnTerms(page)).map(({ text }) => text)).not.toContain('KCNA');
  await page.bringToFront();
  await untilTexts(page, ['WPK', 'KCNA']);
  await Promise.all([page.close(), front.close()]);
});

test('a frame smaller than a paragraph is read only once it grows', async () => {
  const inner = ground.pages.put('/small.html', html('<p>The DPRK spoke to KCNA.</p>'));
  const page = await open(`<p>The WPK.</p><iframe src="${inner}" width="90" height="20"></iframe>`);
  await texts(page, 1);
  const frame = (await (await page.$('iframe'))?.contentFrame()) as Frame;
  expect(await frame.evaluate(drawnIn)).toBe(0);
  await page.$eval('iframe', (element) => element.setAttribute('width', '600'));
  await page.$eval('iframe', (element) => element.setAttribute('height', '300'));
  await frame.waitForFunction(drawnIn);
  expect(await frame.evaluate(drawnIn)).toBe(2);
  await page.close();
});

describe('after an update of the extension', () => {
  const BODY = '<p id="p">The DPRK spoke to KCNA.</p><p>The WPK too.</p>';
  const html = (page: Page): Promise<string> => page.evaluate(() => document.body.innerHTML);

  test.runIf(KIND === 'chromium')('what the last version drew gives way to the page', async () => {
    const page = await open(BODY);
    const before = await html(page);
    await page.waitForSelector('mark[data-glossator]', { timeout: 20_000 });
    await ground.updateExtension();
    await page.bringToFront();
    // Nobody is there to read it anew.
    await page.$eval('#p', (p) => p.append(' It did.'));
    expect(await page.$eval('#p', (p) => p.innerHTML)).toBe('The DPRK spoke to KCNA. It did.');
    await page.reload();
    expect(await html(page)).toBe(before);
    await page.close();
  });

  test.runIf(KIND === 'firefox')('the next version reads open pages, and nothing doubles', async () => {
    const page = await open(BODY);
    const before = await html(page);
    const marks = () => document.querySelectorAll('mark[data-glossator]').length === 3;
    await page.waitForFunction(marks, { timeout: 20_000 });
    // To tell the marks of one version from those of the other.
    await page.$$eval('mark', (all) => all.map((mark) => mark.setAttribute('lang', 'x-old')));
    await ground.updateExtension();
    await page.bringToFront();
    await page.waitForFunction(() => document.querySelector('mark[lang]') === null, { timeout: 20_000 });
    await page.waitForFunction(marks, { timeout: 20_000 });
    expect((await texts(page, 3)).join()).toBe('DPRK,KCNA,WPK');
    await page.evaluate(() => document.documentElement.setAttribute('data-glossator', 'off'));
    await page.waitForFunction(() => document.querySelector('mark') === null);
    expect(await html(page)).toBe(before);
    const left = () => [document.adoptedStyleSheets.length, document.querySelector('p')?.childNodes.length];
    expect(await page.evaluate(left)).toEqual([0, 1]);
    await page.close();
  });
});

// Chromium goes on running the script of an add-on that is gone, which cannot tell that from an update.
test.runIf(KIND === 'firefox')('nothing of an add-on that is taken out is seen on open pages', async () => {
  const gone = await openGround();
  const body = `<p>The DPRK spoke to KCNA.</p><a href="#">The WPK too.</a>
    <div><template shadowrootmode="open"><p>KCNA in the shadow.</p></template></div>`;
  const page = await gone.open({ path: '/taken-out.html', page: html(body) });
  const picture = async (): Promise<string> => Buffer.from(await page.screenshot()).toString('base64');
  await page.waitForFunction(() => document.querySelectorAll('mark[data-glossator]').length === 2);
  await page.waitForFunction(() => CSS.highlights.get('glossator')?.size === 2);
  const drawn = await picture();
  await gone.browser.uninstallExtension(gone.extensionId);
  await page.bringToFront();
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('mark') ?? document.body).textDecorationLine === 'none',
  );
  const left = await picture();
  await page.reload();
  const bare = await picture();
  expect(left === bare).toBe(true);
  expect(drawn === bare).toBe(false);
  await gone.close();
});
