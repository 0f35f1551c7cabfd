import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawnTerms, settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';

/** Pages that fight back: they are read as far as they can be, and nothing hangs. */

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

let opened = 0;
const open = (body: string): Promise<Page> =>
  ground.open({ path: `/hostile-${++opened}.html`, page: `<!doctype html><title>News</title><body>${body}` });

/** What was said later is read too: the reading goes on. */
async function saysLater(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('afterbegin', '<p id="later">The WPK said so later.</p>');
  });
  await page.waitForFunction(() => {
    const later = document.querySelector('#later');
    const inked = [...(CSS.highlights.get('glossator') ?? [])].some(({ startContainer }) =>
      later?.contains(startContainer),
    );
    return inked || later?.querySelector('mark') !== null;
  });
}

const formOf = (name: string) => `<form><p>The DPRK.</p>and KCNA<input name="${name}"></form>`;

describe('fields named as what a form tells of itself', () => {
  test.each(['parentNode', 'contains', 'checkVisibility'])('and %s only later', async (name) => {
    const page = await open(`${formOf('title')}<p id="end">The WPK.</p>`);
    await settledTerms(page, 3);
    await page.$eval(
      'form',
      (form, named) => {
        const field = document.createElement('input');
        field.name = named;
        form.append(field, ' Kim Jong Un');
        form.className = 'other';
      },
      name,
    );
    const rest = KIND === 'chromium' ? ['WPK'] : ['DPRK', 'KCNA', 'Kim Jong Un', 'WPK'];
    await expect
      .poll(async () => (await drawnTerms(page)).map(({ text }) => text), { timeout: 10_000 })
      .toEqual(rest);
    await saysLater(page);
    await page.close();
  });
});

test('names that shadow the document and its methods', async () => {
  const names = ['documentElement', 'body', 'createElement', 'querySelector', 'adoptedStyleSheets', 'head'];
  const page = await open(
    `${names.map((name) => `<img name="${name}"><form id="${name}"></form>`).join('')}<p id="p">The DPRK.</p>`,
  );
  const isDrawn = () => [...CSS.highlights.values()].some(({ size }) => size > 0);
  await page.waitForFunction(isDrawn);
  await page.close();
});
