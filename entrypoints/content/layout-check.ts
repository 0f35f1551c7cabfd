import type { Block } from './flow.ts';
import { isMasked } from './forms.ts';

/** What must not change when marks come: boxes, and the look of the elements beside them. */
const LOOKS = ['color', 'fontSize', 'fontWeight', 'display', 'marginLeft', 'backgroundColor'] as const;
/** Browsers round the width of each piece of text on its own, to a 64th of a pixel. */
const ROUNDING = 0.25;
const MOST = 60;
/** What a mark has from the text it stands in, and what it has none of, even on a page that insists. */
const SAME = ['color', 'font', 'letterSpacing', 'textTransform'] as const;
const NONE = ['padding', 'margin'] as const;

/** Notes the boxes and looks in and around a block; call the result to see whether they are still the same. */
export function noteLayout(block: Block): () => boolean {
  const host = block instanceof ShadowRoot ? block.host : block;
  const elements = [host, ...[...block.querySelectorAll('*')].slice(0, MOST)].filter(
    (element) => !isMasked(element),
  );
  const boxes = elements.map(boxOf);
  const looks = elements.map(lookOf);
  return () =>
    elements.every(
      (element, at) => lookOf(element) === looks[at] && isClose(boxOf(element), boxes[at] ?? []),
    );
}

function boxOf(element: Element): readonly number[] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
}

function isClose(box: readonly number[], other: readonly number[]): boolean {
  return box.every((number, at) => Math.abs(number - (other[at] ?? 0)) <= ROUNDING);
}

function lookOf(element: Element): string {
  const style = getComputedStyle(element);
  return LOOKS.map((name) => style[name]).join();
}

/** Whether a mark looks like the text it stands in: a page's own rules may reach it. */
export function looksPlain(mark: Element): boolean {
  const own = getComputedStyle(mark);
  const parent = mark.parentElement === null ? own : getComputedStyle(mark.parentElement);
  const isSame =
    SAME.every((name) => own[name] === parent[name]) && NONE.every((name) => own[name] === '0px');
  const isFlat = own.display === 'inline' && own.position === 'static' && own.borderStyle === 'none';
  return isSame && isFlat && own.backgroundColor === 'rgba(0, 0, 0, 0)';
}
