import { placeCard, setProperties, surrounding } from './placement.ts';
import { type Frame, type FrameActs, makeFrame } from './popover-frame.ts';
import type { Box, Point } from './safe-triangle.ts';

/** Small screens that are touched: there a card is a sheet at the edge. */
const SHEET = '(pointer: coarse) and (max-width: 480px)';
/** Part of the height of a screen that a sheet may take; the term is kept in the other part. */
const SHEET_PART = 0.5;

/** What a card points at. */
export interface Anchor {
  /** In client coordinates, as of now; empty when it is not rendered. */
  rects(): readonly Box[];
  host(): Element | undefined;
}

/** What a popover is opened with. */
export interface PopoverStart extends FrameActs {
  readonly anchor: Anchor;
  /** Where the pointer was; decides at which line of a broken term the card is. */
  readonly pointer: Point | undefined;
  /** `open` only where a test wants to look inside. */
  readonly mode: ShadowRootMode;
}

/** One card on the page: an element in the top layer whose looks are all in its shadow root. */
export interface Popover {
  show: Frame['fill'];
  /** Follows the anchor, or keeps to the viewport once it is pinned. */
  place(): void;
  /** Follows no longer. */
  pin(): void;
  /** Above whatever came into the top layer since. */
  raise(): void;
  focus(): void;
  box(): Box;
  /** Whether the pointer or the focus is in it. */
  isInUse(): boolean;
  /** Whether the focus is on its last part; backwards: on its first, or on the whole. */
  isAtEnd(backwards: boolean): boolean;
  readonly frame: Frame;
  /** Takes everything of it off the page. */
  remove(): void;
}

/** Puts an empty popover on the page. */
export function openPopover({ anchor, pointer, mode, ...acts }: PopoverStart): Popover {
  const frame = makeFrame(acts, mode);
  const { host, card } = frame;
  let pinned = false;
  const place = () => {
    if (pinned) keepInside(host);
    else put(host, anchor, pointer);
    markScrolling(card);
  };
  const resized = new ResizeObserver(place);
  parentFor(anchor.host()).append(host);
  host.showPopover();
  for (const element of [host, document.documentElement, anchor.host()])
    if (element) resized.observe(element);
  // Once the focus is inside, Tab goes from part to part; before, the card is not in the page's tab order.
  card.addEventListener('focusin', () => host.removeAttribute('tabindex'));
  return {
    frame,
    place,
    show: (...face) => {
      frame.fill(...face);
      place();
    },
    pin() {
      pinned = true;
      frame.pinned();
    },
    raise() {
      host.hidePopover();
      host.showPopover();
    },
    focus: () => card.focus({ preventScroll: true }),
    isInUse: () => card.matches(':hover, :focus-within'),
    isAtEnd: (backwards) => isAtEnd(frame, backwards),
    box: () => host.getBoundingClientRect(),
    remove() {
      resized.disconnect();
      host.remove();
    },
  };
}

/** Outside a modal dialog everything is inert, the top layer too: the card of a term in one goes into it. */
function parentFor(element: Element | undefined): Element {
  for (let at = element; at !== undefined; at = hostAround(at)) {
    const dialog = at.closest('dialog:modal');
    if (dialog !== null) return dialog;
  }
  return document.documentElement;
}

function hostAround(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function put(host: HTMLElement, anchor: Anchor, pointer: Point | undefined): void {
  const rects = anchor.rects();
  if (rects.length === 0) return;
  if (!window.matchMedia(SHEET).matches) {
    host.removeAttribute('data-sheet');
    void placeCard(host, rects, pointer);
    return;
  }
  const low = surrounding(rects).bottom > window.innerHeight * SHEET_PART;
  host.setAttribute('data-sheet', low ? 'top' : 'bottom');
}

/** Keeps a pinned card where it is, as far as the viewport still reaches there. */
function keepInside(host: HTMLElement): void {
  const { left, top, width, height } = host.getBoundingClientRect();
  setProperties(host, {
    '--x': Math.min(left, window.innerWidth - width),
    '--y': Math.min(top, window.innerHeight - height),
  });
}

/** What scrolls must be reachable by keyboard, what does not must not. */
function markScrolling(card: HTMLElement): void {
  const body = card.querySelector('.body');
  if (body === null) return;
  if (body.scrollHeight > body.clientHeight) body.setAttribute('tabindex', '0');
  else body.removeAttribute('tabindex');
}

function isAtEnd({ root, card }: Frame, backwards: boolean): boolean {
  const parts = [...card.querySelectorAll<HTMLElement>('button,a[href],[tabindex="0"]')].filter(
    (part) => part.getClientRects().length > 0,
  );
  const at = root.activeElement;
  return at !== null && (backwards ? at === card || at === parts[0] : at === parts.at(-1));
}
