import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, openGround } from './launch/ground.ts';
import { dropFile } from './launch/hand-over.ts';
import { named } from './launch/own-page.ts';
import { savedBy } from './launch/saved-by.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossator-backup-'));
let full: Ground;
let options: Page;
let saved = '';
beforeAll(async () => {
  full = await openGround();
  options = await full.ownPage('options.html');
  await options.waitForSelector('[data-glossary="north-korea"]');
});
afterAll(async () => {
  await full.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = async (role: string, name: string, page = options) => (await named(page, role, name)).click();

async function restore(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const field = (await page.$('#backup input[type=file]')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(path);
}

const says = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.notice')?.textContent?.includes(wanted),
    {},
    text,
  );

test('forms that several entries claim are found, and an own one among them can be changed', async () => {
  await press('button', 'New term');
  await (await named(options, 'textbox', 'Term')).type('KCNA');
  await (await named(options, 'textbox', 'Definition')).type('Mine.');
  await press('button', 'Save');
  await named(options, 'button', 'Edit KCNA');
  await (await named(options, 'button', 'Find conflicts')).focus();
  await options.keyboard.press('Enter');
  await (await named(options, 'searchbox', 'Search in these forms')).type('kcna');
  await options.waitForFunction(() => document.querySelectorAll('.conflicts > li').length === 1);
  const claimants = await options.$$eval('.conflicts ol li', (rows) => rows.map((row) => row.textContent));
  expect(claimants[0]).toContain('My terms');
  expect(claimants[1]).toContain('North Korea in the news');
  await (await options.$('.conflicts [aria-label="Edit KCNA"]'))?.click();
  await named(options, 'textbox', 'Definition');
  await press('button', 'Cancel');
  await press('button', 'Delete KCNA');
  await options.waitForFunction(() => document.querySelector('.conflicts')?.children.length === 0);
});

test('one file holds terms, glossaries, switches and settings', async () => {
  await press('button', 'New term');
  await (await named(options, 'textbox', 'Term')).type('Quuxian');
  await (await named(options, 'textbox', 'Definition')).type('Of Quux.');
  await press('button', 'Save');
  const team = {
    format: 1,
    id: 'team',
    title: 'Team',
    entries: [{ id: 'a', term: 'Frobnic', definition: 'Of a team.' }],
  };
  await dropFile(options, 'team.glossary.json', JSON.stringify(team));
  await press('button', 'Import 1 entry');
  await options.waitForSelector('[data-glossary=team]');
  await press('switch', 'World affairs: abbreviations in the news');
  await press('radio', 'Wavy');
  await options.waitForFunction(async () => {
    const { browser } = window as unknown as { browser?: unknown };
    const api = (browser ?? Reflect.get(window, 'chrome')) as {
      storage: { sync: { get(key: null): Promise<Record<string, unknown>> } };
    };
    const stored = JSON.stringify(await api.storage.sync.get(null));
    return stored.includes('wavy') && stored.includes('world-affairs');
  });
  saved = await savedBy(options, 'Save everything to a file');
  expect(JSON.parse(saved)).toMatchObject({
    glossator: 'backup',
    own: { entries: [{ term: 'Quuxian' }] },
    files: [{ title: 'Team' }],
    settings: { settings: { look: { underline: 'wavy' } }, shelf: { off: ['world-affairs'] } },
  });
});

test('the file brings it all back on an empty profile, after it was seen, and its terms are marked', async () => {
  const empty = await openGround();
  try {
    const fresh = await empty.ownPage('options.html');
    await fresh.waitForSelector('[data-glossary="north-korea"]');
    await restore(fresh, 'broken.json', '{"glossator": "half');
    await says(fresh, 'not JSON');
    await restore(fresh, 'backup.json', saved);
    await named(fresh, 'button', 'Restore this');
    const items = await fresh.$$eval('#backup .listed li', (rows) => rows.map((row) => row.textContent));
    expect(items).toEqual([
      '1 of your own terms',
      'Team: 1 entry',
      'Settings, which replace your present ones',
    ]);
    expect(await fresh.$('[data-glossary=team]')).toBeNull();
    await (await named(fresh, 'button', 'Restore this')).focus();
    await fresh.keyboard.press('Enter');
    await says(fresh, 'is back');
    await fresh.waitForSelector('[data-glossary=team]');
    await named(fresh, 'button', 'Edit Quuxian');
    await fresh.waitForFunction(() =>
      [...document.querySelectorAll('[role=switch][aria-checked=false]')].some((off) =>
        off.closest('.glossary')?.textContent?.includes('World affairs'),
      ),
    );
    const page = await empty.open({
      path: '/b.html',
      page: '<!doctype html><title>t</title><p>A Quuxian and a Frobnic.</p>',
    });
    expect((await settledTerms(page, 2)).map(({ text }) => text)).toEqual(['Quuxian', 'Frobnic']);
    await fresh.bringToFront();
    await press('button', 'Undo', fresh);
    await fresh.waitForFunction(() => document.querySelector('[data-glossary=team]') === null);
  } finally {
    await empty.close();
  }
});
