import type { Found } from './found.ts';

/**
 * The next or previous term that is rendered: from `current` on, or from what is on the screen when
 * there is none; at either end on to the other. `undefined` when no term is rendered at all.
 */
export function neighbour(
  terms: readonly Found[],
  current: number,
  direction: 'next' | 'previous',
): Found | undefined {
  const forward = direction === 'next';
  const start = current >= 0 ? current + (forward ? 1 : -1) : firstOnScreen(terms, forward);
  for (let n = 0; n < terms.length; n++) {
    const at = (start + (forward ? n : -n) + 2 * terms.length) % terms.length;
    const term = terms[at];
    if (term !== undefined && term.rects().length > 0) return term;
  }
  return undefined;
}

/** Where reading begins: the first term below the top edge, or the last one above the bottom edge. */
function firstOnScreen(terms: readonly Found[], forward: boolean): number {
  const bottom = innerHeight;
  const found = forward
    ? terms.findIndex((term) => term.rects().some((rect) => rect.top >= 0))
    : terms.findLastIndex((term) => term.rects().some((rect) => rect.bottom <= bottom));
  return found >= 0 ? found : forward ? 0 : terms.length - 1;
}
