import { browser } from 'wxt/browser';
import { type Index, IndexGathering, openIndex } from '../../glossary/compile.ts';
import { openSearchIndex, SearchGathering, type SearchIndex, search } from '../../glossary/search.ts';
import { onShelfChange } from '../platform/changes.ts';
import { type Library, openLibrary } from '../platform/library.ts';
import type { Complaint, Offer, SearchHit } from '../platform/messages.ts';
import { policyReading } from '../platform/policy.ts';
import { report } from '../platform/report.ts';
import { type Cards, openCards } from './cards.ts';
import { type Compiled, compiled } from './compiled.ts';
import { type Shelved, shelvePacks } from './packs.ts';
import { openReaderWord, type ReaderWord } from './reader-word.ts';
import { staysAwake } from './subscriptions/awake.ts';
import { look } from './subscriptions/look.ts';
import { openRounds, type Rounds } from './subscriptions/rounds.ts';
import { realWorld } from './subscriptions/world.ts';

/** What the background works with, put together anew each time the browser starts it. */
export interface Office {
  readonly library: Library;
  readonly terms: Compiled<Index>;
  readonly cards: Cards;
  readonly word: () => Promise<ReaderWord>;
  /** Ranked entries for a query, with the heads of their cards. */
  search(question: { query: string; limit: number }): Promise<SearchHit[]>;
  /** What is wrong with the glossaries and the store, after everything was brought up to date. */
  complaints(): Promise<readonly Complaint[]>;
  /** What is at an address, before the reader subscribes to it. */
  look(url: string): Promise<Offer>;
  readonly rounds: Rounds;
}

/** More hits than anyone scrolls through. */
const MOST_HITS = 500;

export function openOffice(): Office {
  const library = openLibrary();
  // Whoever asks is told what is wrong with it.
  library.database().catch(() => {});
  const cards = openCards(library);
  let packs: Promise<Shelved> | undefined;
  const packsShelved = () => {
    packs ??= shelvePacks(library);
    return packs;
  };
  const ready = async () => (await packsShelved()).isRenewed;
  const terms = compiled<Index>(library, {
    key: 'terms',
    layout: browser.runtime.getManifest().version,
    ready,
    begin: () => new IndexGathering(),
    buffer: (index) => index.buffer,
    open: openIndex,
  });
  const names = compiled<SearchIndex>(library, {
    key: 'search',
    layout: browser.runtime.getManifest().version,
    ready,
    begin: () => new SearchGathering(),
    buffer: (index) => index.buffer,
    open: openSearchIndex,
  });
  // What was derived from the glossaries is made again; open pages hear of the change by themselves.
  onShelfChange(() => {
    terms.forget();
    names.forget();
    cards.forget();
  });
  const world = realWorld();
  return {
    library,
    cards,
    look: (url) => staysAwake(() => look(library, url, world)),
    rounds: openRounds(library, world),
    terms,
    word: openReaderWord(),
    async search({ query, limit }) {
      const hits = search(await names.get(), String(query), Math.min(Number(limit) || 0, MOST_HITS));
      const found = await cards.heads(hits.map(({ entry }) => entry));
      return hits.flatMap(({ entry, score: _, ...how }) => {
        const card = found.get(entry);
        return card === undefined ? [] : [{ card, ...how }];
      });
    },
    complaints: async () => [
      ...(await policyReading()).complaints.map((what) => ({
        where: 'The policy of your organisation',
        what,
      })),
      ...(await packsShelved()).complaints,
      ...(await complaintsOf('The index of terms', terms.complaints())),
    ],
  };
}

async function complaintsOf(
  where: string,
  work: Promise<readonly Complaint[]>,
): Promise<readonly Complaint[]> {
  try {
    return await work;
  } catch (error) {
    report(where, error);
    return [{ where, what: error instanceof Error ? error.message : String(error) }];
  }
}
