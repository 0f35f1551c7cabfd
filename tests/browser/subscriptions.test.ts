import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './launch/axe.ts';
import {
  endless,
  fileOf,
  type GlossaryServer,
  redirect,
  serveGlossaries,
  status,
  stuck,
  tagged,
  text,
  truncated,
} from './launch/glossary-server.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { FIREFOX_READER, permit } from './launch/permit.ts';

const PATH = '/team.glossary.json';
const FIRST = fileOf({ zork: 'A game', frotz: 'A spell' }, '1');

interface Alarm {
  readonly scheduledTime: number;
}

let ground: Ground;
let server: GlossaryServer;
let url: string;
let options: Page;
beforeAll(async () => {
  server = await serveGlossaries();
  ground = await openGround(KIND, FIREFOX_READER);
  await permit(ground, 'http://127.0.0.1/*');
  url = server.at(PATH, tagged(FIRST, '"1"'));
  options = await ground.ownPage('options.html');
  await options.waitForSelector('[data-glossary="north-korea"]');
});
afterAll(async () => {
  await ground.close();
  await server.close();
});

async function named(page: Page, role: string, name: string): Promise<ElementHandle<Element>> {
  await page.bringToFront();
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  if (found === null) throw new Error(`There is no ${role} named ${name}.`);
  return found;
}

/** Longer than a slow server gets. */
const PATIENCE = 45_000;

const says = (page: Page, selector: string, wanted: string) =>
  page.waitForFunction(
    (where, what) => document.querySelector(where)?.textContent?.includes(what),
    { timeout: PATIENCE },
    selector,
    wanted,
  );

/** Presses “Update now” while the server answers like this; waits for what is said. */
async function updated(behaviour: Parameters<GlossaryServer['at']>[1], wanted: string): Promise<void> {
  server.at(PATH, behaviour);
  await (await named(options, 'button', 'Update now: Team words')).click();
  await says(options, '.notice', wanted);
  await (await named(options, 'button', 'Dismiss')).click();
}

/** The terms that stand on the shelf. */
async function terms(): Promise<string> {
  const found = await options.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('glossator');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const asked = db
            .transaction('entries')
            .objectStore('entries')
            .getAllKeys(IDBKeyRange.bound('team/', 'team0'));
          asked.onsuccess = () => {
            db.close();
            resolve(asked.result.map(String));
          };
          asked.onerror = () => reject(asked.error);
        };
      }),
  );
  return found.map((key) => key.slice('team/'.length)).join(' ');
}

test('a glossary that is open in the browser is offered in the popup, and shown before anything is stored', async () => {
  const page = await ground.open(url);
  const popup = await ground.popup(page);
  const link = await popup.waitForSelector('a[href^="/subscribe.html"]');
  const href = await link?.evaluate((one) => one.getAttribute('href'));
  expect(href).toBe(`/subscribe.html?address=${encodeURIComponent(url)}`);
  const asking = await ground.ownPage(href?.slice(1) ?? '');
  await (await named(asking, 'button', 'Look at it')).click();
  await asking.waitForSelector('.offer');
  const facts = await asking.$$eval('.facts dd', (all) => all.map((one) => one.textContent));
  expect(facts).toEqual([url, '2', '1 KB', '1', 'English', 'zork, frotz']);
  expect(await axeFindings(asking)).toEqual([]);
  expect(await terms()).toBe('');
  await (await named(asking, 'button', 'Subscribe')).click();
  await says(asking, '.lead', 'You have subscribed to Team words.');
  await options.waitForSelector('[data-glossary="team"]');
  expect(await terms()).toBe('frotz zork');
});

test('its terms are explained at once, and those of an update too', async () => {
  const page = await ground.open({ path: '/read', page: '<p>A zork and a xyzzy.</p>' });
  const count = async (wanted: number) => {
    await page.bringToFront();
    await page.waitForFunction(
      (many) => {
        let found = document.querySelectorAll('mark[data-glossator]').length;
        for (const [name, ink] of CSS.highlights) if (name.startsWith('glossator')) found += ink.size;
        return found === many;
      },
      {},
      wanted,
    );
  };
  await count(1);
  const second = fileOf({ zork: 'An old game', frotz: 'A spell', xyzzy: 'A word' }, '2');
  await updated(tagged(second, '"2"'), 'Team words: 1 new, 1 changed.');
  await count(2);
  await page.close();
  await updated(tagged(second, '"2"'), 'Team words is up to date.');
  expect(server.asked(PATH).at(-1)).toMatchObject({ 'if-none-match': '"2"' });
});

test('the reader goes back to the version before, and the same update does not come again', async () => {
  await (await named(options, 'button', 'Go back to the version before: Team words')).click();
  await says(options, '.subscription', 'You went back to the version before.');
  expect(await axeFindings(options)).toEqual([]);
  expect(await terms()).toBe('frotz zork');
  await updated(
    text(fileOf({ zork: 'An old game', frotz: 'A spell', xyzzy: 'A word' }, '2')),
    'is up to date',
  );
  expect(await terms()).toBe('frotz zork');
  await (await named(options, 'button', 'Take the newer version again: Team words')).click();
  await options.waitForFunction(() =>
    document.querySelector('.subscription')?.textContent?.includes('1 new'),
  );
  expect(await terms()).toBe('frotz xyzzy zork');
});

test('what goes wrong is told, and the version at hand stays whole', async () => {
  const good = fileOf({ zork: 'Bad', other: 'Bad' });
  const before = await terms();
  await updated(status(404), 'has nothing at this address (404)');
  await updated(status(500), 'has a problem of its own (500)');
  await updated(truncated(good), 'broke off');
  await updated(text(good.slice(0, 80)), 'damaged or not whole');
  await updated(text('<!doctype html><html>Log in'), 'a web page');
  await updated(redirect(PATH), 'cannot be reached');
  await updated(endless, 'larger than 20 MB');
  expect(await terms()).toBe(before);
  await says(options, '.subscription .problem', 'larger than 20 MB');
});

test('a redirect is followed to this machine or HTTPS, and nowhere else', async () => {
  const moved = server.at('/moved', text(fileOf({ zork: 'Moved', plugh: 'New' }, '3')));
  const insecure = server.at('/insecure', text(fileOf({ evil: 'Evil' })));
  await updated(redirect(insecure.replace('127.0.0.1', 'evil.localhost')), 'may not follow');
  expect(server.asked('/insecure')).toHaveLength(0);
  await updated(redirect(moved), 'Team words: 1 new, 1 changed, 2 gone.');
  expect(await terms()).toBe('plugh zork');
});

test('the reader’s words stand in place of a shared entry, over an update, until they are dropped', async () => {
  await (await named(options, 'button', 'Entries of Team words')).click();
  await (await named(options, 'button', 'Reword zork')).click();
  const definition = await named(options, 'textbox', 'Definition');
  await definition.click({ count: 3 });
  await options.keyboard.type('My own game');
  await (await named(options, 'button', 'Save')).click();
  await says(options, '.notice', 'zork is saved.');
  await updated(text(fileOf({ zork: 'Moved again', plugh: 'New' }, '4')), '1 changed');
  await says(options, '.browse', 'My own game');
  await options.evaluate(() => {
    for (const one of document.querySelectorAll('.subscription details')) one.setAttribute('open', '');
  });
  await says(options, '.subscription', 'The shared entry has changed since.');
  await (await named(options, 'button', 'Take the shared one: zork')).click();
  await says(options, '.browse', 'Moved again');
});

test('a slow server is given up; stopping the background in the middle harms nothing', async () => {
  const before = await terms();
  server.at(PATH, stuck);
  const asked = server.nextRequest(PATH);
  await (await named(options, 'button', 'Update now: Team words')).click();
  await asked;
  if (KIND === 'chromium') {
    await ground.stopBackground();
    await says(options, '.subscription', 'It is being looked at now.');
    // Whatever wakes it: the look is taken up again, soon.
    await options.reload();
    await options.waitForSelector('.subscription');
    await options.waitForFunction(async () => {
      const chrome = Reflect.get(window, 'chrome') as { alarms: { get(name: string): Promise<Alarm> } };
      const { scheduledTime } = await chrome.alarms.get('subscriptions');
      return scheduledTime < Date.now() + 30 * 60_000;
    });
  } else await says(options, '.notice', 'did not come within 30 seconds');
  expect(await terms()).toBe(before);
  await updated(text(fileOf({ last: 'One' }, '5')), '1 new, 2 gone');
  expect(await terms()).toBe('last');
});

test('it is removed with all that belongs to it, and comes back with Undo', async () => {
  await (await named(options, 'button', 'Remove Team words')).click();
  await options.waitForFunction(() => document.querySelector('.subscription') === null);
  expect(await terms()).toBe('');
  await (await named(options, 'button', 'Undo')).click();
  await options.waitForSelector('.subscription');
  expect(await terms()).toBe('last');
});
