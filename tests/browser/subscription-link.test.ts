import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { FIREFOX_READER, LINK_TEMPLATE } from './launch/permit.ts';

const ADDRESS = 'https://glossary.example.org/a.glossary.json?x=1&y=%C3%A9';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(KIND, { ...FIREFOX_READER, prepare: chosen });
});
afterAll(() => ground.close());

/** As Firefox keeps it when its reader has chosen Glossator for such links: 2 means to use what was chosen. */
function chosen(profile: string): void {
  const handler = { name: 'Glossator', uriTemplate: LINK_TEMPLATE };
  const schemes = { 'web+glossator': { action: 2, handlers: [handler] } };
  const known = { defaultHandlersVersion: {}, mimeTypes: {}, schemes };
  writeFileSync(join(profile, 'handlers.json'), JSON.stringify(known));
}

/** Address of a tab, as far as it can be told while it is on its way. */
async function addressOf(page: Page): Promise<string> {
  try {
    return await page.evaluate(() => location.href);
  } catch {
    return '';
  }
}

async function asking(): Promise<Page | undefined> {
  for (const page of await ground.browser.pages()) {
    if ((await addressOf(page)).includes('/subscribe.html')) return page;
  }
  return undefined;
}

// Chromium lets no page of the web open a page of an extension, also not over a scheme it has registered.
test.runIf(KIND === 'firefox')('a link to a glossary asks before it does anything', async () => {
  const page = await ground.open({
    path: '/link',
    page: `<a href="web+glossator:${ADDRESS}">Subscribe</a>`,
  });
  await page.bringToFront();
  await (await page.$('a'))?.click();
  await expect.poll(asking, { timeout: 30_000 }).toBeDefined();
  const offer = await asking();
  const field = await offer?.waitForSelector('input');
  expect(await field?.evaluate((one) => one.value)).toBe(ADDRESS);
  expect(await offer?.$('.caution')).not.toBeNull();
  expect(await offer?.$('.offer')).toBeNull();
});
