import { browser } from 'wxt/browser';
import type { SearchHit } from '../platform/messages.ts';
import { report } from '../platform/report.ts';

/** What the address bar has room for. */
const MOST_SUGGESTIONS = 6;
const LONGEST = 120;

/** The keyword in the address bar: suggestions while typing, Enter opens the search with what was typed. */
export function listenToOmnibox(search: (query: string, limit: number) => Promise<SearchHit[]>): void {
  // Firefox for Android has no keywords.
  const { omnibox }: Partial<typeof browser> = browser;
  if (omnibox === undefined) return;
  omnibox.setDefaultSuggestion({ description: 'Search your glossaries for %s' });
  omnibox.onInputChanged.addListener((text, suggest) => {
    search(text, MOST_SUGGESTIONS).then(
      (hits) =>
        suggest(
          hits.map(({ card }) => ({ content: card.term, description: line(card.term, card.definition) })),
        ),
      (error) => report('Searching from the address bar', error),
    );
  });
  omnibox.onInputEntered.addListener((text, where) => {
    openSearch(text, where).catch((error) => report('Opening the search', error));
  });
}

/** Opens the search with a query, in the tab in front or in a new one. */
export async function openSearch(
  query: string,
  where: 'currentTab' | 'newForegroundTab' | 'newBackgroundTab',
): Promise<void> {
  const url = browser.runtime.getURL(`/popup.html?search=${encodeURIComponent(query)}` as '/');
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}

/** Chromium reads descriptions as XML. */
function line(term: string, definition: string): string {
  const short = definition.length > LONGEST ? `${definition.slice(0, LONGEST)}…` : definition;
  return `${term} – ${short}`.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
