import type { callBackground } from '../platform/calls.ts';
import { CallError } from '../platform/calls.ts';
import type { Remark, Resting, Tally, Visit } from '../platform/messages.ts';
import { FirstText } from './blank.ts';
import type { Cards } from './cards.ts';
import { keepCopiesClean } from './clean-copies.ts';
import { Reading } from './reading.ts';
import { Rest, type RestReason } from './rest.ts';
import { tallyOf } from './tally.ts';
import { ReadTerms } from './terms-on-page.ts';

/** How often (ms) what a page does without telling is looked after. */
const LOOK_AROUND = 1_000;
/** Counts for the badge and the popup may be this old (ms). */
const TELL_AFTER = 250;

export interface VisitParts {
  /** See `ReadingParts`. */
  readonly isLate: boolean;
  readonly call: typeof callBackground;
  /** Starts what belongs to the terms while they are shown: cards, keys. The result hears of new settings. */
  readonly start: (terms: ReadTerms, visit: Visit, signal: AbortSignal) => Pick<Cards, 'update'>;
  readonly signal: AbortSignal;
}

/** The reader's stay on one document: reading starts and stops as the site rules and the reader say. */
export class Stay {
  readonly terms = new ReadTerms();
  readonly #parts: VisitParts;
  #visit: Visit | undefined;
  #asked = 0;
  readonly #rest = new Rest();
  #resting: RestReason | undefined;
  readonly #firstText = new FirstText(() => this.#obey());
  #reading: Reading | undefined;
  #cards: Pick<Cards, 'update'> | undefined;
  #ending: AbortController | undefined;
  #remarks: Remark[] = [];
  #gaveUp = false;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #told = '';
  #address = pageAddress();

  constructor(parts: VisitParts) {
    this.#parts = parts;
    const { signal } = parts;
    keepCopiesClean(() => this.#reading?.painting, signal);
    const timer = setInterval(() => this.#lookAround(), LOOK_AROUND);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      this.#end();
    });
    addEventListener('popstate', () => this.#lookAround(), { signal });
    addEventListener('pagehide', () => this.#leave(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#comeBack(), { signal });
  }

  /** What was answered last; `undefined` before. */
  get visit(): Visit | undefined {
    return this.#visit;
  }

  /** Asks again whether this document is read, and follows the answer. */
  async ask(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const visit = await this.#parts.call('visit');
      if (asked === this.#asked && !this.#parts.signal.aborted) this.#follow(visit);
    } catch (error) {
      // Nobody there to ask: what is painted stays as it is.
      if (!(error instanceof CallError)) throw error;
    }
  }

  pause(paused: boolean): void {
    this.#rest.paused = paused;
    this.#obey();
  }

  wake(): void {
    this.#rest.awake = true;
    this.#obey();
  }

  /** See `PageCalls`. */
  rest(): Resting {
    const { paused, awake } = this.#rest;
    return { paused, awake, secrets: this.#resting === 'secrets' };
  }

  #follow(visit: Visit): void {
    const before = this.#visit;
    Object.assign(this.#rest, visit.rest);
    const reading = this.#reading;
    this.#visit = visit;
    this.#obey();
    if (reading !== undefined && reading === this.#reading) this.#refresh(reading, before, visit);
  }

  /** Reads or rests, as the reader and the page say now. */
  #obey(): void {
    const visit = this.#visit;
    if (visit === undefined) return;
    const resting = this.#rest.reason(visit);
    if (resting !== undefined) this.#end();
    else if (!this.#gaveUp && this.#reading === undefined) this.#beginOnceThereIsText(visit);
    if (resting === this.#resting) return;
    this.#resting = resting;
    this.#tellSoon();
  }

  #refresh(reading: Reading, before: Visit | undefined, visit: Visit): void {
    if (JSON.stringify(before?.settings) !== JSON.stringify(visit.settings)) {
      this.#cards?.update(visit.settings);
      reading.restyle(visit);
    }
    if (!onlyLooks(before, visit)) void reading.readAll();
  }

  #beginOnceThereIsText(visit: Visit): void {
    if (!this.#firstText.isAwaited()) this.#begin(visit);
    else if (window === window.top) this.#tellSoon();
  }

  #begin(visit: Visit): void {
    const ending = new AbortController();
    this.#ending = ending;
    this.#remarks = [];
    this.#told = '';
    this.#reading = new Reading({
      call: this.#parts.call,
      settings: visit.settings,
      dress: visit.dress,
      signs: visit.signs,
      isLate: this.#firstText.stop() || this.#parts.isLate,
      onChange: () => this.#changed(),
      remark: (remark) => this.#remark(remark),
      giveUp: (remark) => this.#giveUp(remark),
      signal: ending.signal,
    });
    this.terms.show(this.#reading);
    this.#cards = this.#parts.start(this.terms, visit, ending.signal);
  }

  #end(): void {
    this.#firstText.stop();
    if (this.#reading === undefined) return;
    this.#ending?.abort();
    this.#reading = undefined;
    this.terms.show(undefined);
    this.#tellSoon();
  }

  #giveUp(remark: Remark): void {
    this.#gaveUp = true;
    this.#remark(remark);
    this.#end();
  }

  #lookAround(): void {
    if (document.visibilityState !== 'visible') return;
    const address = pageAddress();
    if (address !== this.#address) {
      this.#address = address;
      this.#rest.paused = false;
      this.#gaveUp = false;
      this.#reading?.turnPage();
      void this.ask();
    }
    this.#obey();
    this.#reading?.lookAround();
  }

  /** What this page showed is not what the tab shows next. */
  #leave(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    // A frame that goes has no secrets any more; of the page, the icon says on.
    if (this.#told !== '') void this.#send(tallyOf([], window === window.top ? this.#resting : undefined));
    this.#told = '';
  }

  /** The browser had kept the page as it was left. */
  #comeBack(): void {
    this.#tellSoon();
    void this.ask();
  }

  #changed(): void {
    this.terms.changed();
    this.#tellSoon();
  }

  #remark(remark: Remark): void {
    if (this.#remarks.includes(remark)) return;
    this.#remarks.push(remark);
    this.#tellSoon();
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => void this.#tell(), TELL_AFTER);
  }

  async #tell(): Promise<void> {
    this.#telling = undefined;
    const tally = tallyOf(this.#remarks, this.#resting, this.terms);
    const told = JSON.stringify(tally);
    if (told === this.#told) return;
    this.#told = told;
    await this.#send(tally);
  }

  async #send(tally: Tally): Promise<void> {
    await this.#parts.call('shown', tally).catch(() => {
      // The badge is all that misses it.
    });
  }
}

/** What tells one page from another: not the place in it. */
function pageAddress(): string {
  return location.href.split('#')[0] ?? '';
}

/** Whether two answers differ in nothing but how terms look: else the same words may mean something else. */
function onlyLooks(before: Visit | undefined, after: Visit): boolean {
  if (before === undefined) return false;
  const content = ({ settings }: Visit): string => JSON.stringify([settings.hidden, settings.pageTerms]);
  return JSON.stringify(before) !== JSON.stringify(after) && content(before) === content(after);
}
