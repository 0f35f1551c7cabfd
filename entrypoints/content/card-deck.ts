import type { CardRoom } from './card-room.ts';
import { startSession } from './card-session.ts';
import type { OpenedBy } from './dwell.ts';
import { openPopover, type Popover } from './popover.ts';
import type { Point } from './safe-triangle.ts';
import { makeFollower, type Spot } from './shown-card.ts';

/** What the cards on a page tell the one who opens them. */
export interface DeckActs {
  /** The reader closed the current card, or pinned it: it is no longer the current one. */
  readonly onLeave: () => void;
  readonly onFocus: (inside: boolean) => void;
}

/** A card that is open. */
interface Shown {
  readonly popover: Popover;
  readonly follow: () => boolean;
  readonly ends: AbortController;
}

/** The cards that are open in a frame: the current one, and those that the reader has pinned. */
export class Deck {
  readonly #room: CardRoom;
  readonly #mode: ShadowRootMode;
  readonly #acts: DeckActs;
  readonly #pinned: Shown[] = [];
  #current: Shown | undefined;
  /** Where the focus was before the keyboard led it into cards. */
  #origin: Element | undefined;

  constructor(room: CardRoom, mode: ShadowRootMode, acts: DeckActs) {
    this.#room = room;
    this.#mode = mode;
    this.#acts = acts;
  }

  /** The card that is not pinned. */
  get current(): Popover | undefined {
    return this.#current?.popover;
  }

  /** Opens a card in place of the current one; opened by keys, it takes the focus. */
  open(spot: Spot, by: OpenedBy, pointer: Point | undefined): void {
    const before = document.activeElement ?? undefined;
    if (by === 'keys' && !this.holds(before)) this.#origin = before;
    this.close();
    const shown = this.#shownFor(spot, by, pointer);
    this.#current = shown;
    startSession(spot.topic, { popover: shown.popover, close: () => this.#leave(shown) }, this.#room);
    // Without a card to show it is closed by now.
    if (shown !== this.#current) return;
    if (by === 'keys') shown.popover.focus();
    shown.follow();
  }

  /** Closes the current card and leaves the focus alone. */
  close(): void {
    const closing = this.#current;
    this.#current = undefined;
    if (closing !== undefined) end(closing);
  }

  /** Closes the card on top and gives the focus back; false when none is open. */
  dismiss(): boolean {
    const top = this.#all().at(-1);
    if (top !== undefined) this.#leave(top);
    return top !== undefined;
  }

  /** Tab beyond the last part of a card, or back before its first, closes it and gives the focus back. */
  tabOut(backwards: boolean): boolean {
    const shown = this.#all().find(({ popover }) => popover.isAtEnd(backwards));
    if (shown !== undefined) this.#leave(shown);
    return shown !== undefined;
  }

  /** Closes all cards and leaves the focus alone. */
  clear(): void {
    this.close();
    for (const shown of this.#pinned.splice(0)) end(shown);
  }

  /** Whether a node is the host of one of the cards: all that is seen of a closed shadow root. */
  holds(target: EventTarget | null | undefined): boolean {
    return this.#all().some(({ popover }) => popover.frame.host === target);
  }

  /** Moves the cards after their terms; false when the current one has lost its own. */
  follow(): boolean {
    for (const { popover } of this.#pinned) popover.place();
    return this.#current === undefined || this.#current.follow();
  }

  /** Puts all cards above what came into the top layer since. */
  raise(): void {
    for (const { popover } of this.#all()) popover.raise();
  }

  #all(): readonly Shown[] {
    return this.#current === undefined ? this.#pinned : [...this.#pinned, this.#current];
  }

  #shownFor(spot: Spot, by: OpenedBy, pointer: Point | undefined): Shown {
    const popover = openPopover({
      anchor: spot.anchor,
      pointer,
      mode: this.#mode,
      onClose: () => this.#leave(shown),
      onPin: () => this.#pin(shown),
    });
    const held = () => by === 'keys' || popover.isInUse();
    const shown = { popover, follow: makeFollower(popover, spot, held), ends: new AbortController() };
    watchFocus(shown, (inside) => shown === this.#current && this.#acts.onFocus(inside));
    return shown;
  }

  #leave(shown: Shown): void {
    const isCurrent = shown === this.#current;
    if (isCurrent) this.#current = undefined;
    else if (this.#pinned.includes(shown)) this.#pinned.splice(this.#pinned.indexOf(shown), 1);
    else return;
    if (end(shown)) this.#giveFocusBack();
    if (isCurrent) this.#acts.onLeave();
  }

  #pin(shown: Shown): void {
    if (shown !== this.#current) return;
    this.#current = undefined;
    this.#pinned.push(shown);
    shown.popover.pin();
    this.#acts.onLeave();
  }

  #giveFocusBack(): void {
    const origin = this.#origin;
    this.#origin = undefined;
    if (origin instanceof HTMLElement || origin instanceof SVGElement) origin.focus({ preventScroll: true });
  }
}

/** Takes a card off the page; true when the focus was in it. */
function end({ popover, ends }: Shown): boolean {
  const focused = popover.frame.card.matches(':focus-within');
  ends.abort();
  popover.remove();
  return focused;
}

function watchFocus({ popover, ends }: Shown, onFocus: (inside: boolean) => void): void {
  const { card } = popover.frame;
  const options = { signal: ends.signal };
  card.addEventListener('focusin', () => onFocus(true), options);
  card.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      const inside = relatedTarget instanceof Node && card.contains(relatedTarget);
      // Another window took the focus: it comes back to where it was.
      if (!inside && document.hasFocus()) onFocus(false);
    },
    options,
  );
}
