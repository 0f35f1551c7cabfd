import type { PageView, PopupSource } from '../../../entrypoints/popup/source.ts';
import { UNKNOWN_PAGE } from '../../../entrypoints/popup/source.ts';
import type { Card } from '../../../glossary/entry.ts';

/** A popup's world that is written down: what stands on the page, and what the glossaries know. */
export interface World {
  readonly view: Partial<PageView>;
  readonly query?: string;
  readonly complaints?: readonly { where: string; what: string }[];
  /** Every act fails with these words. */
  readonly refuses?: string;
}

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const card = (ref: string, term: string, more: Partial<Card> = {}): Card => ({
  ref,
  term,
  native: [],
  definition: `What ${term} means is told here in a sentence that goes on for long enough to take two lines.`,
  lang: 'en',
  related: [],
  sources: [],
  glossary: { id: 'nk', title: 'North Korea in the news' },
  ...more,
});

const CARDS: readonly Card[] = [
  card('nk/wpk', "Workers' Party of Korea", {
    kind: 'organization',
    native: [{ lang: 'ko', text: '조선로동당' }],
    definition:
      'The party that rules North Korea. Its head is Kim Jong Un, elected general secretary in 2021. Its congress, in theory the highest body, has met nine times since 1946.',
    asOf: '2026-02',
    related: [
      { ref: 'nk/dprk', term: 'DPRK' },
      { ref: 'nk/kju', term: 'Kim Jong Un' },
      { ref: 'nk/cc', term: 'Central Committee' },
    ],
    sources: [
      { title: 'Encyclopædia Britannica: Korean Workers’ Party', url: 'https://www.britannica.com/' },
      { title: 'Not a web address', url: 'javascript:alert(1)' },
    ],
  }),
  card('nk/dprk', 'DPRK', { kind: 'abbreviation' }),
  card('nk/kju', 'Kim Jong Un', { kind: 'person' }),
  card('nk/cc', 'Central Committee'),
  card('he/knesset', 'הכנסת', {
    lang: 'he',
    kind: 'organization',
    definition: 'בית המחוקקים של מדינת ישראל. מושבו בירושלים, ומכהנים בו 120 חברים.',
    glossary: { id: 'he', title: 'מונחים בפוליטיקה' },
    related: [{ ref: 'nk/dprk', term: 'DPRK' }],
    sources: [{ title: 'אתר הכנסת', url: 'https://main.knesset.gov.il/' }],
  }),
  card('own/long', LONG, {
    definition: `${LONG} ${LONG}`,
    glossary: { id: 'own', title: `My ${LONG}` },
    related: [{ ref: 'own/long', term: LONG }],
    sources: [{ title: LONG, url: `https://${'a'.repeat(60)}.example.com/` }],
  }),
  ...Array.from({ length: 240 }, (_, at) => card(`nk/many-${at}`, `Many, number ${at + 1}`)),
];

const term = (ref: string, count: number, glossary = 'North Korea in the news') => ({
  ref,
  term: CARDS.find((one) => one.ref === ref)?.term ?? ref.slice(ref.indexOf(':') + 1),
  glossary,
  count,
});

const URL = 'https://www.example.com/world/asia/article';
const on: Partial<PageView> = { url: URL, script: 'answers', everywhere: true };
const withTerms: Partial<PageView> = {
  ...on,
  frames: [
    {
      frameId: 0,
      terms: [
        ...['nk/kju', 'nk/wpk', 'nk/cc', 'nk/dprk'].map((ref, at) => term(ref, at === 1 ? 12 : at + 1)),
        term('page:MSMT', 2, 'As defined on this page'),
        term('he/knesset', 1, 'מונחים בפוליטיקה'),
      ],
      remarks: ['undrawn'],
    },
  ],
};
const longTerms: Partial<PageView> = {
  ...on,
  url: `https://${LONG.toLowerCase().replace(/ä/g, 'a')}.example.com/`,
  frames: [{ frameId: 0, terms: [term('own/long', 1234, `My ${LONG}`), term('nk/wpk', 2)], remarks: [] }],
};

/** Every state of the popup by name. */
export const WORLDS: Readonly<Record<string, World>> = {
  terms: { view: withTerms },
  hidden: { view: { ...withTerms, hidden: ['nk/dprk', 'own/long', 'gone/gone'] } },
  loading: { view: { url: URL } },
  'no-terms': { view: on },
  'site-off': { view: { ...on, sites: { mode: 'except', rules: [{ pattern: 'example.com', on: false }] } } },
  'everywhere-off': { view: { ...on, everywhere: false } },
  quiet: { view: { ...on, frames: [{ frameId: 0, terms: [], remarks: [], resting: 'secrets' }] } },
  paused: { view: { ...on, frames: [{ frameId: 0, terms: [], remarks: [], resting: 'paused' }] } },
  closed: { view: { url: 'chrome://settings', script: 'absent' } },
  pdf: { view: { ...on, url: 'https://example.com/report.pdf', script: 'absent' } },
  files: { view: { ...on, url: 'file:///home/me/a.html', script: 'absent' } },
  'not-started': { view: { ...on, script: 'absent' } },
  rule: {
    view: {
      ...withTerms,
      sites: { mode: 'only', rules: [{ pattern: 'example.com/world/*', on: true }] },
    },
  },
  complaints: {
    view: withTerms,
    complaints: [
      {
        where: 'The built-in glossary world-affairs',
        what: 'entries[3].forms[0].text: expected text, got 12.',
      },
      { where: 'The index of terms', what: 'QuotaExceededError: The disk is full.' },
    ],
  },
  refused: { view: withTerms, refuses: 'There is no room for more: hidden would take 110000 characters.' },
  results: { view: withTerms, query: 'work' },
  many: { view: withTerms, query: 'many' },
  mixed: { view: withTerms, query: 'k' },
  near: { view: withTerms, query: 'worksite' },
  nothing: { view: withTerms, query: 'qqq' },
  long: { view: longTerms },
  'long-results': { view: longTerms, query: 'donau' },
};

/** A source that lives in a world. */
export function sourceOf({ view, complaints = [], refuses }: World): PopupSource {
  const refuse = async () => {
    if (refuses !== undefined) throw new Error(refuses);
  };
  return {
    watchPage: (callback) => callback({ ...UNKNOWN_PAGE, ...view }),
    async search(query, limit) {
      const wanted = query.toLowerCase();
      const hits = CARDS.filter((one) => one.term.toLowerCase().includes(wanted)).map((one) => ({
        card: one,
        ...(one.ref === 'nk/dprk' && { near: true as const }),
      }));
      return hits.slice(0, limit);
    },
    card: async (ref) => CARDS.find((one) => one.ref === ref),
    jump: async () => true,
    act: refuse,
    wake: refuse,
    pause: refuse,
    reload: refuse,
    complaints: async () => complaints,
  };
}
