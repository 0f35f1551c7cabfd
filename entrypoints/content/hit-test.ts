import type { Block } from './flow.ts';
import { elementAround, parentOf } from './forms.ts';
import type { Term } from './term.ts';

/** Layers over the text that are looked through, at most: the empty link that covers a whole teaser. */
const THROUGH = 3;
const AXIS_ALIGNED = /^matrix\(([^,]+), ([^,]+), ([^,]+), ([^,]+),/;

/** The term whose area holds a point, in client coordinates; `termsIn` gives the terms directly in a block. */
export function termAt(x: number, y: number, termsIn: (block: Block) => readonly Term[]): Term | undefined {
  let layers = 0;
  for (const top of elementsAt(x, y)) {
    const found = termUnder(top, { x, y }, termsIn);
    if (found !== undefined) return found;
    if (++layers > THROUGH || !isSeenThrough(top)) return undefined;
  }
  return undefined;
}

/** Elements at a point from the top, looking into open shadow roots. */
function elementsAt(x: number, y: number): readonly Element[] {
  let root: Document | ShadowRoot = document;
  for (;;) {
    const elements: readonly Element[] = root.elementsFromPoint(x, y);
    const inner: unknown = elements[0]?.shadowRoot;
    if (
      !(inner instanceof ShadowRoot) ||
      inner === root ||
      !inner.elementsFromPoint(x, y).some((one) => inner.contains(one))
    )
      return elements;
    root = inner;
  }
}

function termUnder(
  top: Element,
  point: { x: number; y: number },
  termsIn: (block: Block) => readonly Term[],
): Term | undefined {
  for (let at: Node | null = top; at !== null; at = parentOf(at)) {
    if (!(at instanceof Element || at instanceof ShadowRoot)) return undefined;
    const found = termsIn(at).find((term) => covers(term, point));
    if (found !== undefined) return found;
    // Text directly in a shadow root shows where its host is.
    if (at === top && top.shadowRoot instanceof ShadowRoot) {
      const inside = termsIn(top.shadowRoot).find((term) => covers(term, point));
      if (inside !== undefined) return inside;
    }
    if (at instanceof ShadowRoot) return undefined;
  }
  return undefined;
}

function covers(term: Term, { x, y }: { x: number; y: number }): boolean {
  const inRect = term
    .rects()
    .some(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom);
  return inRect && (!isTurned(term) || isCaretIn(term, x, y));
}

/** Whether a transform makes rectangles larger than what they hold. */
function isTurned(term: Term): boolean {
  for (let at = term.host() ?? null; at !== null; at = elementAround(at)) {
    const { transform, rotate } = getComputedStyle(at);
    if (rotate !== 'none' && rotate !== '') return true;
    if (transform === 'none' || transform === '') continue;
    const [, a, b, c, d] = AXIS_ALIGNED.exec(transform) ?? [];
    const straight = (Number(b) === 0 && Number(c) === 0) || (Number(a) === 0 && Number(d) === 0);
    if (!straight) return true;
  }
  return false;
}

function isCaretIn(term: Term, x: number, y: number): boolean {
  const host = term.host();
  const root = host?.getRootNode();
  const options = root instanceof ShadowRoot ? { shadowRoots: [root] } : {};
  const caret = document.caretPositionFromPoint(x, y, options);
  if (caret === null) return false;
  return term
    .extents()
    .some(
      ({ startContainer, startOffset, endContainer, endOffset }) =>
        caret.offsetNode === startContainer &&
        caret.offsetNode === endContainer &&
        caret.offset >= startOffset &&
        caret.offset <= endOffset,
    );
}

/** Whether an element only lies over what is below, without showing anything itself. */
function isSeenThrough(element: Element): boolean {
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element);
  const clear = backgroundColor === 'transparent' || /, 0\)$|\/ 0\)$/.test(backgroundColor);
  return (
    clear && backgroundImage === 'none' && (backdropFilter ?? 'none') === 'none' && element.textContent === ''
  );
}
