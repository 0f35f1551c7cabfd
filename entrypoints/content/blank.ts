import { canHost } from './skips.ts';

/** A document with more elements than this is read without looking whether there is anything to read. */
const MANY = 200;
/** Elements whose text nobody reads, of those that come in documents without any other. */
const SILENT = 'script,style,noscript,template,textarea,head,iframe,svg';
const INK = /\S/;

/** Whether a document has nothing to read yet: frames of counters and advertisements, and pages still to be made. */
export function isBlank(): boolean {
  const elements = document.getElementsByTagName('*');
  if (elements.length > MANY) return false;
  for (const element of elements) if (mayHide(element) || hasText(element)) return false;
  return true;
}

/** Whether text may be where its parent does not tell of it: a form names its fields as it likes. */
function mayHide(element: Element): boolean {
  if (element instanceof HTMLFormElement) return true;
  return canHost(element.localName) && (element.localName.includes('-') || element.shadowRoot !== null);
}

function hasText(element: Element): boolean {
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node instanceof Text && INK.test(node.data)) return element.closest(SILENT) === null;
  return false;
}

/** Waits for a document to have something to read. */
export class FirstText {
  readonly #onChange: () => void;
  #observer: MutationObserver | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Whether to wait; if so, calls back when there is more in the document. */
  isAwaited(): boolean {
    if (!isBlank()) return false;
    if (this.#observer === undefined) {
      this.#observer = new MutationObserver(this.#onChange);
      this.#observer.observe(document, { subtree: true, childList: true, characterData: true });
    }
    return true;
  }

  /** Ends waiting; true if there was any. */
  stop(): boolean {
    const waited = this.#observer !== undefined;
    this.#observer?.disconnect();
    this.#observer = undefined;
    return waited;
  }
}
