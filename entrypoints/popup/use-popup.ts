import { type Dispatch, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { EntryRef } from '../../glossary/entry.ts';
import type { Act } from '../platform/messages.ts';
import { USUAL_ROW } from '../ui/listbox.tsx';
import { findHits } from './find-hits.ts';
import type { ListedTerm } from './page-state.ts';
import { type Answer, after, begin, type PopupEvent, type PopupState } from './popup-state.ts';
import type { PageView, PopupSource } from './source.ts';
import { words } from './words.ts';

/** Longer (ms) than from one letter to the next when one types fast. */
const LETTER = 150;

function betweenLetters(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LETTER));
}

/** What the reader can do in the popup. What goes wrong with it is shown, never thrown. */
export interface PopupActs {
  readonly attempt: (work: () => Promise<unknown>) => void;
  readonly act: (act: Act) => void;
  readonly explain: (ref: EntryRef) => void;
  readonly jump: (term: ListedTerm) => void;
}

/** The state of the popup, what leads from one to the next, and what the reader can do. */
export function usePopup(source: PopupSource, query: string): [PopupState, Dispatch<PopupEvent>, PopupActs] {
  const [state, dispatch] = useReducer(after, query, begin);
  const acts = useMemo(() => popupActs(source, dispatch), [source]);
  const seeking = useMemo(() => new Seeking(source.search, dispatch, acts), [source]);
  // Not after the next frame, as other effects: the reader waits for this one.
  useLayoutEffect(() => seeking.follow(state.query), [state.query, seeking]);
  useLayoutEffect(() => () => seeking.follow(''), [seeking]);
  const { wanted } = state;
  useLayoutEffect(() => {
    if (wanted !== undefined) acts.attempt(() => open(wanted, source, dispatch));
  }, [wanted, source]);
  const act = (event: PopupEvent) => {
    // Asked before what was typed is drawn, so that both go on side by side.
    if (event.type === 'typed') seeking.follow(event.query);
    dispatch(event);
  };
  return [state, act, acts];
}

/** The one search that goes on: for what stands in the field. */
class Seeking {
  readonly #search: PopupSource['search'];
  readonly #dispatch: Dispatch<PopupEvent>;
  readonly #acts: PopupActs;
  #query = '';
  #ending = new AbortController();

  constructor(search: PopupSource['search'], dispatch: Dispatch<PopupEvent>, acts: PopupActs) {
    this.#search = search;
    this.#dispatch = dispatch;
    this.#acts = acts;
  }

  /** Searches for a query, unless that goes on already, and no longer for another. */
  follow(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.#ending.abort();
    if (query.trim() === '') return;
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    const give = (answer: Answer) => this.#dispatch({ type: 'answered', answer });
    const finding = { first: screenful(), search: this.#search, give, rest: betweenLetters };
    this.#acts.attempt(() => findHits(query, finding, signal));
  }
}

/** What stands around the list (CSS px): the field, and the switches. */
const AROUND = 160;

function screenful(): number {
  return Math.max(1, Math.ceil((innerHeight - AROUND) / USUAL_ROW));
}

/** What is known of the page; `undefined` for the first moments. */
export function usePage(source: PopupSource): PageView | undefined {
  const [view, setView] = useState<PageView>();
  useLayoutEffect(() => {
    const ending = new AbortController();
    source.watchPage(setView, ending.signal);
    return () => ending.abort();
  }, [source]);
  return view;
}

function popupActs(source: PopupSource, dispatch: Dispatch<PopupEvent>): PopupActs {
  const trouble = (text: string) => dispatch({ type: 'troubled', trouble: text });
  const attempt = (work: () => Promise<unknown>) => {
    work().catch((error) => trouble(error instanceof Error ? error.message : String(error)));
  };
  return {
    attempt,
    act: (act) => attempt(() => source.act(act)),
    explain: (ref) => dispatch({ type: 'wanted', ref }),
    jump: ({ ref, term }) =>
      attempt(async () => {
        if (!(await source.jump(ref))) trouble(words.notThere(term));
      }),
  };
}

async function open(ref: EntryRef, source: PopupSource, dispatch: Dispatch<PopupEvent>): Promise<void> {
  const card = await source.card(ref);
  dispatch(card === undefined ? { type: 'troubled', trouble: words.gone } : { type: 'opened', card });
}
