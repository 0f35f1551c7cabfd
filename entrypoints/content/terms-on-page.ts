import type { Card, EntryRef } from '../../glossary/entry.ts';
import type { Found, TermsOnPage } from './found.ts';
import { termAt } from './hit-test.ts';
import type { Reading } from './reading.ts';
import { Term } from './term.ts';

/** The terms of one reading, as the popover, the keyboard and the popup see them. */
export class ReadTerms implements TermsOnPage {
  #reading: Reading | undefined;
  readonly #callbacks = new Set<() => void>();

  /** Shows the terms of another reading, or of none. */
  show(reading: Reading | undefined): void {
    this.#reading = reading;
    this.changed();
  }

  changed(): void {
    for (const callback of this.#callbacks) callback();
  }

  at(x: number, y: number): Found | undefined {
    const held = this.#reading?.held;
    return held && termAt(x, y, (block) => held.in(block).flatMap(({ terms }) => terms));
  }

  all(): readonly Term[] {
    return this.#reading?.held.terms().filter((term) => term.alive()) ?? [];
  }

  /** How often each entry stands on the page, without a look at the document: cheap enough for every change. */
  counts(): ReadonlyMap<EntryRef, number> {
    const counts = new Map<EntryRef, number>();
    for (const passage of this.#reading?.held.passages() ?? []) passage.countEntries(counts);
    return counts;
  }

  card(ref: EntryRef): Card | undefined {
    return this.#reading?.held.cards.get(ref);
  }

  emphasize(term: Found | undefined): void {
    this.#reading?.painting.emphasize(term instanceof Term ? term : undefined);
  }

  onChange(callback: () => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#callbacks.add(callback);
    signal.addEventListener('abort', () => this.#callbacks.delete(callback), { once: true });
  }
}
