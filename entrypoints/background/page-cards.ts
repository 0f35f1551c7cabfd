import type { Card, EntryRef } from '../../glossary/entry.ts';
import { directed } from './cards.ts';

/** An abbreviation that the page itself defines. */
export interface PageTerm {
  readonly short: string;
  readonly long: string;
  /** The page's sentence that defines it. */
  readonly sentence: string;
}

/** Cards for abbreviations that the page defines: in the page's own words. */
export function pageCards(terms: readonly PageTerm[], lang: string): Record<EntryRef, Card> {
  return Object.fromEntries(terms.map((term) => [`page:${term.short}`, cardOf(term, lang)]));
}

function cardOf({ short, long, sentence }: PageTerm, lang: string): Card {
  return {
    ref: `page:${short}`,
    term: short,
    kind: 'abbreviation',
    native: [],
    definition: long,
    question: sentence,
    lang,
    ...directed(lang),
    related: [],
    sources: [],
    glossary: { id: 'page', title: 'As defined on this page' },
  };
}
