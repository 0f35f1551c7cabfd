import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showState } from '../../entrypoints/background/badge.ts';

const TAB = 7;
const ON = 'Glossator';
const OFF = 'Glossator (off here)';

/** What the toolbar shows of the tab, and all that was ever asked of it. */
let title: string;
let icons: string[];

beforeEach(() => {
  fakeBrowser.reset();
  title = ON;
  icons = [];
  Object.assign(fakeBrowser, {
    action: {
      getTitle: async () => title,
      setTitle: async (change: { title: string }) => {
        title = change.title;
      },
      setIcon: async ({ path }: { path: Record<string, string> }) => void icons.push(path[16] ?? ''),
    },
  });
});

test('a page that is read keeps the icon it begins with: no picture is read or sent', async () => {
  await showState(TAB, true);
  expect(icons).toEqual([]);
  expect(title).toBe(ON);
});

test('a page that is turned off, and on again, shows both once, however often it is told', async () => {
  for (const on of [false, false, true, true]) await showState(TAB, on);
  expect(icons).toEqual(['/icons/off-16.png', '/icons/16.png']);
  expect(title).toBe(ON);
});

test('what is told last is what is shown, also where it is told before the first is done', async () => {
  await Promise.all([showState(TAB, false), showState(TAB, true), showState(TAB, false)]);
  expect(title).toBe(OFF);
  expect(icons).toEqual(['/icons/off-16.png', '/icons/16.png', '/icons/off-16.png']);
});

test('a tab that has gone is no news, and hinders no other; anything else is', async () => {
  const { action } = fakeBrowser as unknown as { action: { getTitle: () => Promise<string> } };
  const usual = action.getTitle;
  action.getTitle = async () => Promise.reject(new Error('No tab with id: 7.'));
  await showState(TAB, false);
  action.getTitle = async () => Promise.reject(new Error('Broken.'));
  await expect(showState(TAB, false)).rejects.toThrow('Broken.');
  action.getTitle = usual;
  await showState(TAB, false);
  expect(title).toBe(OFF);
});

test('where there is no icon, as on Firefox for Android, the name tells', async () => {
  Object.assign((fakeBrowser as unknown as { action: object }).action, { setIcon: undefined });
  await showState(TAB, false);
  expect(title).toBe(OFF);
});
