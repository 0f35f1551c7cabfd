import type { Box, Point } from './safe-triangle.ts';

/** Pixels between a term and its card: the underline stays visible. */
const GAP = 8;
/** Pixels that a card keeps from the edges of the viewport. */
const MARGIN = 8;
/** Pixels in height with which a card is still good to read; with less it is put beside its term if it can be. */
const LEAST_HEIGHT = 120;
/** The same in width. */
const LEAST_WIDTH = 160;
/** Pixels in height for which a card that is open keeps to its side, whatever comes into it. */
const ENOUGH_HEIGHT = 200;

/** Where a card is, seen from its term. */
export type Side = 'below' | 'above' | 'right' | 'left';

/** What a place is sought for. All lengths are CSS pixels, all boxes client coordinates. */
export interface Wanted {
  /** The lines of the term. */
  readonly lines: readonly Box[];
  /** Decides at which line of a broken term the card begins. */
  readonly pointer: Point | undefined;
  /** The size that the card would like to have. */
  readonly size: { readonly width: number; readonly height: number };
  /** The part of the page that can be seen. */
  readonly view: Box;
  /** The card reads from right to left: its right edge is at the term. */
  readonly rightToLeft: boolean;
  /** Where the card is now. */
  readonly before: Side | undefined;
}

/** Where the card goes, and how large it may become there. */
export interface Place {
  readonly side: Side;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Finds the place of a card: inside the viewport, and on no line of its term. Below the term if it fits
 * there, else above, else where there is more room; in frames too low for both, beside it.
 *
 * (Arithmetic instead of @floating-ui/dom, which is 5.7 KB of the 30 KB that a content script may weigh
 * and takes an anchor for one box, where a term may be several lines.)
 */
export function placeCard(wanted: Wanted): Place {
  const { size, before } = wanted;
  const view = inner(wanted.view);
  const term = surrounding(wanted.lines);
  const room = {
    below: view.bottom - term.bottom - GAP,
    above: term.top - GAP - view.top,
    right: view.right - term.right - GAP,
    left: term.left - GAP - view.left,
  };
  const wider = room.right >= room.left ? 'right' : 'left';
  if (Math.max(room.below, room.above) < LEAST_HEIGHT && room[wider] >= LEAST_WIDTH) {
    return beside(wider, room[wider], term, view, size);
  }
  const keeps =
    (before === 'below' || before === 'above') && room[before] >= Math.min(size.height, ENOUGH_HEIGHT);
  const side = keeps ? before : usualSide(room, size.height);
  const height = Math.max(0, room[side]);
  const y = side === 'below' ? term.bottom + GAP : term.top - GAP - Math.min(size.height, height);
  return { side, x: alignment(wanted, view), y, width: view.right - view.left, height };
}

/** The smallest box around boxes. */
export function surrounding(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

function usualSide(
  room: { readonly below: number; readonly above: number },
  height: number,
): 'below' | 'above' {
  if (room.below >= height) return 'below';
  return room.above >= height || room.above > room.below ? 'above' : 'below';
}

function beside(side: 'right' | 'left', room: number, term: Box, view: Box, size: Wanted['size']): Place {
  const x = side === 'right' ? term.right + GAP : term.left - GAP - Math.min(size.width, room);
  const y = between(view.top, term.top, view.bottom - size.height);
  return { side, x, y, width: room, height: view.bottom - view.top };
}

/** The edge at which reading begins is that of the line that the pointer is on. */
function alignment({ lines, pointer, size, rightToLeft }: Wanted, view: Box): number {
  const line = lines.find((box) => pointer !== undefined && holds(box, pointer)) ?? lines[0] ?? view;
  return between(view.left, rightToLeft ? line.right - size.width : line.left, view.right - size.width);
}

/** As near to `value` as the bounds allow; the lower one wins when there is nothing between them. */
function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function inner({ left, top, right, bottom }: Box): Box {
  return { left: left + MARGIN, top: top + MARGIN, right: right - MARGIN, bottom: bottom - MARGIN };
}

function holds({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
