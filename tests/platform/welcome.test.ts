import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToCommands } from '../../entrypoints/background/commands.ts';
import { listenToMenus, makeMenus } from '../../entrypoints/background/menus.ts';
import { listenToOmnibox } from '../../entrypoints/background/omnibox.ts';
import { welcome } from '../../entrypoints/background/welcome.ts';

beforeEach(() => fakeBrowser.reset());

test.each([
  ['install', 1],
  ['update', 0],
  ['chrome_update', 0],
  ['browser_update', 0],
  ['shared_module_update', 0],
])('the reason %s opens %d pages', async (reason, opened) => {
  const before = (await fakeBrowser.tabs.query({})).length;
  await welcome(reason);
  const tabs = await fakeBrowser.tabs.query({});
  expect(tabs.length - before).toBe(opened);
  if (opened > 0) expect(tabs.at(-1)?.url).toMatch(/\/welcome\.html$/);
});

test('a browser without keys, context menus and keywords, as on Android, can do the rest', () => {
  const { commands, contextMenus, omnibox } = fakeBrowser;
  Object.assign(fakeBrowser, { commands: undefined, contextMenus: undefined, omnibox: undefined });
  try {
    makeMenus();
    listenToMenus();
    listenToCommands();
    listenToOmnibox(async () => []);
  } finally {
    Object.assign(fakeBrowser, { commands, contextMenus, omnibox });
  }
});
