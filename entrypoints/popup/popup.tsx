import { useRef } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { Complaints } from './complaints.tsx';
import { GlossaryOffer } from './glossary-offer.tsx';
import { OpenedCard } from './opened-card.tsx';
import { PageSection } from './page-section.tsx';
import { isPlainKey, popupKey, searchKey } from './popup-keys.ts';
import { optionId } from './popup-state.ts';
import { RESULTS, Results, spoken } from './results.tsx';
import { SearchBox } from './search-box.tsx';
import { SiteSection } from './site-section.tsx';
import { type PopupSource, UNKNOWN_PAGE } from './source.ts';
import { Trouble } from './trouble.tsx';
import { moveFocus, useFocus } from './use-focus.ts';
import { useKeys } from './use-keys.ts';
import { usePage, usePopup } from './use-popup.ts';
import { words } from './words.ts';

export interface PopupProps {
  readonly source: PopupSource;
  /** What to search for at once. */
  readonly query: string;
}

/** The toolbar popup: search, what is on this page, and whether Glossator is on. */
export function Popup({ source, query }: PopupProps) {
  const known = usePage(source);
  const view = known ?? UNKNOWN_PAGE;
  const [state, dispatch, acts] = usePopup(source, query);
  const field = useRef<HTMLInputElement>(null);
  useFocus(state, field);
  const { answer, active, trail, trouble } = state;
  const card = trail.at(-1);
  const hit = answer?.hits[active];
  const listed = card === undefined && answer !== undefined && hit !== undefined;

  const onSearchKey = (event: KeyboardEvent) => {
    const meant = isPlainKey(event) ? searchKey(event.key, state) : undefined;
    if (meant === undefined || event.defaultPrevented) return;
    event.preventDefault();
    dispatch(meant);
  };
  useKeys((event) => {
    const meant = popupKey(event.key, state);
    if (meant !== undefined) {
      event.preventDefault();
      dispatch(meant);
    } else if (card === undefined && answer === undefined) moveFocus(event, field.current);
  });

  return (
    <div class="popup">
      <header>
        <h1 class="unseen">Glossator</h1>
        <SearchBox
          query={state.query}
          field={field}
          list={listed ? { id: RESULTS, active: optionId(hit.card.ref) } : undefined}
          onType={(typed) => dispatch({ type: 'typed', query: typed })}
          onKeyDown={onSearchKey}
        />
        <a class="tool" href="/options.html" target="_blank" rel="noreferrer" title={words.settings}>
          <Icon name="settings" />
          <span class="unseen">{words.settings}</span>
        </a>
      </header>
      <Trouble text={trouble} onDismiss={() => dispatch({ type: 'trouble-read' })} />
      <Complaints source={source} />
      <p class="unseen" role="status">
        {answer && card === undefined ? spoken(answer) : ''}
      </p>
      <main>
        {card !== undefined ? (
          <OpenedCard
            card={card}
            hidden={view.hidden.includes(card.ref)}
            onBack={() => dispatch({ type: 'back' })}
            onRelated={acts.explain}
            onHide={(hidden) => acts.act({ act: 'hide', ref: card.ref, hidden })}
          />
        ) : answer !== undefined ? (
          <Results
            answer={answer}
            page={view.url}
            active={active}
            onPoint={(at) => dispatch({ type: 'pointed', at })}
            onChoose={(at) => dispatch({ type: 'chosen', at })}
            onKeyDown={onSearchKey}
          />
        ) : (
          <>
            <GlossaryOffer url={view.url} />
            <PageSection
              view={view}
              source={source}
              attempt={acts.attempt}
              onJump={acts.jump}
              onExplain={acts.explain}
            />
          </>
        )}
      </main>
      {known === undefined ? (
        // A switch that is not yet known to be on or off would be seen to jump.
        <section class="this-site" aria-label={words.thisSite} />
      ) : (
        <SiteSection view={known} act={acts.act} />
      )}
    </div>
  );
}
