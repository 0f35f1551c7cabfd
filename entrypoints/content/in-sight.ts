import { isMasked, parentOf as nodeAround } from './forms.ts';
import type { Box } from './safe-triangle.ts';

/** Whether any of some boxes inside an element can be seen: in the viewport, and not scrolled out of a container. */
export function isInSight(rects: readonly Box[], inside: Element | undefined): boolean {
  const view = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const seen = inside === undefined ? view : clipped(view, inside);
  return rects.some((rect) => overlap(rect, seen));
}

function clipped(view: Box, inside: Element): Box {
  let seen = view;
  for (let at: Element | undefined = inside; at !== undefined; at = parentOf(at)) {
    // The overflow of root and body is the viewport's.
    if (at === document.body || at === document.documentElement) break;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (isMasked(at)) continue;
    if (overflowX !== 'visible' || overflowY !== 'visible') seen = common(seen, at.getBoundingClientRect());
  }
  return seen;
}

function parentOf(element: Element): Element | undefined {
  const parent = (isMasked(element) ? null : element.assignedSlot) ?? nodeAround(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

function common(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
