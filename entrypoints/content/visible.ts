/** Whether an element has boxes, or passes its children through to its parent's (`display: contents`). */
export function isRendered(element: Element): boolean {
  if (element.checkVisibility()) return true;
  if (getComputedStyle(element).display !== 'contents') return false;
  const parent = element.parentElement;
  return parent === null || isRendered(parent);
}

const SEEN = { visibilityProperty: true };

/** Whether text in an element can be seen once it is scrolled to. */
export function isVisible(element: Element): boolean {
  if (element.checkVisibility(SEEN)) return true;
  const style = getComputedStyle(element);
  return style.display === 'contents' && style.visibility === 'visible' && isRendered(element);
}
