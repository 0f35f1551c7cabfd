import { type Box, isOnTheWay, type Point } from './safe-triangle.ts';

/** Milliseconds of rest when a card is open, or was a moment ago: the reader is comparing terms. */
export const SWITCH_DELAY = 80;
/** Milliseconds from leaving term and card to the end of the card: time to turn back. */
export const LEAVE_DELAY = 300;
/** Milliseconds after the end of a card in which the next one opens with `SWITCH_DELAY`. */
export const WARM_TIME = 400;
/** Pixels within which a hand at rest trembles. Beyond them the pointer passes through. */
export const REST_RADIUS = 6;

/** How a card came to be open: decides whether it takes the focus. */
export type OpenedBy = 'hover' | 'tap' | 'keys';

/** A term on which the pointer rests, and when its card is due. */
interface Rest<T> {
  readonly term: T;
  readonly point: Point;
  readonly due: number;
}

/** What the pointer and the keyboard have led to. Times are milliseconds on one clock. */
export type Dwell<T> =
  | {
      readonly phase: 'quiet';
      readonly warmUntil: number;
      /** The reader closed the card of this term: it stays closed until the pointer has left the term. */
      readonly dismissed: T | undefined;
    }
  | { readonly phase: 'resting'; readonly warmUntil: number; readonly rest: Rest<T> }
  | {
      readonly phase: 'open';
      readonly term: T;
      readonly by: OpenedBy;
      /** The focus is in the card: it stays whatever the pointer does. */
      readonly focused: boolean;
      /** Where the pointer last was on the term. */
      readonly left: Point | undefined;
      readonly closesAt: number | undefined;
      /** Another term on which the pointer rests meanwhile. */
      readonly next: Rest<T> | undefined;
    };

type Open<T> = Extract<Dwell<T>, { phase: 'open' }>;

/** Where the pointer is, and the box of the open card. */
interface Where {
  readonly point: Point;
  readonly card: Box | undefined;
}

/** What happened, and when. */
export type DwellEvent<T> =
  | ({ readonly type: 'over'; readonly at: number; readonly term: T } & Where)
  | ({ readonly type: 'off'; readonly at: number } & Where)
  /** The pointer is in the card. */
  | { readonly type: 'inside'; readonly at: number }
  /** The pointer left the document. */
  | { readonly type: 'gone'; readonly at: number }
  /** A button went down on the page: on a term or beside. */
  | { readonly type: 'press'; readonly at: number; readonly term: T | undefined }
  /** A click or tap that nothing else on the page has a use for. */
  | { readonly type: 'tap'; readonly at: number; readonly term: T | undefined }
  | { readonly type: 'keys'; readonly at: number; readonly term: T }
  | { readonly type: 'focus'; readonly at: number; readonly inside: boolean }
  | { readonly type: 'close'; readonly at: number }
  | { readonly type: 'time'; readonly at: number };

/** The state before anything happened. */
export const QUIET = {
  phase: 'quiet',
  warmUntil: Number.NEGATIVE_INFINITY,
  dismissed: undefined,
} as const;

/** What follows from an event. `delay` is the reader's: milliseconds of rest before a card opens. */
export function dwell<T>(state: Dwell<T>, event: DwellEvent<T>, delay: number): Dwell<T> {
  switch (event.type) {
    case 'tap':
      if (event.term === undefined) return ended(state, event.at);
      return state.phase === 'open' && state.term === event.term ? state : opened(event.term, 'tap');
    case 'keys':
      return { ...opened(event.term, 'keys'), focused: true };
    case 'close':
      return { ...ended(state, event.at), dismissed: stillOn(state) };
    default:
      return state.phase === 'open' ? whileOpen(state, event, delay) : whileClosed(state, event, delay);
  }
}

/** The term of the open card, unless the pointer is already on its way from it: then it has left the term. */
function stillOn<T>(state: Dwell<T>): T | undefined {
  return state.phase === 'open' && state.closesAt === undefined ? state.term : undefined;
}

/** When time itself changes the state next; `undefined` when it does not. */
export function dueAt<T>(state: Dwell<T>): number | undefined {
  if (state.phase === 'quiet') return undefined;
  if (state.phase === 'resting') return state.rest.due;
  const due = Math.min(
    state.closesAt ?? Number.POSITIVE_INFINITY,
    state.next?.due ?? Number.POSITIVE_INFINITY,
  );
  return due === Number.POSITIVE_INFINITY ? undefined : due;
}

function whileClosed<T>(state: Exclude<Dwell<T>, Open<T>>, event: DwellEvent<T>, delay: number): Dwell<T> {
  const { warmUntil } = state;
  const before = state.phase === 'resting' ? state.rest : undefined;
  switch (event.type) {
    case 'over': {
      if (state.phase === 'quiet' && state.dismissed === event.term) return state;
      const wait = event.at <= warmUntil ? Math.min(SWITCH_DELAY, delay) : delay;
      return { phase: 'resting', warmUntil, rest: rested(before, event, wait) };
    }
    case 'time':
      if (before === undefined || event.at < before.due) return state;
      return { ...opened(before.term, 'hover'), left: before.point };
    case 'focus':
      return state;
    default:
      return { phase: 'quiet', warmUntil, dismissed: undefined };
  }
}

function whileOpen<T>(state: Open<T>, event: DwellEvent<T>, delay: number): Dwell<T> {
  switch (event.type) {
    case 'inside':
      return { ...state, closesAt: undefined, next: undefined };
    case 'focus':
      return event.inside
        ? { ...state, focused: true, closesAt: undefined, next: undefined }
        : { ...state, focused: false, closesAt: event.at + LEAVE_DELAY };
    case 'press':
      return event.term === state.term ? state : ended(state, event.at);
    case 'over':
      return overWhileOpen(state, event, delay);
    case 'off':
      return { ...leaving(state, event, event), next: undefined };
    case 'gone':
      return { ...leaving(state, event, undefined), next: undefined };
    case 'time':
      return timeWhileOpen(state, event.at);
    default:
      return state;
  }
}

function overWhileOpen<T>(
  state: Open<T>,
  event: Extract<DwellEvent<T>, { type: 'over' }>,
  delay: number,
): Dwell<T> {
  if (event.term === state.term) return { ...state, left: event.point, closesAt: undefined, next: undefined };
  if (state.focused) return state;
  // Lines of terms may lie between a term and its card: on the way there they are only crossed.
  const wait = heading(state, event) ? delay : Math.min(SWITCH_DELAY, delay);
  return { ...leaving(state, event, event), next: rested(state.next, event, wait) };
}

function timeWhileOpen<T>(state: Open<T>, at: number): Dwell<T> {
  if (state.next !== undefined && at >= state.next.due) {
    return { ...opened(state.next.term, 'hover'), left: state.next.point };
  }
  if (state.closesAt === undefined || at < state.closesAt) return state;
  const warmUntil = at + WARM_TIME;
  return state.next === undefined
    ? { phase: 'quiet', warmUntil, dismissed: undefined }
    : { phase: 'resting', warmUntil, rest: state.next };
}

function leaving<T>(state: Open<T>, { at }: { readonly at: number }, where: Where | undefined): Open<T> {
  if (state.focused) return state;
  const renewed = at + LEAVE_DELAY;
  return { ...state, closesAt: heading(state, where) ? renewed : (state.closesAt ?? renewed) };
}

function heading<T>({ left }: Open<T>, where: Where | undefined): boolean {
  if (left === undefined || where?.card === undefined) return false;
  return isOnTheWay(left, where.point, where.card);
}

function rested<T>(
  before: Rest<T> | undefined,
  { term, point, at }: { readonly term: T; readonly point: Point; readonly at: number },
  wait: number,
): Rest<T> {
  const still =
    before?.term === term && Math.hypot(point.x - before.point.x, point.y - before.point.y) <= REST_RADIUS;
  return still && before !== undefined ? before : { term, point, due: at + wait };
}

function opened<T>(term: T, by: OpenedBy): Open<T> {
  return { phase: 'open', term, by, focused: false, left: undefined, closesAt: undefined, next: undefined };
}

function ended<T>(state: Dwell<T>, at: number): Extract<Dwell<T>, { phase: 'quiet' }> {
  const warmUntil = state.phase === 'open' ? at + WARM_TIME : state.warmUntil;
  return { phase: 'quiet', warmUntil, dismissed: undefined };
}
