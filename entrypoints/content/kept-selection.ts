import type { Split } from './split.ts';

/** Remembers a selection that begins or ends in a piece; call the result once the text is whole again. */
export function takeSelection(
  owners: Pick<WeakMap<Node, Split>, 'get'>,
  split: Split,
): (() => void) | undefined {
  const selection = document.getSelection();
  if (selection === null) return undefined;
  const anchor = placeIn(owners, split, [selection.anchorNode, selection.anchorOffset]);
  const focus = placeIn(owners, split, [selection.focusNode, selection.focusOffset]);
  if (anchor === undefined && focus === undefined) return undefined;
  const { node } = split;
  return () => {
    // An end that is elsewhere has been moved by the browser with what went before it.
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    if (anchorNode === null || focusNode === null) return;
    const from: Place =
      anchor === undefined ? [anchorNode, anchorOffset] : [node, Math.min(anchor, node.length)];
    const to: Place = focus === undefined ? [focusNode, focusOffset] : [node, Math.min(focus, node.length)];
    selection.setBaseAndExtent(...from, ...to);
  };
}

type Place = readonly [node: Node, offset: number];

/** A place in the pieces behind the text node as an offset in the text that it will be again. */
function placeIn(
  owners: Pick<WeakMap<Node, Split>, 'get'>,
  { node, pieces }: Split,
  [at, offset]: readonly [node: Node | null, offset: number],
): number | undefined {
  if (at === null || owners.get(at)?.node !== node) return undefined;
  let before = node.length;
  for (const { node: piece, words } of pieces) {
    if (piece === at || words === at)
      return before + (at instanceof Element && offset > 0 ? words.length : offset);
    before += words.length;
  }
  return undefined;
}
