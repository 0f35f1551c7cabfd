import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { choices, hidden, known, settings, shelf, sites } from '../../entrypoints/platform/settings.ts';
import { exportSettings, importSettings, resetSettings } from '../../entrypoints/platform/settings-file.ts';

beforeEach(() => fakeBrowser.reset());

const ALL = [settings, sites, hidden, known, choices, shelf];
const values = () => Promise.all(ALL.map((stored) => stored.get()));

/** A value in every place, each other than at first. */
async function setAll(): Promise<void> {
  await settings.update((now) => ({
    ...now,
    look: { underline: 'wavy', colour: '#aa3300', mentions: 'section', mostPerScreen: 12 },
    delay: 700,
    painting: 'ink',
    pageTerms: false,
    print: true,
    everywhere: false,
    silentWhereExplained: false,
    languages: ['ko'],
    quietOnSecrets: false,
  }));
  await sites.update(() => ({ mode: 'only', rules: [{ pattern: 'example.com/한국', on: true }] }));
  await hidden.update(() => ['north-korea/wpk']);
  await known.update(() => ['north-korea/dprk']);
  await choices.update(() => ({ 'example.com': { 'north-korea/rgb': 'never' } }));
  await shelf.update(() => ({ off: ['world-affairs'], order: ['own', 'north-korea'] }));
}

test('what is saved to a file and loaded again is every setting, as it was', async () => {
  const first = await values();
  await setAll();
  const before = await values();
  for (const [at, value] of before.entries()) expect(value).not.toEqual(first[at]);
  const text = await exportSettings();
  await resetSettings();
  expect(await values()).toEqual(first);
  await importSettings(text);
  expect(await values()).toEqual(before);
});

test('loading and resetting can be undone', async () => {
  await setAll();
  const before = await values();
  const text = await exportSettings();
  const undoReset = await resetSettings();
  await undoReset();
  expect(await values()).toEqual(before);
  await resetSettings();
  const first = await values();
  const undoLoad = await importSettings(text);
  await undoLoad();
  expect(await values()).toEqual(first);
});

test.each([
  ['no JSON', 'what?', /not JSON/],
  ['another file', '{"title":"x"}', /no file of settings.*Nothing was changed/],
  [
    'a value out of bounds',
    JSON.stringify({
      glossator: 'settings',
      version: 1,
      values: { settings: { look: { underline: 'blink' } } },
    }),
    /settings\.look\.underline.*blink.*Nothing was changed/s,
  ],
  [
    'one bad value among good ones',
    JSON.stringify({ glossator: 'settings', version: 1, values: { hidden: ['g/a'], known: 7 } }),
    /known: expected Array, got 7/,
  ],
])('a file with %s is refused whole, with what is wrong', async (_, text, said) => {
  await setAll();
  const before = await values();
  await expect(importSettings(text)).rejects.toThrow(said);
  expect(await values()).toEqual(before);
});
