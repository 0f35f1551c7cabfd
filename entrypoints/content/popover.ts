import type { Side } from './placement.ts';
import { type Frame, type FrameActs, makeFrame } from './popover-frame.ts';
import { keepInView, putCard } from './put.ts';
import type { Box, Point } from './safe-triangle.ts';

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
  let side: Side | undefined;
  const place = () => {
    // The page took it away, or closed the dialog that it is in.
    if (host.getClientRects().length === 0) return acts.onClose();
    const lines = anchor.rects();
    if (pinned) keepInView(frame);
    else if (lines.length > 0) side = putCard(frame, lines, pointer, side);
    markScrolling(card);
  };
  const resized = new ResizeObserver(place);
  const raise = () => {
    parentFor(anchor.host()).append(host);
    host.showPopover();
  };
  raise();
  for (const element of [host, document.documentElement, anchor.host()])
    if (element) resized.observe(element);
  // A reader who works in it may also tab in it; before, it is not in the page's tab order.
  card.addEventListener('pointerdown', () => letTab(host));
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
    raise,
    focus() {
      letTab(host);
      card.focus({ preventScroll: true });
    },
    isInUse: () => card.matches(':hover, :focus-within'),
    isAtEnd: (backwards) => isAtEnd(frame, backwards),
    box: () => host.getBoundingClientRect(),
    remove() {
      resized.disconnect();
      host.remove();
    },
  };
}

/**
 * Outside a modal dialog, and in Chromium outside an element in fullscreen, everything is inert, the top
 * layer too: the card of a term in one goes into it.
 */
function parentFor(element: Element | undefined): Element {
  for (let at = element; at !== undefined; at = hostAround(at)) {
    const modal = at.closest(':modal');
    if (modal !== null) return modal;
  }
  return document.documentElement;
}

function hostAround(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** Only while the focus is elsewhere: a host that loses its tab index loses the focus inside it too. */
function letTab(host: HTMLElement): void {
  host.removeAttribute('tabindex');
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
