import type { Kind } from './entry.ts';

/** What kinds of entries are called, on pages of the web and on our own; a translation replaces this. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
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
};
