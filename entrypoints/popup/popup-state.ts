import type { Card, EntryRef } from '../../glossary/entry.ts';
import type { SearchHit } from '../platform/messages.ts';

/** What came of a query. */
export interface Answer {
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** Nothing answers the query itself: the hits only come near. */
  readonly near: boolean;
}

/** Where the reader is in the popup. Nothing of it outlives the popup. */
export interface PopupState {
  readonly query: string;
  /** The last answer; that to an earlier query until the next has come. */
  readonly answer: Answer | undefined;
  /** Index of the hit that Enter opens. */
  readonly active: number;
  /** Enter was pressed before the answer came: it opens the first hit as soon as it is there. */
  readonly eager: boolean;
  /** The entry whose card was asked for and has not come yet. */
  readonly wanted: EntryRef | undefined;
  /** Cards opened one from the other; the last is shown. */
  readonly trail: readonly Card[];
  /** What went wrong last, for the reader. */
  readonly trouble: string | undefined;
}

export type PopupEvent =
  | { readonly type: 'typed'; readonly query: string }
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'moved'; readonly by: number }
  | { readonly type: 'pointed'; readonly at: number }
  /** Enter, or a click on a hit. */
  | { readonly type: 'chosen'; readonly at?: number }
  | { readonly type: 'wanted'; readonly ref: EntryRef }
  | { readonly type: 'opened'; readonly card: Card }
  | { readonly type: 'back' }
  | { readonly type: 'troubled'; readonly trouble: string }
  | { readonly type: 'trouble-read' };

export function begin(query: string): PopupState {
  return {
    query,
    answer: undefined,
    active: 0,
    eager: false,
    wanted: undefined,
    trail: [],
    trouble: undefined,
  };
}

/** The state after an event. */
export function after(state: PopupState, event: PopupEvent): PopupState {
  switch (event.type) {
    case 'typed':
      return typed(state, event.query);
    case 'answered':
      return answered(state, event.answer);
    case 'moved':
      return { ...state, active: within(state.active + event.by, state.answer?.hits.length ?? 0) };
    case 'pointed':
      return { ...state, active: event.at };
    case 'chosen':
      return chosen(state, event.at ?? state.active);
    case 'wanted':
      return { ...state, wanted: event.ref };
    case 'opened':
      return opened(state, event.card);
    case 'back':
      return back(state);
    case 'troubled':
      return { ...state, wanted: undefined, trouble: event.trouble };
    case 'trouble-read':
      return { ...state, trouble: undefined };
  }
}

function typed(state: PopupState, query: string): PopupState {
  const left = { ...state, query, eager: false, wanted: undefined, trail: [], trouble: undefined };
  return query.trim() === '' ? { ...left, answer: undefined, active: 0 } : left;
}

function answered(state: PopupState, answer: Answer): PopupState {
  if (answer.query !== state.query) return state;
  // More of the same answer came: the reader may have moved on in it.
  const active = state.answer?.query === answer.query ? state.active : 0;
  const next = { ...state, answer, active: within(active, answer.hits.length) };
  return state.eager ? chosen(next, next.active) : next;
}

function chosen(state: PopupState, at: number): PopupState {
  const { answer, query } = state;
  if (answer === undefined || answer.query !== query) return { ...state, eager: query.trim() !== '' };
  const hit = answer.hits[at];
  const now = { ...state, eager: false };
  return hit === undefined ? now : { ...now, active: at, wanted: hit.card.ref };
}

/** A card that comes when the reader has gone on is none that they want to see. */
function opened(state: PopupState, card: Card): PopupState {
  if (card.ref !== state.wanted) return state;
  return { ...state, wanted: undefined, trail: [...state.trail, card] };
}

/** From a card that has not come yet, the last card, or the search. */
function back(state: PopupState): PopupState {
  const { wanted, trail } = state;
  if (wanted !== undefined) return { ...state, wanted: undefined };
  return trail.length > 0 ? { ...state, trail: trail.slice(0, -1) } : typed(state, '');
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 1));
}

/** Whether Escape has anything to go back from; if not, it is the browser's and closes the popup. */
export function canGoBack({ query, wanted, trail }: PopupState): boolean {
  return query !== '' || wanted !== undefined || trail.length > 0;
}

/** Id of the option of an entry, for `aria-activedescendant`. */
export function optionId(ref: EntryRef): string {
  return `hit-${ref}`;
}
