import type { EntryRef } from '../../glossary/entry.ts';
import type { Notes } from '../platform/messages.ts';
import type { Ledger } from './ledger.ts';
import type { Passage } from './passages.ts';
import { Term } from './term.ts';

/** Numbers that make a span in notes: passage, start, end, meaning. */
const NUMBERS = 4;

/** The terms that notes name, by the passage's place in the batch; not those the reader has hidden. */
export function termsOf(
  batch: readonly Passage[],
  { spans, meanings }: Notes,
  hidden: readonly EntryRef[],
  ledger: Ledger,
): Map<number, Term[]> {
  const found = new Map<number, Term[]>();
  for (let at = 0; at + NUMBERS <= spans.length; at += NUMBERS) {
    const [number = -1, start = 0, end = 0, index = -1] = spans.slice(at, at + NUMBERS);
    const passage = batch[number];
    const meaning = meanings[index];
    if (passage === undefined || meaning === undefined || hidden.includes(meaning.entry)) continue;
    const terms = found.get(number) ?? [];
    found.set(number, terms);
    terms.push(new Term({ passage, start, end }, meaning, ledger));
  }
  return found;
}

/** Terms that were there before stay the same objects, so that an open card stays open. */
export function keepSame(old: readonly Term[], terms: readonly Term[]): readonly Term[] {
  const same = (a: Term, b: Term): boolean =>
    a.start === b.start && a.end === b.end && a.meaning.entry === b.meaning.entry;
  const kept = terms.map((term) => old.find((one) => same(one, term)) ?? term);
  for (const term of old) if (!kept.includes(term)) term.withdrawn = true;
  return kept;
}
