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
  const unwanted = new Set(hidden);
  const words = new Words();
  let number = -1;
  let terms: Term[] = [];
  for (let at = 0; at + NUMBERS <= spans.length; at += NUMBERS) {
    const passage = batch[spans[at] ?? -1];
    const meaning = meanings[spans[at + 3] ?? -1];
    if (passage === undefined || meaning === undefined || unwanted.has(meaning.entry)) continue;
    // Spans of one passage mostly follow one another.
    if (spans[at] !== number) {
      number = spans[at] ?? -1;
      terms = found.get(number) ?? [];
      found.set(number, terms);
    }
    const [start, end] = [spans[at + 1] ?? 0, spans[at + 2] ?? 0];
    terms.push(new Term({ passage, start, end, text: words.one(passage.text, start, end) }, meaning, ledger));
  }
  return found;
}

/** Keeps each word once, however often it stands on a page. */
class Words {
  readonly #known = new Map<string, string>();

  one(text: string, start: number, end: number): string {
    const word = text.slice(start, end);
    const known = this.#known.get(word);
    if (known === undefined) this.#known.set(word, word);
    return known ?? word;
  }
}

/** Terms that were there before stay the same objects, so that an open card stays open. */
export function keepSame(old: readonly Term[], terms: readonly Term[]): readonly Term[] {
  if (old.length === 0) return terms;
  const same = (a: Term, b: Term): boolean =>
    a.start === b.start && a.end === b.end && a.meaning.entry === b.meaning.entry;
  const kept = terms.map((term) => old.find((one) => same(one, term)) ?? term);
  for (const term of old) if (!kept.includes(term)) term.withdrawn = true;
  return kept;
}
