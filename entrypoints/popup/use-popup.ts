import { type Dispatch, useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { EntryRef } from '../../glossary/entry.ts';
import type { Act } from '../platform/messages.ts';
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
  // Not after the next frame, as other effects: the reader waits for this one.
  useLayoutEffect(() => {
    if (state.query.trim() === '') return;
    const ending = new AbortController();
    const { signal } = ending;
    const give = (answer: Answer) => dispatch({ type: 'answered', answer });
    acts.attempt(() => findHits(state.query, { search: source.search, give, rest: betweenLetters }, signal));
    return () => ending.abort();
  }, [state.query, source]);
  const { wanted } = state;
  useLayoutEffect(() => {
    if (wanted !== undefined) acts.attempt(() => open(wanted, source, dispatch));
  }, [wanted, source]);
  return [state, dispatch, acts];
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
