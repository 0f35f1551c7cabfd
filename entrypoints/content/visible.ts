import { elementAround } from './forms.ts';

/** Whether an element has boxes, or passes its children through to its parent's (`display: contents`). */
export function isRendered(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = elementAround(at)) {
    if (at.checkVisibility()) return true;
    if (getComputedStyle(at).display !== 'contents') return false;
  }
  return true;
}

const SEEN = { visibilityProperty: true };

/** Whether text in an element can be seen once it is scrolled to. */
export function isVisible(element: Element): boolean {
  if (element.checkVisibility(SEEN)) return true;
  const style = getComputedStyle(element);
  return style.display === 'contents' && style.visibility === 'visible' && isRendered(element);
}
