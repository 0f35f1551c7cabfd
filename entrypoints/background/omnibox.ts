import { browser } from 'wxt/browser';
import type { Card } from '../../glossary/entry.ts';
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
  // Chromium reads descriptions as XML, and puts what is typed in the place of `%s`; Firefox shows both as they are.
  const readsMarkup = !import.meta.env.FIREFOX;
  const description = `Search your glossaries${readsMarkup ? ' for %s' : ''}`;
  // Only now: Chromium starts a process of its own to read it, which pages need not wait for.
  omnibox.onInputStarted.addListener(() => omnibox.setDefaultSuggestion({ description }));
  omnibox.onInputChanged.addListener((text, suggest) => {
    search(text, MOST_SUGGESTIONS).then(
      (hits) =>
        suggest(
          hits.map(({ card }) => ({ content: card.term, description: suggestionText(card, readsMarkup) })),
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

/** What no XML may hold, and no line shows: with one such character, the browser would drop every suggestion. */
const UNFIT = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

/** What the address bar says of a card: a line, for a browser that reads it as XML or for one that shows it as it is. */
export function suggestionText(
  { term, definition }: Pick<Card, 'term' | 'definition'>,
  readsMarkup: boolean,
): string {
  const short = definition.length > LONGEST ? `${definition.slice(0, LONGEST)}…` : definition;
  const line = `${term} – ${short}`.replace(UNFIT, ' ');
  if (!readsMarkup) return line;
  return line.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
