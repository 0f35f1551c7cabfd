import type { EntryRef } from './entry.ts';

/** One piece of evidence for or against a meaning of a form. */
export interface Reason {
  /**
   * `choice`: the reader said so. `definition`: the page writes the form out. `name`: the page names the entry
   * in full. `cue`: words that speak for the meaning. `competing`: words that speak for another one.
   * `language`: the passage is in another language. `explained`: the sentence itself spells it out.
   * `unproven`: nothing on the page speaks for it.
   */
  readonly kind:
    | 'choice'
    | 'definition'
    | 'name'
    | 'cue'
    | 'competing'
    | 'language'
    | 'explained'
    | 'unproven';
  /** The page's words: a cue, a name, a long form; for a choice what the reader chose. */
  readonly text: string;
  readonly where: 'sentence' | 'passage' | 'title' | 'address' | 'page' | 'reader';
  /** Share in the sum; negative when it speaks against. */
  readonly worth: number;
}

/** Why a form was marked, or was not. */
export interface Decision {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  /** The form as the page writes it. */
  readonly form: string;
  readonly entry: EntryRef;
  readonly marked: boolean;
  /** Whether the form needs evidence to have this meaning. */
  readonly ambiguous: boolean;
  /** What the evidence adds up to; marked from 0 on. */
  readonly sum: number;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
}

/** Cues that one line names. */
const MOST_NAMED = 2;

/**
 * One short line for the reader on why an ambiguous form has this meaning; nothing if there is nothing to say.
 *
 * @example because(decision) // 'Because this page mentions Pyongyang and KCNA.'
 */
export function because({ form, marked, ambiguous, reasons }: Decision): string | undefined {
  const first = reasons[0];
  if (first === undefined || !marked) return undefined;
  if (first.kind === 'choice') return 'Because you chose this meaning.';
  if (first.kind === 'definition')
    return `Because the page writes it out: “${inOneLine(first.text)} (${form})”.`;
  if (!ambiguous) return undefined;
  if (first.kind === 'name') return `Because this page also calls it “${inOneLine(first.text)}”.`;
  const cues = reasons.filter(({ kind, worth }) => kind === 'cue' && worth > 0);
  const named = withoutEchoes(cues).slice(0, MOST_NAMED);
  if (named.length === 0) return undefined;
  const place = named.every(({ where }) => where === 'title') ? 'the title' : 'this page';
  return `Because ${place} mentions ${named.map(({ text }) => inOneLine(text)).join(' and ')}.`;
}

/** Each cue once: not in another case, nor as a part of one that comes before ("Korean" after "Korean War"). */
function withoutEchoes(cues: readonly Reason[]): Reason[] {
  const said: string[] = [];
  return cues.filter(({ text }) => {
    const words = inOneLine(text).toLowerCase();
    const isEcho = said.some((longer) => longer.includes(words));
    said.push(words);
    return !isEcho;
  });
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');
