import type { Painting } from './painting.ts';
import type { Passage } from './passages.ts';

/** Acts by which the document as it is leaves the page: our marks stay behind. */
export function keepCopiesClean(painting: () => Painting | undefined, signal: AbortSignal): void {
  const options = { capture: true, signal };
  const clean = (event: Event, which: (passage: Passage) => boolean): void => {
    if (event.isTrusted) painting()?.demote(which);
  };
  const cleanSelection = (event: Event): void => clean(event, isSelected);
  const cleanAll = (event: Event): void => clean(event, () => true);
  for (const type of ['copy', 'cut', 'dragstart']) addEventListener(type, cleanSelection, options);
  addEventListener('beforeprint', cleanAll, options);
  addEventListener(
    'keydown',
    (event) => {
      if ((event.ctrlKey || event.metaKey) && /^[sp]$/i.test(event.key)) cleanAll(event);
    },
    options,
  );
  // While a button is down the selection is being drawn; changing the text under it would disturb that.
  addEventListener('pointerup', cleanSelection, options);
  addEventListener('keyup', (event) => event.shiftKey && cleanSelection(event), options);
}

/** Whether a passage holds a part of the selection. */
function isSelected({ block }: Passage): boolean {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return false;
  return selection.containsNode(block, true);
}
