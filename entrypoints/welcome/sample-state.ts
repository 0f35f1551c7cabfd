import type { Card } from '../../glossary/entry.ts';

/** How long (ms) the pointer rests on a term before its card opens, as on pages. */
export const REST = 250;
/** How long (ms) a card waits for the pointer to come to it from the term. */
export const LINGER = 300;

/** Which card is open, and from which term. */
export interface SampleState {
  /** Index of the part that the card explains. */
  readonly at: number | undefined;
  /** Cards opened one from the other; the last is shown. */
  readonly trail: readonly Card[];
  /** Opened on purpose, not by resting: it gets the focus and stays when the pointer leaves. */
  readonly held: boolean;
}

export type SampleEvent =
  | { readonly type: 'opened'; readonly at: number; readonly card: Card; readonly held: boolean }
  | { readonly type: 'deeper'; readonly card: Card }
  | { readonly type: 'back' }
  | { readonly type: 'left' }
  | { readonly type: 'closed' };

export const CLOSED: SampleState = { at: undefined, trail: [], held: false };

/** The state after an event. */
export function afterSample(state: SampleState, event: SampleEvent): SampleState {
  switch (event.type) {
    case 'opened':
      // Resting on the term of a card that is open changes nothing.
      if (event.at === state.at && !event.held) return state;
      return { at: event.at, trail: [event.card], held: event.held };
    case 'deeper':
      return { ...state, trail: [...state.trail, event.card], held: true };
    case 'back':
      return state.trail.length > 1 ? { ...state, trail: state.trail.slice(0, -1) } : CLOSED;
    case 'left':
      return state.held ? state : CLOSED;
    case 'closed':
      return CLOSED;
  }
}
