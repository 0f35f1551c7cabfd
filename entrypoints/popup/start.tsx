import { render } from 'preact';
import { isToolbarPopup } from '../platform/active-tab.ts';
import { browserSource } from './browser-source.ts';
import { Popup } from './popup.tsx';
import type { PopupSource } from './source.ts';
import { words } from './words.ts';

/** Draws the popup over what stands in its document. In a function: other pages load this file for what they share. */
export function start(): void {
  // In a tab, as on Android, the popup takes the room it gets; at the toolbar it says how much it wants.
  const coversPage = /\bAndroid\b/.test(navigator.userAgent);
  const { documentElement } = document;
  documentElement.dataset.place = coversPage || !isToolbarPopup() ? 'screen' : 'toolbar';
  documentElement.lang = words.language;
  documentElement.dir = words.direction;

  const asked = new URLSearchParams(location.search);
  // What the reader has typed into the field by now, which becomes the popup's own.
  const typed = document.querySelector('input')?.value ?? '';
  const source = browserSource(asked.get('page') ?? undefined);
  render(
    <Popup source={coversPage ? outOfTheWay(source) : source} query={typed || (asked.get('search') ?? '')} />,
    document.body,
  );
}

/** Goes away after a jump, so that the reader sees where it went. */
function outOfTheWay(source: PopupSource): PopupSource {
  return {
    ...source,
    async jump(ref) {
      const found = await source.jump(ref);
      if (found) window.close();
      return found;
    },
  };
}
