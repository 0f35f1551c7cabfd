import { browser } from 'wxt/browser';

/** Heard by the scripts of an extension that was there before, in the same document. */
const STARTED = 'glossator:started';

/**
 * The life of the content script in a document, in place of WXT's own, which can do much that we do not need. It
 * ends when a newer script takes over; a page that says so while the extension is still there is not believed.
 */
export class ContentScriptContext {
  readonly #ending = new AbortController();

  constructor() {
    document.dispatchEvent(new Event(STARTED));
    const end = (): void => {
      if (browser.runtime?.id === undefined) this.#ending.abort();
    };
    document.addEventListener(STARTED, end, { signal: this.signal });
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }
}
