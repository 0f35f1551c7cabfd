import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { fileOf, serveGlossaries, text } from '../launch/glossary-server.ts';
import { type Ground, openGround } from '../launch/ground.ts';
import { permit } from '../launch/permit.ts';
import { savedBy } from '../launch/saved-by.ts';
import { control } from '../popup/in-popup.ts';
import { inEveryLook, LOOKS } from './looks.ts';
import { shootManager } from './manager.ts';
import { shootPolicy } from './policy.ts';

const LONG = 'donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Something in every list of the settings page, among it what hardly fits. */
const FILLED = {
  glossator: 'settings',
  version: 1,
  values: {
    sites: {
      mode: 'except',
      rules: [
        { pattern: 'example.com', on: false },
        { pattern: 'news.example.com/world/*', on: true },
        { pattern: `${LONG.slice(0, 60)}.example/${LONG}/${LONG}`, on: false },
      ],
    },
    hidden: ['north-korea/kcna', 'north-korea/pyongyang', `own/${LONG}`],
    known: ['north-korea/dprk', 'north-korea/wpk'],
    choices: {
      'example.com': { 'north-korea/rgb': 'never', 'world-affairs/imf': 'always' },
      '*': { 'north-korea/dprk': 'always' },
    },
  },
};

/** Pictures of the settings page, whole, and of the first page, into a directory that is there. */
export async function shootOwnPages(directory: string): Promise<void> {
  const ground = await openGround('chromium');
  try {
    await shootSubscribe(ground, directory);
    await shootOptions(ground, directory);
    await shootManager(ground, directory);
    await shootBackup(ground, directory);
    await shootWelcome(ground, directory);
  } finally {
    await ground.close();
  }
  await shootPolicy(directory);
}

/** What a publisher offers, with what hardly fits. */
const OFFERED = fileOf({ zork: 'A game', frotz: 'A spell', [LONG]: 'A long word' }, '2026.11.1');

/** Subscribing, from the address to the end: what comes of it stands on the settings page afterwards. */
async function shootSubscribe(ground: Ground, directory: string): Promise<void> {
  const server = await serveGlossaries();
  await permit(ground, 'http://127.0.0.1/*');
  const address = server.at('/team.glossary.json', text(OFFERED));
  const shoot = (page: Page, name: string) => inEveryLook(page, join(directory, `subscribe-${name}`), LOOKS);
  const none = await ground.ownPage(
    `subscribe.html?address=${encodeURIComponent(`${server.origin}/nothing.json`)}`,
  );
  await (await control(none, 'button', 'Look at it')).click();
  await none.waitForFunction(() => document.body.textContent.includes('There is nothing to subscribe to.'));
  await shoot(none, 'failed');
  await none.close();
  const page = await ground.ownPage(`subscribe.html?address=${encodeURIComponent(address)}`);
  const look = await control(page, 'button', 'Look at it');
  await shoot(page, 'address');
  await look.click();
  await page.waitForSelector('.offer');
  await shoot(page, 'offer');
  await (await control(page, 'button', 'Subscribe')).click();
  await page.waitForFunction(() => document.body.textContent.includes('You have subscribed to'));
  await shoot(page, 'done');
  await page.close();
  await server.close();
}

async function shootOptions(ground: Ground, directory: string): Promise<void> {
  const page = await ground.ownPage('options.html');
  await page.waitForSelector('#backup');
  await inEveryLook(page, join(directory, 'options-empty'), LOOKS.slice(0, 2));
  await load(page);
  await inEveryLook(page, join(directory, 'options'), LOOKS);
  await page.close();
}

/** Loads settings as a reader does; the notice about it stays in the picture. */
async function load(page: Page): Promise<void> {
  await handOver(page, JSON.stringify(FILLED));
  await page.waitForSelector('[role=status][data-shown=true]');
}

async function handOver(page: Page, content: string): Promise<void> {
  const path = join(tmpdir(), `glossator-shots-${process.pid}.json`);
  await writeFile(path, content);
  const field = (await page.$('#backup input[type=file]')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(path);
}

/** Everything that stands there by now, and something that cannot be used, before it is restored. */
async function shootBackup(ground: Ground, directory: string): Promise<void> {
  const page = await ground.ownPage('options.html');
  await page.waitForSelector('[data-glossary=team]');
  const saved = JSON.parse(await savedBy(page, 'Save everything to a file'));
  const subscriptions = [...saved.subscriptions, { url: 'http://insecure.example.org/x.json' }];
  await handOver(page, JSON.stringify({ ...saved, subscriptions }));
  await page.waitForSelector('#backup .import-preview details');
  await page.$eval('#backup details', (details) => ((details as HTMLDetailsElement).open = true));
  await inEveryLook(page, join(directory, 'backup-preview'), LOOKS);
  await page.close();
}

async function shootWelcome(ground: Ground, directory: string): Promise<void> {
  const page = await ground.ownPage('welcome.html');
  await page.waitForSelector('.sample-term');
  await inEveryLook(page, join(directory, 'welcome'), LOOKS);
  await (await control(page, 'button', 'WPK')).click();
  await page.waitForSelector('[role=dialog]');
  await inEveryLook(page, join(directory, 'welcome-card'), LOOKS);
  await page.close();
}
