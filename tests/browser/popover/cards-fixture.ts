import type { Card } from '../../../glossary/entry.ts';

const nk = { id: 'north-korea', title: 'North Korea in the news' };

function card(ref: string, term: string, more: Partial<Card> = {}): Card {
  return {
    ref,
    term,
    native: [],
    definition: `What ${term} means.`,
    lang: 'en',
    related: [],
    sources: [],
    glossary: nk,
    ...more,
  };
}

/** Cards of every sort, in the shape in which the background sends them. */
export const CARDS: readonly Card[] = [
  card('nk/wpk', "Workers' Party of Korea", {
    kind: 'organization',
    native: [{ lang: 'ko', text: '조선로동당' }],
    definition:
      'The ruling party of North Korea since the state was founded. The constitution places it above the government; its General Secretary leads the country.',
    asOf: '2026-02',
    related: [
      { ref: 'nk/dprk', term: 'DPRK' },
      { ref: 'nk/kcna', term: 'KCNA' },
    ],
    sources: [
      { title: 'Korean Central News Agency', url: 'https://www.kcna.co.jp/' },
      { title: 'Not a web address', url: 'javascript:alert(1)' },
    ],
  }),
  card('nk/dprk', 'DPRK', {
    kind: 'place',
    definition: "Democratic People's Republic of Korea: the official name of North Korea.",
    native: [
      { lang: 'ko', text: '조선민주주의인민공화국' },
      { lang: 'zh-Hans', text: '朝鲜民主主义人民共和国' },
    ],
    asOf: '2026',
    related: [{ ref: 'nk/far', term: 'Fetched term' }],
    sources: [{ title: 'Facts', url: 'http://example.org/facts' }],
  }),
  card('nk/kcna', 'KCNA', {
    kind: 'organization',
    definition: 'Korean Central News Agency, the state news agency.',
    asOf: '2026-02-23',
  }),
  card('nk/rgb', 'RGB', { definition: 'Reconnaissance General Bureau, an intelligence agency.' }),
  card('gfx/rgb', 'RGB', {
    definition: 'Red, green and blue: how screens mix colours.',
    glossary: { id: 'gfx', title: 'Graphics' },
  }),
  card('own/mine', 'My term', { glossary: { id: 'own', title: 'My terms' } }),
  card('page:MSMT', 'MSMT', {
    definition: 'Multilateral Sanctions Monitoring Team',
    question: 'Eleven states set up the Multilateral Sanctions Monitoring Team (MSMT) in October 2024.',
    glossary: { id: 'page', title: 'This page' },
  }),
  card('nk/long', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', {
    definition: `${'A definition that goes on and on, sentence after sentence, with no end in sight. '.repeat(40)}Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu.`,
    sources: [{ title: 'Source', url: 'https://example.org/' }],
  }),
  card('he/knesset', 'הכנסת', {
    kind: 'organization',
    lang: 'he',
    dir: 'rtl',
    definition: 'הכנסת היא בית המחוקקים של מדינת ישראל. בכנסת 120 חברים, הנבחרים לכהונה של ארבע שנים.',
    asOf: '2026-02',
    related: [{ ref: 'nk/dprk', term: 'DPRK' }],
    sources: [{ title: 'אתר הכנסת', url: 'https://www.knesset.gov.il/' }],
    glossary: { id: 'he', title: 'מושגים' },
  }),
];

/** A card that no page has: it must be asked for. */
export const FAR: Card = card('nk/far', 'Fetched term', { definition: 'It came from far away.' });
