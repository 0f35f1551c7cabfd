import { callBackground } from '../platform/calls.ts';
import type { Visit } from '../platform/messages.ts';
import { type Cards, startCards } from './cards.ts';
import { showDefinition } from './show-definition.ts';
import type { ReadTerms } from './terms-on-page.ts';

/** The cards of a document: while it is read, and for what is looked up while it is not. */
export class PageCards {
  readonly #terms: ReadTerms;
  #cards: Cards | undefined;
  #idle = new AbortController();

  constructor(terms: ReadTerms) {
    this.#terms = terms;
  }

  /** The cards of a document that is read, until the signal. */
  open({ settings, cards: manner }: Visit, signal: AbortSignal): Cards {
    this.#idle.abort();
    const terms = this.#terms;
    const opened = startCards({
      terms,
      settings,
      manner,
      call: callBackground,
      showDefinition: (ref) => showDefinition(terms.card(ref)?.question ?? ''),
      signal,
    });
    signal.addEventListener('abort', () => {
      if (this.#cards === opened) this.#cards = undefined;
    });
    this.#cards = opened;
    return opened;
  }

  step(direction: 'next' | 'previous'): { found: boolean } {
    return (hasFocus() ? this.#cards?.step(direction) : undefined) ?? { found: false };
  }

  /** What the reader asks for is looked up also where the page is not read. */
  async lookUp(text: string | undefined, visit: Visit | undefined): Promise<void> {
    if (visit === undefined || (text === undefined && !hasFocus())) return;
    if (this.#cards === undefined) {
      const idle = new AbortController();
      this.open(visit, idle.signal);
      this.#idle = idle;
    }
    await this.#cards?.lookUp(text);
  }
}

/** Whether the focus is in this very frame: all frames are called for what is done in one of them. */
function hasFocus(): boolean {
  const inFrame = document.activeElement?.matches('iframe,frame') === true;
  return !inFrame && (window === window.top || document.hasFocus());
}
