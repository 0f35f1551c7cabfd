import { browser } from 'wxt/browser';
import { callPage } from '../platform/calls.ts';
import { report } from '../platform/report.ts';
import { openTermForm } from './term-form.ts';

const LOOK_UP = 'look-up';
const ADD = 'add-term';

/** Menus outlive the background; they are made when the extension is installed or updated. */
export function makeMenus(): void {
  browser.contextMenus.removeAll().then(
    () => {
      for (const [id, title] of [
        [LOOK_UP, 'Look up “%s” in Glossator'],
        [ADD, 'Add “%s” to my terms'],
      ] as const) {
        browser.contextMenus.create({ id, title, contexts: ['selection'] });
      }
    },
    (error) => report('The context menu', error),
  );
}

export function listenToMenus(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '', frameId, pageUrl }, tab) => {
    if (menuItemId === ADD) {
      const term = {
        term: selectionText,
        ...(pageUrl && { url: pageUrl }),
        ...(tab?.title && { title: tab.title }),
      };
      openTermForm({ add: term }).catch((error) => report('Adding a term', error));
    }
    if (menuItemId !== LOOK_UP || tab?.id === undefined) return;
    const to = { tabId: tab.id, ...(frameId !== undefined && { frameId }) };
    callPage(to, 'lookUp', selectionText).catch((error) => report('Looking up a selection', error));
  });
}
