import type { EntryRef } from '../../glossary/entry.ts';
import type { callBackground } from '../platform/calls.ts';
import type { Visit } from '../platform/messages.ts';
import type { PageSettings } from '../platform/page-settings.ts';
import { CardKeeper } from './card-keeper.ts';
import { setCardStyle } from './card-style.ts';
import type { TermsOnPage } from './found.ts';
import { setWords } from './words.ts';

/** What cards need of the page and of the extension. */
export interface CardsOptions {
  readonly terms: TermsOnPage;
  readonly settings: PageSettings;
  /** What cards look like and say. */
  readonly manner: Visit['cards'];
  readonly call: typeof callBackground;
  /** Goes to the place where the page itself defines an abbreviation; without it no card offers that. */
  readonly showDefinition?: (ref: EntryRef) => void;
  /** `open` only where a test wants to look inside. */
  readonly mode?: ShadowRootMode;
  /** Ends everything and takes it off the page. */
  readonly signal: AbortSignal;
}

/** What others can ask of the cards of a frame. */
export interface Cards {
  /** Opens the card of the next or previous term and moves the focus into it. */
  step(direction: 'next' | 'previous'): { found: boolean };
  /** Opens a card about the selection, or about `text`, and moves the focus into it. */
  lookUp(text: string | undefined): Promise<void>;
  update(settings: PageSettings): void;
}

/** Opens and closes the cards of a frame, as pointer, touch and keyboard ask for it, until the signal. */
export function startCards({ showDefinition, manner, mode = 'closed', ...options }: CardsOptions): Cards {
  setCardStyle(manner.style);
  setWords(manner.words);
  const keeper = new CardKeeper({ ...options, showDefinition, mode });
  return {
    step: (direction) => keeper.step(direction),
    lookUp: (text) => keeper.lookUp(text),
    update: (settings) => keeper.update(settings),
  };
}
