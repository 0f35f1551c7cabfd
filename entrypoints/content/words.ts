import type { Kind } from '../../glossary/entry.ts';

/** Every word that Glossator says on a page, in one place: a translation replaces this object. */
export const words = {
  /** BCP 47 tag of these words. */
  language: 'en',

  close: 'Close',
  back: 'Back',
  pin: 'Keep open',
  more: 'More',
  asOf: (date: string) => `As of ${date}`,
  otherMeanings: 'Other meanings',
  seeAlso: 'See also',
  sources: 'Sources',
  newTab: '(opens in a new tab)',
  definedHere: 'As defined on this page',
  jump: 'Show where',

  copy: 'Copy with source',
  copied: 'Copied.',
  notCopied: 'The page does not allow copying.',
  notThis: 'Not this meaning here',
  notThisDone: 'Not shown with this meaning on this site.',
  always: 'Always this meaning here',
  alwaysDone: 'Always this meaning on this site.',
  know: 'I know this',
  knowDone: 'No longer underlined.',
  forget: 'Underline this again',
  forgetDone: 'Underlined again.',
  hide: 'Hide everywhere',
  hideDone: 'Hidden everywhere.',
  edit: 'Edit',
  editDone: 'Opened in a tab.',
  siteOff: (site: string | undefined) => `Turn off on ${site ?? 'this site'}`,
  siteOffDone: 'Off on this site.',
  undo: 'Undo',
  undone: 'Undone.',
  gone: 'Glossator was updated. Reload the page to do this.',
  failed: (why: string) => `That did not work: ${why}`,

  noTerms: { title: 'No terms here', text: 'Nothing on this page is in your glossaries.' },

  lookUp: 'Look up',
  nothingSelected: 'Select a word or a phrase first, then look it up.',
  notFound: (query: string) => `“${query}” is in none of your glossaries.`,
  near: 'Did you mean',
  add: 'Add as my term',

  kinds: {
    abbreviation: 'abbreviation',
    concept: 'concept',
    event: 'event',
    law: 'law',
    organization: 'organization',
    person: 'person',
    place: 'place',
    term: 'term',
    weapon: 'weapon',
    work: 'work',
  } satisfies Record<Kind, string>,
};
