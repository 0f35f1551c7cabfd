import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Administrator, administer, mayAdminister } from './launch/administer.ts';
import { fileOf, type GlossaryServer, serveGlossaries, text } from './launch/glossary-server.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';

describe.skipIf(!mayAdminister(KIND))('what an organisation lays down', () => {
  let administrator: Administrator;
  let ground: Ground;
  let server: GlossaryServer;
  let options: Page;
  beforeAll(async () => {
    server = await serveGlossaries();
    const url = server.at('/house.glossary.json', text(fileOf({ zork: 'A game' })));
    administrator = administer(KIND);
    administrator.layDown({
      subscriptions: [url, 'http://insecure.example.org/x.json'],
      sites: { off: ['localhost'] },
      settings: { delay: 700, look: { underline: 'wavy' } },
    });
    ground = await openGround(KIND, { env: administrator.env });
    options = await ground.ownPage('options.html');
  });
  afterAll(async () => {
    await ground.close();
    await server.close();
    administrator.leave();
  });

  const isDisabled = (selector: string) =>
    options.waitForFunction((one) => document.querySelector(one)?.matches(':disabled'), {}, selector);

  test('comes by itself, is marked, and cannot be removed', async () => {
    await options.waitForSelector('[data-glossary="team"]');
    const row = () => options.$eval('[data-glossary="team"]', (one) => one.textContent);
    await options.waitForFunction(() =>
      document.querySelector('[data-glossary="team"]')?.textContent?.includes('from your organisation'),
    );
    expect(await row()).toContain('1 entry');
    expect(await options.$('[data-glossary="team"] [aria-label="Remove Team words"]')).toBeNull();
  });

  test('settings are in force, and not to be changed', async () => {
    await isDisabled('#reading input[type="number"]');
    expect(
      await options.$eval('#reading input[type="number"]', (one) => (one as HTMLInputElement).value),
    ).toBe('700');
    await isDisabled('#looks .choice input');
    await options.waitForFunction(() =>
      document.querySelector('#sites')?.textContent?.includes('Laid down by your organisation'),
    );
    expect(await options.$eval('#reading [role="switch"]', (one) => one.matches(':disabled'))).toBe(false);
  });

  test('a site that is off stays off', async () => {
    const put = ground.pages.put('/read', '<p>A zork.</p>');
    const page = await ground.open(put.replace('127.0.0.1', 'localhost'));
    const popup = await ground.popup(page);
    await popup.waitForFunction(() => document.body.textContent?.includes('Decided by your organisation'));
    expect(await popup.$eval('[role="switch"]', (one) => one.matches(':disabled'))).toBe(true);
    await popup.waitForFunction(() =>
      document.body.textContent?.includes('subscriptions[1]: expected an address that begins with https://'),
    );
  });

  test.runIf(KIND === 'chromium')('what it names no more is the reader’s again', async () => {
    administrator.layDown({});
    await options.bringToFront();
    await options.waitForSelector('[data-glossary="team"] [aria-label="Remove Team words"]');
    await options.waitForFunction(() => !document.querySelector('#reading input')?.matches(':disabled'));
  });
});
