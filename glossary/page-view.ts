import type { Index } from './compile.ts';
import { CueText } from './cue-strength.ts';
import type { Evidence } from './evidence.ts';
import { hasSubject } from './index-facts.ts';
import type { Signal } from './signals.ts';
import { WEIGHTS } from './weights.ts';

/** What the page as a whole says about an entry. */
export interface PageWord {
  readonly titles: readonly Signal[];
  readonly addresses: readonly Signal[];
  /** How much of the page speaks for the entry, and how much against it: 0 to 1. */
  readonly share: number;
  readonly against: number;
  /** Cues that made up the share, the most frequent first. */
  readonly cues: readonly string[];
  readonly notCues: readonly string[];
  /** An unambiguous name of the entry that stands on the page. */
  readonly name: string | undefined;
}

/** What a definition on the page says of a meaning; `same`: the long form is ambiguous as well. */
export type DefinitionWord = { readonly says: 'for' | 'against' | 'same'; readonly long: string };

/** Worth of cues at which a passage speaks fully for an entry. */
const FULL = 2.6;
/** Part of the page's passages at which the page is about it. */
const ABOUT = 0.4;
/** Part of a long form that a form must cover to be the same name. */
const SAME_NAME = 0.6;

/** The evidence of a page as seen through one index. */
export class PageView {
  private readonly index: Index;
  private readonly evidence: Evidence;
  private readonly title: CueText;
  private readonly address: CueText;
  private readonly cueTexts = new Map<string, CueText>();
  private readonly words = new Map<number, PageWord>();
  private readonly longs = new Map<string, string[]>();

  constructor(index: Index, evidence: Evidence, page: { readonly title: string; readonly url: string }) {
    this.index = index;
    this.evidence = evidence;
    this.title = new CueText(index, page.title, false);
    this.address = new CueText(index, addressWords(page.url), false);
    for (const [short, long] of evidence.defined) {
      this.longs.set(short, [...(this.longs.get(short) ?? []), long]);
    }
  }

  /** What the page says about an entry; read once an entry. */
  about(entry: number): PageWord {
    const word = this.words.get(entry) ?? this.read(entry);
    this.words.set(entry, word);
    return word;
  }

  /** What the page's own definition of a short form says about a meaning; nothing without or with two minds. */
  definition(short: string, entry: number): DefinitionWord | undefined {
    const longs = this.longs.get(short) ?? this.longs.get(short.replace(/s$/, '')) ?? [];
    const words = longs.map((long) => ({ long, says: this.definitionSays(long, entry) }));
    const first = words.find(({ says }) => says !== 'same') ?? words[0];
    const contradicted = words.some(({ says }) => says !== 'same' && says !== first?.says);
    return contradicted ? undefined : first;
  }

  private definitionSays(long: string, entry: number): DefinitionWord['says'] {
    const words = this.cueText(long);
    const forms = words.forms(SAME_NAME);
    const own = forms.filter((form) => form.entry === entry);
    if (own.length > 0) return own.every((form) => form.ambiguous) ? 'same' : 'for';
    const kinds = words.about(entry).map(({ kind }) => kind);
    return kinds.includes('not') || forms.length > 0 || kinds.length === 0 ? 'against' : 'same';
  }

  private read(entry: number): PageWord {
    const signals = new Map<string, Signal[]>();
    const signalsOf = (cue: string) => {
      const known = signals.get(cue) ?? this.cueText(cue, true).about(entry);
      signals.set(cue, known);
      return known;
    };
    const subject = hasSubject(this.index, entry);
    const passages = this.evidence.sample.map(([, ...cues]) => passageSays(cues.flatMap(signalsOf), subject));
    const named = this.evidence.named.find((name) =>
      this.cueText(name)
        .forms(1)
        .some((form) => form.entry === entry && !form.ambiguous),
    );
    return {
      titles: this.title.about(entry),
      addresses: this.address.about(entry),
      share: shareOf(passages.map((passage) => passage.worth)),
      against: shareOf(passages.map((passage) => passage.notWorth)),
      cues: mostFrequent(passages.flatMap((passage) => passage.cues)),
      notCues: mostFrequent(passages.flatMap((passage) => passage.notCues)),
      name: named,
    };
  }

  private cueText(text: string, whole = false): CueText {
    const key = `${whole} ${text}`;
    const words = this.cueTexts.get(key) ?? new CueText(this.index, text, whole);
    this.cueTexts.set(key, words);
    return words;
  }
}

/** What the cues of one passage say; plain words do not show the subject of a glossary that names its own. */
function passageSays(signals: readonly Signal[], subject: boolean) {
  const notCues = signals.filter(({ kind }) => kind === 'not');
  const forCues = signals.filter(
    ({ kind, plain }) => kind === 'own' || ((kind === 'glossary' || kind === 'cue') && !(plain && subject)),
  );
  const sum = (some: readonly Signal[]) =>
    Math.min(1, some.reduce((total, { worth }) => total + worth, 0) / FULL);
  const texts = (some: readonly Signal[]) => some.map(({ text }) => text);
  return { worth: sum(forCues), notWorth: sum(notCues), cues: texts(forCues), notCues: texts(notCues) };
}

/** How much of a page says something: a part of its passages, and more than one of them to be sure. */
function shareOf(worths: readonly number[]): number {
  const passages = worths.reduce((sum, worth) => sum + worth, 0);
  if (passages === 0) return 0;
  return Math.min(1, passages / worths.length / ABOUT) * (1 - 0.5 ** passages);
}

function mostFrequent(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text);
}

/** The words of an address's path: "/2026/north-korea-fires" reads "2026 north korea fires". */
function addressWords(url: string): string {
  if (!URL.canParse(url)) return '';
  const { pathname } = new URL(url);
  const path = pathname.length > 300 ? pathname.slice(0, 300) : pathname;
  return path.replace(/%[0-9a-f]{2}|[^a-z0-9]+/gi, ' ').trim();
}

/** What the page as a whole adds to the sum for a meaning. */
export function pageSum(word: PageWord): number {
  return WEIGHTS.page * (word.share - word.against);
}
