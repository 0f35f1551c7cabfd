import type { Index } from './compile.ts';
import { ROLE } from './flat-index.ts';
import { Reading } from './reading.ts';
import { isKin, outermost, type Signal, signalOf } from './signals.ts';

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
    const forms = this.formPlaces(entry);
    for (const at of this.reading.about(entry, 0, text.length)) {
      const start = this.reading.starts[at] ?? 0;
      const end = this.reading.ends[at] ?? 0;
      if (this.wholeOnly && end - start < text.length) continue;
      // "spa" speaks against the assembly only where the page does not write SPA.
      if (forms.has(`${start}-${end}`)) continue;
      const about = { entry, text: text.slice(start, end), start, end };
      const signal = signalOf(this.index, this.reading.claims[at] ?? 0, about);
      if (signal === undefined) continue;
      const key = `${signal.kind === 'not'} ${signal.text.toLowerCase()}`;
      const known = best.get(key);
      if (known === undefined || saysMore(signal, known)) best.set(key, signal);
    }
    return outermost([...best.values()]);
  }

  /** Where ambiguous forms of the entry stand: what they mean is the question, not the answer. */
  private formPlaces(entry: number): Set<string> {
    const { claims, starts, ends } = this.reading;
    const places = claims.flatMap((claim, at) => {
      const { index } = this;
      const isForm = index.roleOf(claim) === ROLE.form && index.targetOf(claim) === entry;
      return isForm && index.needsContext(claim) ? [`${starts[at]}-${ends[at]}`] : [];
    });
    return new Set(places);
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

/** A cue of the entry says more than the name of another one that reads the same, whatever that is worth. */
function saysMore(signal: Signal, known: Signal): boolean {
  if (isKin(signal) !== isKin(known)) return isKin(known);
  return signal.worth > known.worth;
}
