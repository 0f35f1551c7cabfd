import { isOurs } from './changes.ts';
import type { Roots } from './roots.ts';
import { TELLING_ATTRIBUTES } from './skips.ts';

/** After so many changes of styles no more are heard of until the next look: to be told of each is dear. */
const ENOUGH = 200;
/** Of those told at once so many count: one burst says nothing of what comes. */
const AT_ONCE = 20;

/** Watches a document and its shadow roots for changes by the page; our own are not reported. */
export class Watch {
  readonly #observer: MutationObserver;
  readonly #report: (records: readonly MutationRecord[]) => void;
  readonly #roots: Pick<Roots, 'known'>;
  /** Changes of styles since the last look. */
  #styled = 0;
  /** What got other classes since then. */
  readonly #classed = new Set<Node>();

  constructor(report: (records: readonly MutationRecord[]) => void, roots: Pick<Roots, 'known'>) {
    this.#report = report;
    this.#roots = roots;
    this.#observer = new MutationObserver((records) => this.#pass(records));
  }

  on(root: Document | ShadowRoot): void {
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeOldValue: true,
      attributeFilter: [...TELLING_ATTRIBUTES, 'class', ...(this.hearsAll ? ['style'] : [])],
    });
  }

  /** Whether changes of styles are heard of. */
  get hearsAll(): boolean {
    return this.#styled < ENOUGH;
  }

  /** To be called about once a second, when it has been looked at what styles may have changed. */
  hearAll(): void {
    this.#classed.clear();
    this.#count(-this.#styled);
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
    const theirs: MutationRecord[] = [];
    let styled = 0;
    /** Whose text ('') or attribute was written last. */
    const last = new Map<string, Node>();
    for (const record of records) {
      const { type, target } = record;
      const what = type === 'characterData' ? '' : record.attributeName;
      if (what === 'style') styled++;
      // What writes to the same text or attribute many times a frame says as much by once.
      if (what !== null && (last.get(what) === target || this.#isKnown(what, target))) continue;
      if (what !== null) last.set(what, target);
      // The texts of our card are in a root that is not watched.
      if (what === '' || !isOurs(record)) theirs.push(record);
    }
    this.#count(Math.min(styled, AT_ONCE));
    if (theirs.length > 0) this.#report(theirs);
  }

  /** Whether it is no news that an element has other classes: on a page that is not heard in all, once a look will do. */
  #isKnown(what: string, target: Node): boolean {
    if (what !== 'class' || this.hearsAll) return false;
    const isKnown = this.#classed.has(target);
    this.#classed.add(target);
    return isKnown;
  }

  #count(styled: number): void {
    const before = this.hearsAll;
    this.#styled += styled;
    if (this.hearsAll !== before) for (const root of [document, ...this.#roots.known]) this.on(root);
  }
}

/** Changes on the root elements say nothing about a passage: pages set classes there all the time. */
export function isAboutPage({ type, target }: MutationRecord): boolean {
  return type === 'attributes' && (target === document.documentElement || target === document.body);
}
