import type { EntryRef } from '../../glossary/entry.ts';
import type { Found, TermsOnPage } from './found.ts';

/** How long (ms) a term stays pointed out after a jump: enough to find it with the eye. */
const POINTED_OUT = 2_000;

/** Goes from mention to mention of an entry, round and round. */
export class Jumps {
  readonly #terms: TermsOnPage;
  #last: Found | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(terms: TermsOnPage) {
    this.#terms = terms;
  }

  /** Scrolls to the next mention after the last one jumped to. */
  jump(ref: EntryRef): { found: boolean } {
    const all = this.#terms.all().filter(({ meaning }) => meaning.entry === ref);
    const last = this.#last === undefined ? -1 : all.indexOf(this.#last);
    const next = all[(last + 1) % all.length];
    if (next === undefined) return { found: false };
    this.#last = next;
    next.scrollIntoView();
    this.#terms.emphasize(next);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#terms.emphasize(undefined), POINTED_OUT);
    return { found: true };
  }
}
