import style from '../../assets/card.css?inline';
import { subscriptionAddress } from '../../glossary/subscriptions/address.ts';
import type { Caller, Handlers } from '../platform/calls.ts';
import { cardWords } from '../platform/card-words.ts';
import type { BackgroundCalls, PageState } from '../platform/messages.ts';
import { report } from '../platform/report.ts';
import { read, write } from '../platform/shown.ts';
import { carryOut } from './acts.ts';
import { showCount, showState } from './badge.ts';
import { askAll, concernsOthers, restOf } from './frames.ts';
import { annotateBatch } from './librarian.ts';
import type { Office } from './office.ts';
import { visitOf } from './visits.ts';

/** What the background answers to each call. */
export function answers(office: Office): Handlers<BackgroundCalls> {
  return {
    async visit(_, caller) {
      // Opened at once, since the text of the page comes next: mostly, it is read.
      office.terms.get().catch((error) => report('The index of terms', error));
      const [word, others] = await Promise.all([office.word(), restOf(caller)]);
      const visit = visitOf(caller.tabUrl, word);
      const rest = visit.state === 'on' || visit.state === 'quiet' ? others : undefined;
      // The page need not wait for its icon, nor go without an answer for the want of one.
      if (caller.tabId !== undefined && caller.frameId === 0) {
        showVisit(caller.tabId, visit.state).catch((error) => report('The icon', error));
      }
      const cards = { style, words: cardWords(caller.tabUrl) };
      return { ...visit, cards, ...(rest && { rest }) };
    },
    annotate: (batch, caller) => annotateBatch(batch, caller, office),
    async shown(tally, { tabId, frameId }) {
      if (tabId === undefined || frameId === undefined) return;
      if (frameId === 0) await showState(tabId, tally.resting === undefined);
      const before = await read(tabId);
      const now = await write(tabId, frameId, tally);
      await showCount(tabId, now);
      if (concernsOthers(before, now)) await askAll(tabId);
    },
    card: async (ref) => (await office.cards.get([ref])).get(ref),
    search: (question) => office.search(question),
    act: (act, caller) => carryOut(act, caller),
    complaints: async () => [...(await office.complaints())],
    look: async (url, caller) => office.look(addressFrom(url, caller)),
    check: async (url, caller) => office.rounds.check(addressFrom(url, caller)),
    arm: (_, caller) => {
      refusePages(caller);
      return office.rounds.arm();
    },
  };
}

/** A page that rests for a reason of its own has told so, and does not tell again because it asks again. */
async function showVisit(tabId: number, state: PageState): Promise<void> {
  const [top] = await read(tabId);
  const rests = top?.frameId === 0 && top.resting !== undefined && top.resting !== 'off';
  if (state !== 'on' || !rests) await showState(tabId, state === 'on');
}

/** The network is used on the word of the extension's own pages only. */
function refusePages(caller: Caller): void {
  if (caller.kind !== 'extension') throw new Error(`${caller.url} may not ask for this.`);
}

function addressFrom(text: unknown, caller: Caller): string {
  refusePages(caller);
  const address = subscriptionAddress(String(text));
  if ('problem' in address) throw new Error(address.problem);
  return address.url;
}
