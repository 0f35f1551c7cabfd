import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { arrowTarget } from './popup-keys.ts';
import type { PopupState } from './popup-state.ts';

/**
 * Puts the focus into the search field when the popup opens, and back to where a card was opened from
 * when it closes. At once, not after the next frame: the reader may be typing on.
 */
export function useFocus({ trail, query }: PopupState, field: RefObject<HTMLInputElement | null>): void {
  const first = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    // To ask for it anew would have all that was just drawn laid out at once.
    if (document.activeElement !== field.current) field.current?.focus();
  }, []);
  useLayoutEffect(() => {
    const opened = first.current;
    first.current = trail[0]?.ref;
    if (opened === undefined || trail.length > 0) return;
    const button = document.querySelector<HTMLElement>(`[data-explain="${CSS.escape(opened)}"]`);
    (query === '' && button ? button : field.current)?.focus();
  }, [trail]);
}

/** Arrow keys go through the terms of the page and back to the field. */
export function moveFocus(event: KeyboardEvent, field: HTMLElement | null): void {
  const terms = [...document.querySelectorAll<HTMLElement>('button.term')];
  const target = arrowTarget<Element | null>(event.key, document.activeElement, field, terms);
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  target.focus();
}
