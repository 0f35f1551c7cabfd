import { Stay } from '../../../entrypoints/content/visit.ts';
import { CallError, type callBackground } from '../../../entrypoints/platform/calls.ts';
import { cardWords } from '../../../entrypoints/platform/card-words.ts';
import { FRAMEWORK_SIGNS } from '../../../entrypoints/platform/framework-signs.ts';
import { dressOf } from '../../../entrypoints/platform/look-sheet.ts';
import type { Batch, Notes, Tally, Visit } from '../../../entrypoints/platform/messages.ts';
import { type PageSettings, USUAL_PAGE_SETTINGS } from '../../../entrypoints/platform/page-settings.ts';
import type { Evidence } from '../../../glossary/evidence.ts';
import { fuzzLedger } from './ledger-fuzz.ts';

/** Forms that the bench's background knows, and what they mean. `RGB` is ambiguous. */
const FORMS: Readonly<Record<string, string>> = {
  DPRK: 'nk/dprk',
  WPK: 'nk/wpk',
  KCNA: 'nk/kcna',
  "Workers' Party of Korea": 'nk/wpk',
  'Kim Jong Un': 'nk/kju',
  RGB: 'nk/rgb',
};
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.keys(FORMS).join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** The content script run in a page itself, with a background of its own: what a test can reach into. */
class Bench {
  settings: PageSettings = USUAL_PAGE_SETTINGS;
  state: Visit['state'] = 'on';
  readonly fuzzLedger = fuzzLedger;
  readonly batches: Batch[] = [];
  readonly tallies: Tally[] = [];
  gone = false;
  /** What answers about batches wait for. */
  patience: Promise<void> | undefined;
  #ending = new AbortController();
  #stay: Stay | undefined;
  #asked = Number.POSITIVE_INFINITY;

  async start(settings: Partial<PageSettings> = {}): Promise<void> {
    this.settings = { ...USUAL_PAGE_SETTINGS, ...settings };
    this.#ending = new AbortController();
    this.#stay = new Stay({
      call: ((name: string, argument: unknown) => this.#answer(name, argument)) as typeof callBackground,
      isLate: false,
      start: () => ({ update: () => undefined }),
      signal: this.#ending.signal,
    });
    await this.#stay.ask();
  }

  stop(): void {
    this.#ending.abort();
  }

  ask(): Promise<void> | undefined {
    return this.#stay?.ask();
  }

  get terms() {
    if (this.#stay === undefined) throw new Error('The bench was not started.');
    return this.#stay.terms;
  }

  /** Whether nothing has been asked for a while, so that what can be drawn is. */
  quiet(): boolean {
    return performance.now() - this.#asked > 250;
  }

  texts(): string[] {
    return this.terms.all().map(({ text }) => text);
  }

  async #answer(name: string, argument: unknown): Promise<unknown> {
    this.#asked = performance.now();
    if (this.gone) throw new CallError('Extension context invalidated.', true);
    if (name === 'visit')
      return {
        state: this.state,
        settings: this.settings,
        dress: dressOf(this.settings),
        signs: FRAMEWORK_SIGNS,
        cards: { style: '', words: cardWords('') },
        wary: false,
      } satisfies Visit;
    if (name === 'annotate') {
      const batch = this.#keep(argument as Batch);
      await this.patience;
      return annotate(batch);
    }
    if (name === 'shown') this.tallies.push(argument as Tally);
    return undefined;
  }

  #keep(batch: Batch): Batch {
    this.batches.push(batch);
    return batch;
  }
}

function annotate({ passages, evidence }: Batch): Notes {
  const spans: number[] = [];
  const meanings = [...new Set(Object.values(FORMS))].map((entry) => ({ entry, others: [] }));
  const isKorea = evidence?.named.includes('Pyongyang') || passages.some((text) => /Pyongyang/.test(text));
  const unsettled: number[] = [];
  const words: string[] = [];
  for (const [number, text] of passages.entries()) {
    if (/RGB/.test(text)) unsettled.push(number);
    for (const match of text.matchAll(PATTERN)) {
      if (match[0] === 'RGB' && !isKorea) continue;
      const meaning = meanings.findIndex(({ entry }) => entry === FORMS[match[0]]);
      const word = words.push(match[0]) - 1;
      spans.push(number, match.index, match.index + match[0].length, meaning, word);
    }
  }
  const seen: Evidence = { sample: [], named: isKorea ? ['Pyongyang'] : [], defined: [] };
  return { spans, meanings, words, cards: {}, evidence: seen, unsettled, verdict: String(isKorea) };
}

declare global {
  var glossatorBench: Bench;
}
globalThis.glossatorBench = new Bench();
