import type { EntryRef } from '../../glossary/entry.ts';
import type { Meaning, Notes } from '../platform/messages.ts';
import type { Ledger } from './ledger.ts';
import type { Passage } from './passages.ts';
import { Term } from './term.ts';

/** Numbers that make a span in notes: passage, start, end, meaning, word. */
const NUMBERS = 5;

/** What the spans of one answer have in common. */
interface Answer {
  readonly spans: readonly number[];
  readonly meanings: readonly Meaning[];
  readonly words: readonly string[];
  readonly ledger: Ledger;
}

/** The terms of one passage as they were answered: on a long page most are never looked at. */
export class Spans {
  readonly #answer: Answer;
  readonly #from: number;
  readonly length: number;

  constructor(answer: Answer, from: number, length: number) {
    this.#answer = answer;
    this.#from = from;
    this.length = length;
  }

  /** The terms, made anew. */
  termsIn(passage: Passage): Term[] {
    const { spans, words, ledger } = this.#answer;
    const made: Term[] = [];
    for (let at = this.#from; made.length < this.length; at += NUMBERS) {
      const [start, end, text] = [spans[at + 1] ?? 0, spans[at + 2] ?? 0, words[spans[at + 4] ?? 0] ?? ''];
      made.push(new Term({ passage, start, end, text }, this.#meaning(at), ledger));
    }
    return made;
  }

  /** Adds to how often each entry is there. */
  count(counts: Map<EntryRef, number>): void {
    const end = this.#from + this.length * NUMBERS;
    for (let at = this.#from; at < end; at += NUMBERS) {
      const { entry } = this.#meaning(at);
      counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
  }

  places(): { readonly start: number; readonly end: number }[] {
    const { spans } = this.#answer;
    const places: { start: number; end: number }[] = [];
    for (let at = this.#from; places.length < this.length; at += NUMBERS)
      places.push({ start: spans[at + 1] ?? 0, end: spans[at + 2] ?? 0 });
    return places;
  }

  #meaning(at: number): Meaning {
    const { spans, meanings } = this.#answer;
    const meaning = meanings[spans[at + 3] ?? -1];
    if (meaning === undefined) throw new Error(`A span has a meaning that is not there: ${spans[at + 3]}.`);
    return meaning;
  }
}

/** Hands out the spans of passages, which are asked for in their order; not those of terms that the reader has hidden. */
export function spansOf(
  { spans, meanings, words }: Pick<Notes, 'spans' | 'meanings' | 'words'>,
  hidden: readonly EntryRef[],
  ledger: Ledger,
): (passage: number) => Spans | undefined {
  const isWanted = (entry: EntryRef | undefined): boolean => entry !== undefined && !hidden.includes(entry);
  const wanted =
    hidden.length === 0
      ? spans
      : spans.filter((_, n) => isWanted(meanings[spans[n - (n % NUMBERS) + 3] ?? -1]?.entry));
  const answer = { spans: wanted, meanings, words, ledger };
  let at = 0;
  return (passage) => {
    const from = at;
    while (wanted[at] === passage) at += NUMBERS;
    return at === from ? undefined : new Spans(answer, from, (at - from) / NUMBERS);
  };
}

/** Terms that were there before stay the same objects, so that an open card stays open. */
export function keepSame(old: readonly Term[], terms: readonly Term[]): readonly Term[] {
  const same = (a: Term, b: Term): boolean =>
    a.start === b.start && a.end === b.end && a.meaning.entry === b.meaning.entry;
  const kept = terms.map((term) => old.find((one) => same(one, term)) ?? term);
  for (const term of old) if (!kept.includes(term)) term.withdrawn = true;
  return kept;
}
