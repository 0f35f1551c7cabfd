import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileOf, type GlossaryServer, serveGlossaries, text } from './launch/glossary-server.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { FIREFOX_ID, ROOT } from './launch/open-browser.ts';

/** Where Chromium looks for policies. Firefox has a place in the reader's home as well. */
const POLICIES = '/etc/chromium/policies/managed';
const home = mkdtempSync(join(tmpdir(), 'glossator-home-'));

/** Whether this machine lets us be its administrator. */
function mayAdminister(): boolean {
  if (KIND === 'firefox') return true;
  try {
    mkdirSync(POLICIES, { recursive: true });
    accessSync(POLICIES, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium names an unpacked extension after its folder. */
function unpackedId(): string {
  const hash = createHash('sha256').update(join(ROOT, '.output/chrome-mv3')).digest('hex');
  return [...hash.slice(0, 32)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

const chromiumFile = join(POLICIES, `glossator-${unpackedId()}.json`);

function layDown(policy: object): void {
  if (KIND === 'chromium') {
    writeFileSync(chromiumFile, JSON.stringify({ '3rdparty': { extensions: { [unpackedId()]: policy } } }));
    return;
  }
  const folder = join(home, '.mozilla/managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: FIREFOX_ID, description: 'Glossator', type: 'storage', data: policy };
  writeFileSync(join(folder, `${FIREFOX_ID}.json`), JSON.stringify(manifest));
}

describe.skipIf(!mayAdminister())('what an organisation lays down', () => {
  let ground: Ground;
  let server: GlossaryServer;
  let options: Page;
  beforeAll(async () => {
    server = await serveGlossaries();
    const url = server.at('/house.glossary.json', text(fileOf({ zork: 'A game' })));
    layDown({
      subscriptions: [url, 'http://insecure.example.org/x.json'],
      sites: { off: ['localhost'] },
      settings: { delay: 700, look: { underline: 'wavy' } },
    });
    ground = await openGround(KIND, { env: { HOME: home } });
    options = await ground.ownPage('options.html');
  });
  afterAll(async () => {
    await ground.close();
    await server.close();
    rmSync(home, { recursive: true, force: true });
    rmSync(chromiumFile, { force: true });
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
    layDown({});
    await options.bringToFront();
    await options.waitForSelector('[data-glossary="team"] [aria-label="Remove Team words"]');
    await options.waitForFunction(() => !document.querySelector('#reading input')?.matches(':disabled'));
  });
});
