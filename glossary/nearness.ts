import type { Index } from './compile.ts';
import type { Place, Reading } from './reading.ts';
import { sentenceAt } from './sentences.ts';
import { isKin, outermost, type Signal, signalOf } from './signals.ts';
import { NEARNESS, REACH } from './weights.ts';

/** A signal in the passage of the form, with how near it stands. */
export interface NearSignal extends Signal {
  readonly nearness: keyof typeof NEARNESS;
}

/** Between a cue and the form it belongs to: "Iran's supreme leader", "the WPK Central Committee". */
const BEFORE = /^['’]?s?,?[\s\u00a0-]+(?:[\p{Ll}\d.]+[\s\u00a0])?["“‘]?$/u;
/** Between a form and the cue it belongs to: "Politburo of the WPK", "the NIS, South Korea's spy agency". */
const AFTER =
  /^['’]?s?(?:[\s\u00a0-]+|,\s|\s?\()(?:[\d.,]+\s)?(?:(?:of|for|in|on|at|under|and|or|with)\s)?(?:(?:the|a|an|its|both)\s)?(?:ruling\s)?$/u;
const LONGEST_GAP = 24;

/** What stands around a place and speaks for or against an entry, every cue once, where it stands nearest. */
export function signalsNear(index: Index, reading: Reading, place: Place, entry: number): NearSignal[] {
  const { start, end } = place;
  const signals: Signal[] = [];
  for (const at of reading.about(entry, start - REACH, end + REACH)) {
    const from = reading.starts[at] ?? 0;
    const to = reading.ends[at] ?? 0;
    if (from < end && to > start && !surrounds(place, from, to)) continue;
    const text = reading.text.slice(from, to);
    // A form is no evidence for itself.
    if (text === reading.text.slice(start, end)) continue;
    const about = { entry, text, start: from, end: to };
    const signal = signalOf(index, reading.claims[at] ?? 0, about);
    if (signal !== undefined && !(isName(signal) && from < end && to > start)) signals.push(signal);
  }
  return nearestOfEach(outermost(signals).map((signal) => withNearness(reading, place, signal)));
}

/** A cue that says the form in its company ("sign an MOU", "KPA Navy") is about the form itself. */
function surrounds({ start, end }: Place, from: number, to: number): boolean {
  return from <= start && to >= end && to - from > end - start;
}

function isName(signal: Signal): boolean {
  return signal.kind === 'own' || isKin(signal);
}

function withNearness(reading: Reading, place: Place, signal: Signal): NearSignal {
  return { ...signal, nearness: nearnessOf(reading, place, signal) };
}

function nearnessOf(reading: Reading, place: Place, signal: Signal): keyof typeof NEARNESS {
  if (isAttached(reading.text, place, signal)) return 'attached';
  const starts = reading.sentenceStarts;
  const apart = Math.abs(sentenceAt(starts, place.start) - sentenceAt(starts, signal.start));
  if (apart === 0) return 'sentence';
  return apart === 1 ? 'nextSentence' : 'passage';
}

function isAttached(text: string, place: Place, { start, end }: Signal): boolean {
  if (surrounds(place, start, end)) return true;
  if (end <= place.start) {
    return place.start - end <= LONGEST_GAP && BEFORE.test(text.slice(end, place.start));
  }
  return start - place.end <= LONGEST_GAP && AFTER.test(text.slice(place.end, start));
}

function nearestOfEach(signals: readonly NearSignal[]): NearSignal[] {
  const best = new Map<string, NearSignal>();
  for (const signal of signals) {
    const key = `${signal.kind === 'not'} ${signal.text.toLowerCase()}`;
    const known = best.get(key);
    if (known === undefined || nearWorth(signal) > nearWorth(known)) best.set(key, signal);
  }
  return [...best.values()];
}

/** What a signal is worth where it stands. */
export function nearWorth(signal: NearSignal): number {
  return signal.worth * NEARNESS[signal.nearness];
}
