import { canGoBack, type PopupEvent, type PopupState } from './popup-state.ts';

/** Rows that Page Up and Page Down go. */
const PAGE = 5;

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

/** What a key in the search field or the list of hits means; `undefined` when it is the browser's. */
export function searchKey(key: string, { answer, trail }: PopupState): PopupEvent | undefined {
  const by = MOVES[key];
  if (by !== undefined && trail.length === 0 && answer !== undefined) return { type: 'moved', by };
  return key === 'Enter' ? { type: 'chosen' } : undefined;
}

/** What a key anywhere in the popup means. */
export function popupKey(key: string, state: PopupState): PopupEvent | undefined {
  // With nothing to go back from, Escape closes the popup.
  return key === 'Escape' && canGoBack(state) ? { type: 'back' } : undefined;
}

/** A key that is meant for us: not part of a shortcut, nor of writing a syllable. */
export function isPlainKey(event: KeyboardEvent): boolean {
  return !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey;
}

/**
 * Arrow keys between the search field and the terms below it. Returns what gets the focus, the field
 * itself before the first term.
 */
export function arrowTarget<T>(key: string, focused: T, field: T, terms: readonly T[]): T | undefined {
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const stops = [field, ...terms];
  const at = stops.indexOf(focused);
  return by === 0 || at < 0 ? undefined : stops[at + by];
}
