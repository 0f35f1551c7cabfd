import { findTab, type PageTab, reloadTab, watchTab } from '../platform/active-tab.ts';
import { CallError, callBackground, callPage } from '../platform/calls.ts';
import { report } from '../platform/report.ts';
import { hidden, settings, sites } from '../platform/settings.ts';
import { read, watch } from '../platform/shown.ts';
import { JumpRound } from './jump-round.ts';
import { type PageView, type PopupSource, UNKNOWN_PAGE } from './source.ts';

/** The browser as the popup's source; `address` says which page it is about, else it is the tab in front. */
export function browserSource(address?: string): PopupSource {
  const tab = findTab(address);
  const tabId = async () => {
    const found = await tab;
    if (found === undefined) throw new Error('The page is gone.');
    return found.id;
  };
  const round = new JumpRound();
  // The index of names and the store are open by the time the first letter is typed; what fails, the complaints tell.
  callBackground('search', { query: 'a', limit: 1 }).catch((error) => report('The search', error));
  return {
    watchPage: (callback, signal) => new PageWatch(callback, signal).begin(tab, address),
    search: (query, limit) => callBackground('search', { query, limit }),
    card: async (ref) => (await callBackground('card', ref)) ?? undefined,
    async jump(ref) {
      const id = await tabId();
      const frameId = round.next(ref, await read(id));
      const { found } = await callPage({ tabId: id, frameId }, 'jump', ref);
      return found;
    },
    act: (act) => callBackground('act', act),
    wake: async () => callPage({ tabId: await tabId(), frameId: 'every' }, 'wake'),
    pause: async (paused) => callPage({ tabId: await tabId(), frameId: 'every' }, 'pause', paused),
    reload: async () => reloadTab(await tabId()),
    complaints: () => callBackground('complaints'),
  };
}

/** A name that no entry has: asked for only to hear whether somebody answers. */
const NOBODY = 'glossator/nobody';

/** Puts the view of a page together from all that may change while the popup is open. */
class PageWatch {
  readonly #callback: (view: PageView) => void;
  readonly #signal: AbortSignal;
  #view = UNKNOWN_PAGE;
  /** What is half known would show as a state that the page is not in. */
  #known = false;

  constructor(callback: (view: PageView) => void, signal: AbortSignal) {
    this.#callback = callback;
    this.#signal = signal;
  }

  begin(finding: Promise<PageTab | undefined>, address: string | undefined): void {
    const begun = this.#begin(finding, address);
    begun.catch((error) => {
      report('The page of the popup', error);
      this.#known = true;
      this.#tell({ script: 'absent' });
    });
  }

  async #begin(finding: Promise<PageTab | undefined>, address: string | undefined): Promise<void> {
    settings.watch(({ everywhere }) => this.#tell({ everywhere }), this.#signal);
    sites.watch((now) => this.#tell({ sites: now }), this.#signal);
    hidden.watch((now) => this.#tell({ hidden: now }), this.#signal);
    const [tab, , { everywhere }, rules, refs] = await Promise.all([
      finding,
      finding.then((found) => found && this.#watchFrames(found.id)),
      settings.get(),
      sites.get(),
      hidden.get(),
    ]);
    const known = { everywhere, sites: rules, hidden: refs };
    this.#known = true;
    if (tab === undefined) return this.#tell({ ...known, url: address, script: 'absent' });
    watchTab(tab.id, (now) => void this.#follow(now), this.#signal);
    this.#tell({ ...known, url: tab.url, loading: tab.loading });
    await this.#follow(tab);
  }

  async #watchFrames(tabId: number): Promise<void> {
    watch(tabId, (frames) => this.#tell({ frames }), this.#signal);
    this.#tell({ frames: await read(tabId) });
  }

  /** Looks after a tab that has just been found, or has gone on. */
  async #follow({ id, url, loading }: PageTab): Promise<void> {
    this.#tell({ url, loading });
    const answers = await isThere(id);
    if (this.#view.url === url) this.#tell({ script: answers ? 'answers' : 'absent' });
  }

  #tell(news: Partial<PageView>): void {
    if (this.#signal.aborted) return;
    this.#view = { ...this.#view, ...news };
    if (this.#known) this.#callback(this.#view);
  }
}

async function isThere(tabId: number): Promise<boolean> {
  try {
    await callPage({ tabId }, 'jump', NOBODY);
    return true;
  } catch (error) {
    if (error instanceof CallError && error.gone) return false;
    throw error;
  }
}
