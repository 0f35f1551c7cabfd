import type { SearchHit } from '../platform/messages.ts';
import { Listbox } from '../ui/listbox.tsx';
import { AddLink, isKnown } from './add-link.tsx';
import { type Answer, optionId } from './popup-state.ts';
import { words } from './words.ts';

/** Id of the list of hits. */
export const RESULTS = 'results';

export interface ResultsProps {
  readonly answer: Answer;
  /** Address of the page that the popup is about. */
  readonly page: string | undefined;
  readonly active: number;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (at: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The hits of a search; or that there are none, what comes near, and a way to add what was looked for. */
export function Results({ answer, page, active, onPoint, onChoose, onKeyDown }: ResultsProps) {
  const { query, hits, near } = answer;
  return (
    <section class="results" aria-label={words.results} data-query={query}>
      {near && <NothingFound {...answer} />}
      {hits.length > 0 && (
        <Listbox
          id={RESULTS}
          label={near ? words.didYouMean : words.results}
          count={hits.length}
          active={active}
          optionId={(at) => optionId(hits[at]?.card.ref ?? '')}
          option={(at) => <Hit hit={hits[at]} among={near ? 'near' : 'exact'} />}
          onPoint={onPoint}
          onChoose={onChoose}
          onKeyDown={onKeyDown}
        />
      )}
      {(near || !isKnown(query, hits)) && <AddLink query={query} page={page} />}
    </section>
  );
}

function NothingFound({ query, hits }: Answer) {
  return (
    <div class="nothing">
      <h2>{words.nothingFound(query.trim())}</h2>
      <p>{hits.length > 0 ? words.didYouMean : words.nothingNear}</p>
    </div>
  );
}

/** One hit; among exact ones, a near one is told from them. */
function Hit({ hit, among }: { readonly hit: SearchHit | undefined; readonly among: 'near' | 'exact' }) {
  if (hit === undefined) return null;
  const { card, form, near } = hit;
  return (
    <>
      <span class="hit-names">
        <bdi class="hit-term" lang={card.lang}>
          {card.term}
        </bdi>
        {form !== undefined && <bdi class="hit-form">{form}</bdi>}
        {near === true && among === 'exact' && <span class="hit-near">{words.nearMatch}</span>}
      </span>
      <span class="hit-definition" lang={card.lang} dir="auto">
        {card.definition}
      </span>
    </>
  );
}

/** What a screen reader is told when an answer has come. */
export function spoken({ query, hits, near }: Answer): string {
  if (!near) return words.resultCount(hits.length);
  const found = hits.length > 0 ? words.nearCount(hits.length) : words.nothingNear;
  return `${words.nothingFound(query.trim())}. ${found}`;
}
