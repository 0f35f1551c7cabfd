import { KIND_WORDS } from '../../glossary/kind-words.ts';

/** The words of a card on the extension's own pages; a translation replaces this object. */
export const cardWords = {
  /** BCP 47 tag of these words. */
  language: 'en',
  asOf: (date: string) => `As of ${date}`,
  seeAlso: 'See also',
  sources: 'Sources',
  newTab: '(opens in a new tab)',
  kinds: KIND_WORDS,
};
