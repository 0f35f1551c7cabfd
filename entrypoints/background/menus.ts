import { browser } from 'wxt/browser';
import { callPage } from '../platform/calls.ts';
import { report } from '../platform/report.ts';

const LOOK_UP = 'look-up';

/** Menus outlive the background; they are made when the extension is installed or updated. */
export function makeMenus(): void {
  browser.contextMenus.removeAll().then(
    () =>
      browser.contextMenus.create({
        id: LOOK_UP,
        title: 'Look up “%s” in Glossator',
        contexts: ['selection'],
      }),
    (error) => report('The context menu', error),
  );
}

export function listenToMenus(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
    if (menuItemId !== LOOK_UP || tab?.id === undefined) return;
    const to = { tabId: tab.id, ...(frameId !== undefined && { frameId }) };
    callPage(to, 'lookUp', selectionText).catch((error) => report('Looking up a selection', error));
  });
}
