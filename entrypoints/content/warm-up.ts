import { readableDate } from '../../glossary/card-date.ts';
import { prepareStyle } from './card-style.ts';

let warm = false;

/**
 * Does, once for a page and outside the present frame, what makes a first card slow: reading the style
 * sheet, and the first date in words, which takes longest. The time of rest is free for it.
 */
export function warmUp(): void {
  if (warm) return;
  warm = true;
  // Each in a task of its own, so that the page has its turn in between.
  setTimeout(prepareStyle);
  setTimeout(readableDate, 0, '2000-01', 'en');
}
