import { isOurs } from './changes.ts';
import { TELLING_ATTRIBUTES } from './skips.ts';

/** Watches a document and its shadow roots for changes by the page; our own are not reported. */
export class Watch {
  readonly #observer: MutationObserver;
  readonly #report: (records: readonly MutationRecord[]) => void;

  constructor(report: (records: readonly MutationRecord[]) => void) {
    this.#report = report;
    this.#observer = new MutationObserver((records) => this.#pass(records));
  }

  on(root: Document | ShadowRoot): void {
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeOldValue: true,
      attributeFilter: [...TELLING_ATTRIBUTES, 'class', 'style'],
    });
  }

  /** Changes the document without taking note of it. What the page changed before is reported first. */
  quietly(work: () => void): void {
    this.#pass(this.#observer.takeRecords());
    try {
      work();
    } finally {
      this.#observer.takeRecords();
    }
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #pass(records: readonly MutationRecord[]): void {
    let written: Node | undefined;
    const theirs = records.filter((record) => {
      if (record.type !== 'characterData') return !isOurs(record);
      // A ticker writes to the same text many times a frame: once says as much.
      const before = written;
      written = record.target;
      return written !== before;
    });
    if (theirs.length > 0) this.#report(theirs);
  }
}

/** Changes on the root elements say nothing about a passage: pages set classes there all the time. */
export function isAboutPage({ type, target }: MutationRecord): boolean {
  return type === 'attributes' && (target === document.documentElement || target === document.body);
}
