import type { EntryRef } from '../../glossary/entry.ts';
import type { callBackground } from '../platform/calls.ts';
import type { PageSettings } from '../platform/page-settings.ts';
import type { TermsOnPage } from './found.ts';

/** What a card has to do with the world around it. */
export interface CardRoom {
  readonly terms: TermsOnPage;
  readonly settings: () => PageSettings;
  readonly call: typeof callBackground;
  /** Goes to the place where the page itself defines an abbreviation. */
  readonly showDefinition: ((ref: EntryRef) => void) | undefined;
}
