import type { Index } from './compile.ts';
import { ROLE } from './flat-index.ts';
import { Reading } from './reading.ts';
import { kindFor, type Signal, worthOf } from './signals.ts';

/**
 * A few words taken from a page (a cue in the evidence, the title, the words of the address) and what they
 * say about an entry.
 */
export class CueText {
  private readonly index: Index;
  private readonly reading: Reading;
  private readonly wholeOnly: boolean;

  /** With `whole`, only what all of the text says counts: "Korea" says nothing within "Korea Post". */
  constructor(index: Index, text: string, whole: boolean) {
    this.index = index;
    this.reading = new Reading(index, text);
    this.wholeOnly = whole;
  }

  /** What the text says about an entry, every stretch once with the most it is worth. */
  about(entry: number): Signal[] {
    const { text } = this.reading;
    const best = new Map<string, Signal>();
    for (const at of this.reading.about(entry, 0, text.length)) {
      const start = this.reading.starts[at] ?? 0;
      const end = this.reading.ends[at] ?? 0;
      const kind = kindFor(this.index, this.reading.claims[at] ?? 0, entry);
      if (kind === undefined || (this.wholeOnly && end - start < text.length)) continue;
      const words = text.slice(start, end);
      const signal = { kind, text: words, start, end, worth: worthOf(kind, words, false) };
      const key = `${kind === 'not'} ${words.toLowerCase()}`;
      if (signal.worth > (best.get(key)?.worth ?? 0)) best.set(key, signal);
    }
    return outermost([...best.values()]);
  }

  /** Entries of which the text as a whole is a form. */
  forms(least: number): { readonly entry: number; readonly ambiguous: boolean }[] {
    const { claims, starts, ends, text } = this.reading;
    return claims.flatMap((claim, at) => {
      const length = (ends[at] ?? 0) - (starts[at] ?? 0);
      if (this.index.roleOf(claim) !== ROLE.form || length < least * text.length) return [];
      return [{ entry: this.index.targetOf(claim), ambiguous: this.index.needsContext(claim) }];
    });
  }
}

/** Without the signals that stand inside longer ones: "Korea" in "Korea Investment Corporation". */
export function outermost<S extends { readonly start: number; readonly end: number }>(
  signals: readonly S[],
): S[] {
  const sorted = [...signals].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = -1;
  let widest = -1;
  return sorted.filter(({ start, end }) => {
    const inside = end < reach || (end === reach && start > widest);
    if (end > reach) {
      reach = end;
      widest = start;
    }
    return !inside;
  });
}
