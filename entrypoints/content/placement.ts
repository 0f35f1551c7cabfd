import { computePosition, flip, offset, shift, size, type VirtualElement } from '@floating-ui/dom';
import type { Box, Point } from './safe-triangle.ts';

/** Pixels between a term and its card: the underline stays visible. */
const GAP = 8;
/** Pixels that a card keeps from the edges of the viewport. */
const MARGIN = 8;
/** Pixels above or below a term under which a card beside it is easier to read. */
const LEAST_HEIGHT = 120;

/**
 * Moves a card to its place: below or above every line of its term, aligned with the line that the
 * pointer is on, inside the viewport and no larger than the room there. In frames too low for that,
 * beside the term. The style sheet of the card turns the properties into a place.
 */
export async function placeCard(
  card: HTMLElement,
  rects: readonly Box[],
  pointer: Point | undefined,
): Promise<void> {
  const term = surrounding(rects);
  const low = Math.max(term.top, window.innerHeight - term.bottom) < LEAST_HEIGHT;
  const line = rects.find((rect) => pointer !== undefined && holds(rect, pointer)) ?? rects[0] ?? term;
  const area = low ? term : { ...term, left: line.left, right: line.right };
  const { x, y } = await computePosition(reference(area), card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(GAP),
      flip({ padding: MARGIN, fallbackPlacements: low ? ['top-start', 'right', 'left'] : ['top-start'] }),
      shift({ padding: MARGIN }),
      size({
        padding: MARGIN,
        apply: ({ availableWidth, availableHeight }) => {
          setProperties(card, { '--room-x': availableWidth, '--room-y': availableHeight });
        },
      }),
    ],
  });
  setProperties(card, { '--x': x, '--y': y });
}

/** Sets custom properties to lengths in pixels, above whatever the page says of them. */
export function setProperties(element: HTMLElement, lengths: Readonly<Record<string, number>>): void {
  for (const [name, length] of Object.entries(lengths)) {
    element.style.setProperty(name, `${Math.max(0, Math.round(length))}px`, 'important');
  }
}

/** The smallest box around boxes. */
export function surrounding(rects: readonly Box[]): Box {
  return {
    left: Math.min(...rects.map((rect) => rect.left)),
    top: Math.min(...rects.map((rect) => rect.top)),
    right: Math.max(...rects.map((rect) => rect.right)),
    bottom: Math.max(...rects.map((rect) => rect.bottom)),
  };
}

function holds({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function reference({ left, top, right, bottom }: Box): VirtualElement {
  const rect = { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
  return { getBoundingClientRect: () => rect };
}
