import { KIND_WORDS } from '../../glossary/kind-words.ts';

/**
 * Every word that Glossator says on a page of a tab, in one place: a translation replaces these. `{}` is where
 * something is put in. They travel with the visit: in the script, every document would have to read them.
 */
export const cardWords = (tabUrl: string) => ({
  /** BCP 47 tag of these words. */
  language: 'en',

  close: 'Close',
  back: 'Back',
  pin: 'Keep open',
  more: 'More',
  asOf: 'As of {}',
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
  siteOff: `Turn off on ${siteName(tabUrl) ?? 'this site'}`,
  siteOffDone: 'Off on this site.',
  undo: 'Undo',
  undone: 'Undone.',
  gone: 'Glossator was updated. Reload the page to do this.',
  failed: 'That did not work: {}',

  noTerms: { title: 'No terms here', text: 'Nothing on this page is in your glossaries.' },

  lookUp: 'Look up',
  nothingSelected: 'Select a word or a phrase first, then look it up.',
  notFound: '“{}” is in none of your glossaries.',
  near: 'Did you mean',
  add: 'Add as my term',

  kinds: KIND_WORDS,
});

export type CardWords = ReturnType<typeof cardWords>;

/** The host that a rule for "this site" is about, also in a frame of another site; `undefined` for files. */
function siteName(tabUrl: string): string | undefined {
  if (!URL.canParse(tabUrl)) return undefined;
  return new URL(tabUrl).hostname.replace(/^www\./, '') || undefined;
}
