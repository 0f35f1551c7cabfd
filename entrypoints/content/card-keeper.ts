import type { PageSettings } from '../platform/page-settings.ts';
import { Deck } from './card-deck.ts';
import type { CardRoom } from './card-room.ts';
import { type Dwell, type DwellEvent, dueAt, dwell, QUIET } from './dwell.ts';
import { watchMovement } from './follow.ts';
import { watchKeys } from './keys.ts';
import { lookUpSelection } from './look-up.ts';
import { type PointerActs, watchPointer } from './pointer.ts';
import type { Point } from './safe-triangle.ts';
import { isSameTerm, noteSpot, type Spot, spotOf } from './shown-card.ts';
import { neighbour } from './term-order.ts';
import { warmUp } from './warm-up.ts';
import { words } from './words.ts';

/** What a keeper is made with. */
export interface KeeperOptions extends Omit<CardRoom, 'settings'> {
  readonly settings: PageSettings;
  readonly mode: ShadowRootMode;
  readonly signal: AbortSignal;
}

/** An event without its time. */
type Happening =
  DwellEvent<Spot> extends infer Event ? (Event extends DwellEvent<Spot> ? Omit<Event, 'at'> : never) : never;

/** Lets the cards of a frame follow the state that pointer, keyboard and time lead to. */
export class CardKeeper {
  readonly #options: KeeperOptions;
  readonly #deck: Deck;
  #settings: PageSettings;
  #state: Dwell<Spot> = QUIET;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookUps = 0;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#settings = options.settings;
    const room = { ...options, settings: () => this.#settings };
    this.#deck = new Deck(room, options.mode, {
      onLeave: () => this.#happen({ type: 'close' }),
      onFocus: (inside) => this.#happen({ type: 'focus', inside }),
    });
    this.#listen();
  }

  /** See `Cards`. */
  step(direction: 'next' | 'previous'): { found: boolean } {
    const terms = this.#options.terms.all();
    const current = openSpot(this.#state);
    const at = current === undefined ? -1 : terms.findIndex((term) => isSameTerm(term, current));
    const found = neighbour(terms, at, direction);
    if (found === undefined) {
      this.#happen({ type: 'keys', term: noteSpot(words.noTerms) });
      return { found: false };
    }
    found.scrollIntoView();
    this.#options.terms.emphasize(found);
    this.#happen({ type: 'keys', term: spotOf(found) });
    return { found: true };
  }

  /** See `Cards`. */
  async lookUp(text: string | undefined): Promise<void> {
    const mine = ++this.#lookUps;
    const spot = await lookUpSelection(text, this.#options.call);
    // A later question, or the end of the visit, has overtaken this one.
    if (mine === this.#lookUps) this.#happen({ type: 'keys', term: spot });
  }

  /** See `Cards`. */
  update(settings: PageSettings): void {
    this.#settings = settings;
  }

  #listen(): void {
    const { terms, signal } = this.#options;
    watchPointer(this.#pointerActs(), signal);
    watchKeys(
      {
        isCard: (target) => this.#deck.holds(target),
        onEscape: () => this.#deck.dismiss(),
        onTab: (backwards) => this.#deck.tabOut(backwards),
      },
      signal,
    );
    watchMovement(() => this.#follow(), signal);
    terms.onChange(() => this.#repainted(), signal);
    const on = (target: EventTarget, name: string, act: () => void) =>
      target.addEventListener(name, act, { signal });
    on(document, 'fullscreenchange', () => this.#deck.raise());
    on(document, 'visibilitychange', () => document.hidden && this.#happen({ type: 'close' }));
    on(window, 'pagehide', () => this.#end());
    // Not through `on`: the signal takes that listener away before it could hear of the end.
    signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  #pointerActs(): PointerActs {
    return {
      isCard: (target) => this.#deck.holds(target),
      onMove: (point, at) => this.#move(point, at),
      onInside: (target) =>
        this.#happen({ type: this.#deck.current?.frame.host === target ? 'inside' : 'gone' }),
      onAway: () => this.#happen({ type: 'gone' }),
      onPress: (point) => this.#happen({ type: 'press', term: this.#spotAt(point) }),
      onTap: (point) => this.#happen({ type: 'tap', term: this.#spotAt(point) }),
      onUsed: () => this.#happen({ type: 'tap', term: undefined }),
    };
  }

  #move({ x, y }: Point, at: number): void {
    const point = { x, y };
    const term = this.#spotAt(point);
    const card = this.#deck.current?.box();
    const where = { at, point, card };
    this.#happen(term === undefined ? { type: 'off', ...where } : { type: 'over', ...where, term });
  }

  /** The term at a point; the same object as long as it is the same term. */
  #spotAt({ x, y }: Point): Spot | undefined {
    const found = this.#options.terms.at(x, y);
    if (found === undefined) return undefined;
    const known = spotsOf(this.#state).find((spot) => isSameTerm(found, spot));
    if (known === undefined) return spotOf(found);
    known.found = found;
    return known;
  }

  #happen(happening: Happening): void {
    if (this.#options.signal.aborted) return;
    const before = this.#state;
    this.#state = dwell<Spot>(before, { at: performance.now(), ...happening }, this.#settings.delay);
    clearTimeout(this.#timer);
    if (this.#state.phase === 'resting') warmUp();
    if (openSpot(before) !== openSpot(this.#state)) this.#show();
    const due = dueAt(this.#state);
    if (due === undefined) return;
    this.#timer = setTimeout(() => this.#happen({ type: 'time' }), Math.max(0, due - performance.now()));
  }

  #show(): void {
    const state = this.#state;
    if (state.phase !== 'open' || state.by !== 'keys') this.#options.terms.emphasize(undefined);
    if (state.phase !== 'open') this.#deck.close();
    // The page took the term away while the pointer rested.
    else if (state.term.anchor.rects().length === 0) this.#happen({ type: 'close' });
    else this.#deck.open(state.term, state.by, state.left);
  }

  #follow(): void {
    const state = this.#state;
    if (state.phase === 'resting') {
      // The page may have moved the term away under a pointer that rests.
      if (this.#spotAt(state.rest.point) !== state.rest.term) this.#happen({ type: 'gone' });
    } else if (!this.#deck.follow()) {
      this.#happen({ type: 'close' });
    }
  }

  /** Keeps a card whose term was painted anew, and closes one whose term is gone, unless it is in use. */
  #repainted(): void {
    const spot = openSpot(this.#state);
    if (spot?.found === undefined || spot.found.alive()) return;
    const again = this.#options.terms.all().find((term) => isSameTerm(term, spot));
    if (again !== undefined) spot.found = again;
    else if (this.#deck.current?.isInUse() !== true) this.#happen({ type: 'close' });
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#state = QUIET;
    this.#deck.clear();
  }
}

function openSpot(state: Dwell<Spot>): Spot | undefined {
  return state.phase === 'open' ? state.term : undefined;
}

/** The terms that a state remembers. */
function spotsOf(state: Dwell<Spot>): readonly Spot[] {
  if (state.phase === 'resting') return [state.rest.term];
  const spots = state.phase === 'open' ? [state.term, state.next?.term] : [state.dismissed];
  return spots.filter((spot) => spot !== undefined);
}
