import { browser } from 'wxt/browser';
import { CallError, callPage } from '../platform/calls.ts';
import { report } from '../platform/report.ts';
import type { NewTerm } from '../platform/term-request.ts';
import { openSearch } from './omnibox.ts';
import { openTermForm } from './term-form.ts';

const LOOK_UP = 'look-up';
const ADD = 'add-term';
const SUBSCRIBE = 'subscribe';

/** Links that are by their name glossaries, as match patterns have it. */
const GLOSSARY_FILES = ['glossary.json', 'glossary.json?*'].map((end) => `*://*/*.${end}`);

/** Menus outlive the background; they are made when the extension is installed or updated. */
export function makeMenus(): void {
  // Firefox for Android has no context menus.
  const { contextMenus: menus }: Partial<typeof browser> = browser;
  menus?.removeAll().then(
    () => {
      for (const [id, title] of [
        [LOOK_UP, 'Look up “%s” in Glossator'],
        [ADD, 'Add “%s” to my terms'],
      ] as const) {
        menus.create({ id, title, contexts: ['selection'] });
      }
      const title = 'Subscribe to this glossary';
      menus.create({ id: SUBSCRIBE, title, contexts: ['link'], targetUrlPatterns: GLOSSARY_FILES });
    },
    (error) => report('The context menu', error),
  );
}

export function listenToMenus(): void {
  const { contextMenus: menus }: Partial<typeof browser> = browser;
  menus?.onClicked.addListener(({ menuItemId, selectionText = '', frameId, pageUrl, linkUrl }, tab) => {
    if (menuItemId === SUBSCRIBE && linkUrl !== undefined) {
      openOffer(linkUrl).catch((error) => report('Subscribing to a link', error));
    }
    const frame = tab?.id === undefined ? undefined : { tabId: tab.id, frameId: frameId ?? 0 };
    if (menuItemId === ADD) {
      const page = { ...(pageUrl && { url: pageUrl }), ...(tab?.title && { title: tab.title }) };
      addTerm({ term: selectionText, ...page }, frame).catch((error) => report('Adding a term', error));
    }
    if (menuItemId !== LOOK_UP || frame === undefined) return;
    lookUp(frame, selectionText).catch((error) => report('Looking up a selection', error));
  });
}

/** The page that shows what is there, and asks. */
async function openOffer(address: string): Promise<void> {
  const page = `/subscribe.html?address=${encodeURIComponent(address)}`;
  await browser.tabs.create({ url: browser.runtime.getURL(page as '/') });
}

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** On the page; or, where no script of ours runs, in the search. */
async function lookUp(frame: Frame, text: string): Promise<void> {
  try {
    await callPage(frame, 'lookUp', text);
  } catch (error) {
    if (!(error instanceof CallError && error.gone)) throw error;
    await openSearch(text, 'newForegroundTab');
  }
}

async function addTerm(term: NewTerm, frame: Frame | undefined): Promise<void> {
  const context = frame && (await sentenceIn(frame));
  await openTermForm({ add: { ...term, ...(context && { context }) } });
}

/** The browser tells the words that were selected, and the page their sentence; some pages have nobody to ask. */
async function sentenceIn(frame: Frame): Promise<string | undefined> {
  try {
    return (await callPage(frame, 'sentence')) ?? undefined;
  } catch (error) {
    if (error instanceof CallError && error.gone) return undefined;
    throw error;
  }
}
