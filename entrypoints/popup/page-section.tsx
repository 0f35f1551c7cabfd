import { Icon } from '../ui/icon.tsx';
import { Notice, type NoticeProps } from '../ui/notice.tsx';
import { HiddenTerms } from './hidden-terms.tsx';
import { type TermActs, TermList } from './on-page.tsx';
import { type PageState, pageState, remarksOf, termGroups } from './page-state.ts';
import { type PageView, type PopupSource, UNKNOWN_PAGE } from './source.ts';
import { words } from './words.ts';

export interface PageSectionProps extends TermActs {
  readonly view: PageView;
  readonly source: PopupSource;
  /** Does something and shows what went wrong with it. */
  readonly attempt: (work: () => Promise<unknown>) => void;
}

/** “On this page”: its terms, or why there are none. */
export function PageSection(props: PageSectionProps) {
  const { view, source, attempt } = props;
  const state = pageState(view);
  const count = termGroups(view).reduce((sum, { terms }) => sum + terms.length, 0);
  return (
    <section class="on-page" aria-labelledby="on-page" aria-busy={state === 'loading'}>
      <div class="section-head">
        <h2 id="on-page">{words.onThisPage}</h2>
        {state === 'terms' && (
          <>
            <span class="head-note">{words.termCount(count)}</span>
            <button
              class="quiet-button"
              type="button"
              title={words.pauseNote}
              onClick={() => attempt(() => source.pause(true))}
            >
              <Icon name="pause" />
              {words.pause}
            </button>
          </>
        )}
      </div>
      {state === 'loading' && view !== UNKNOWN_PAGE && <Loading />}
      {state === 'terms' && <TermList {...props} />}
      <StateNotice state={state} acts={noticeActs(view, source)[state] ?? []} attempt={attempt} />
      {remarksOf(view).map((remark) => (
        <p class="remark" key={remark}>
          {words.remarks[remark]}
        </p>
      ))}
      <HiddenTerms refs={view.hidden} source={source} attempt={attempt} />
    </section>
  );
}

/** Grey lines where the terms will be; they show only if it takes long enough to be seen. */
function Loading() {
  return (
    <div class="loading" role="status">
      <span class="unseen">{words.reading}</span>
      {['62%', '44%', '71%', '53%'].map((width) => (
        <span class="loading-line" key={width} style={{ width }} />
      ))}
    </div>
  );
}

const NOTICES: Readonly<Partial<Record<PageState, NoticeProps>>> = {
  'no-terms': { icon: 'page', ...words.noTerms },
  'site-off': { icon: 'off', ...words.siteOff },
  'everywhere-off': { icon: 'off', ...words.everywhereOff },
  paused: { icon: 'pause', ...words.paused },
  quiet: { icon: 'moon', ...words.quiet },
  closed: { icon: 'lock', ...words.closed },
  pdf: { icon: 'page', ...words.pdf },
  'files-closed': { icon: 'lock', ...words.filesClosed },
  'not-started': { icon: 'reload', ...words.notStarted },
};

interface NoticeAct {
  readonly label: string;
  readonly run: () => Promise<void>;
}

/** What can be done about a state, the most wanted first. */
function noticeActs(
  { url }: PageView,
  source: PopupSource,
): Readonly<Partial<Record<PageState, readonly NoticeAct[]>>> {
  const wake = { label: words.quiet.act, run: source.wake };
  const trust = url === undefined ? undefined : { act: 'trust' as const, url };
  return {
    paused: [{ label: words.paused.act, run: () => source.pause(false) }],
    quiet: trust === undefined ? [wake] : [wake, { label: words.quiet.always, run: () => source.act(trust) }],
    'not-started': [{ label: words.notStarted.act, run: source.reload }],
  };
}

interface StateNoticeProps extends Pick<PageSectionProps, 'attempt'> {
  readonly state: PageState;
  readonly acts: readonly NoticeAct[];
}

function StateNotice({ state, acts, attempt }: StateNoticeProps) {
  const notice = NOTICES[state];
  if (notice === undefined) return null;
  const { icon, title, text } = notice;
  return (
    <Notice icon={icon} title={title} text={text}>
      {acts.map(({ label, run }, at) => (
        <button
          key={label}
          class={at === 0 ? 'button' : 'quiet-button'}
          type="button"
          onClick={() => attempt(run)}
        >
          {label}
        </button>
      ))}
    </Notice>
  );
}
