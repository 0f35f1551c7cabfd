import { EMPHASIS, MARK, TERMS } from '../platform/look-sheet.ts';
import { unwrapCopy } from './copies.ts';

/**
 * Takes away what an earlier Glossator left in this document. Firefox puts a new version into pages that are open,
 * and ends the old one without a word. A page that is only just read has nothing of ours.
 */
export function clearOrphans(): void {
  if (document.readyState !== 'complete') return;
  for (const mark of document.querySelectorAll(MARK)) unwrapCopy(mark);
  for (const card of document.querySelectorAll('glossator-popover')) card.remove();
  const { adoptedStyleSheets: sheets } = document;
  for (const sheet of [...sheets]) if (isOurs(sheet)) sheets.splice(sheets.indexOf(sheet), 1);
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(TERMS);
  CSS.highlights.delete(EMPHASIS);
}

function isOurs({ cssRules }: CSSStyleSheet): boolean {
  const [first] = cssRules;
  return first instanceof CSSStyleRule && first.selectorText === MARK;
}
