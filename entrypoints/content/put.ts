import { type Place, placeCard, type Side, surrounding } from './placement.ts';
import type { Frame } from './popover-frame.ts';
import type { Box, Point } from './safe-triangle.ts';

/** Small screens that are touched: there a card is a sheet at the edge. */
const SHEET = '(pointer: coarse) and (max-width: 480px)';
/** Part of the height of a screen that a sheet may take; the term is kept in the other part. */
const SHEET_PART = 0.5;
/** Height of a card beyond which its text scrolls, in ems: about twenty lines. */
const MOST_HEIGHT = 28;

/** Puts a card to its place beside lines of text; the answer is the side, for the next time. */
export function putCard(
  frame: Frame,
  lines: readonly Box[],
  pointer: Point | undefined,
  before: Side | undefined,
): Side | undefined {
  const { host, card } = frame;
  const view = visiblePart();
  if (matchMedia(SHEET).matches) {
    const low = surrounding(lines).bottom > view.bottom - (view.bottom - view.top) * SHEET_PART;
    host.setAttribute('data-sheet', low ? 'top' : 'bottom');
    return undefined;
  }
  host.removeAttribute('data-sheet');
  const size = wantedSize(frame);
  const place = placeCard({ lines, pointer, size, view, rightToLeft: card.dir === 'rtl', before });
  setPlace(host, { ...place, height: Math.min(place.height, most(host)) });
  return place.side;
}

/** Keeps a card where it is, as far as the viewport still reaches there. */
export function keepInView({ host }: Frame): void {
  const { left, top, width, height } = host.getBoundingClientRect();
  const view = visiblePart();
  setProperty(host, '--x', Math.max(view.left, Math.min(left, view.right - width)));
  setProperty(host, '--y', Math.max(view.top, Math.min(top, view.bottom - height)));
}

/** The size without the present bounds: what scrolls out of sight counts too. */
function wantedSize({ host, card }: Frame): { width: number; height: number } {
  const { width, height } = host.getBoundingClientRect();
  const body = card.querySelector('.body');
  const hidden = body === null ? 0 : body.scrollHeight - body.clientHeight;
  return { width, height: Math.min(height + hidden, most(host)) };
}

function most(host: HTMLElement): number {
  return MOST_HEIGHT * Number.parseFloat(getComputedStyle(host).fontSize);
}

/** The viewport, or the part of it that a pinch has enlarged. */
function visiblePart(): Box {
  const zoomed = visualViewport;
  const { clientWidth, clientHeight } = document.documentElement;
  if (zoomed === null || zoomed.scale === 1) {
    // In quirks mode the root is as high as the document.
    return {
      left: 0,
      top: 0,
      right: clientWidth,
      bottom: document.compatMode === 'BackCompat' ? innerHeight : clientHeight,
    };
  }
  const { offsetLeft: left, offsetTop: top, width, height } = zoomed;
  return { left, top, right: left + width, bottom: top + height };
}

function setPlace(host: HTMLElement, { x, y, width, height }: Place): void {
  setProperty(host, '--x', x);
  setProperty(host, '--y', y);
  setProperty(host, '--room-x', width);
  setProperty(host, '--room-y', height);
}

/** The style sheet of the card turns these properties into a place; the page cannot overrule them. */
function setProperty(host: HTMLElement, name: string, length: number): void {
  host.style.setProperty(name, `${Math.round(length)}px`, 'important');
}
