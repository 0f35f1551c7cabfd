import type { PageSettings } from '../platform/page-settings.ts';
import { report } from '../platform/report.ts';
import type { Changes } from './changes.ts';
import type { Block } from './flow.ts';
import { Follower } from './follower.ts';
import { Gone } from './gone.ts';
import { Held } from './held.ts';
import { Hidden } from './hidden.ts';
import { Librarian } from './librarian.ts';
import { Painting } from './painting.ts';
import type { Passage } from './passages.ts';
import { Queue } from './queue.ts';
import { type Ground, readParts } from './read-parts.ts';
import { Reader } from './reader.ts';
import type { ReadingParts } from './reading-parts.ts';
import { Roots } from './roots.ts';
import { breathe, laidOut, shown } from './schedule.ts';
import { isSkipped } from './skips.ts';
import { keepSame, type Spans, spansOf } from './spans.ts';
import { Stillness } from './stillness.ts';
import { Watch } from './watch.ts';

/** What has been decided with less evidence is decided anew this often (ms) at most, while a page goes on. */
const ASK_AGAIN = 1_000;

/** Reads one document, has its terms found and drawn, and follows its changes until the signal. */
export class Reading {
  readonly held = new Held();
  readonly painting: Painting;
  readonly #parts: ReadingParts;
  readonly #queue: Queue;
  readonly #librarian: Librarian;
  readonly #stillness: Stillness;
  readonly #reader: Reader;
  readonly #gone = new Gone();
  readonly #follower: Follower;
  readonly #hidden = new Hidden((elements) => this.#follower.noteShown(elements));
  readonly #roots = new Roots((root) => this.#readRoot(root));
  readonly #watch = new Watch((records) => this.#guard(() => this.#react(records)), this.#roots);
  #settings: PageSettings;
  /** Passages read before this are read again. */
  #oldest = 0;
  #running = false;
  #askedAgain = Number.NEGATIVE_INFINITY;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.#stillness = new Stillness(parts.signs);
    this.#queue = new Queue(parts.signal);
    this.#librarian = new Librarian(parts.call);
    this.#follower = new Follower((changes) => this.#readChanges(changes), parts.signal);
    this.#reader = new Reader({
      passage: (passage, isChange) => this.#queue.add(passage, isChange),
      hidden: (element) => this.#hidden.add(element),
      shadow: (root) => this.#roots.add(root),
      host: (element) => this.#roots.meet(element),
      leftOut: (why) => parts.remark(why),
      finished: (scope, withText) => this.#gone.note(scope, withText),
      restarted: (around) => this.#queue.removeIn(around),
      closed: () => this.#drop(() => true),
    });
    const [held, watch, stillness, follower] = [this.held, this.#watch, this.#stillness, this.#follower];
    const isReading = (): boolean => this.#reader.isReading;
    const isSettled = (): boolean => !this.#running && this.#follower.isIdle;
    this.painting = new Painting({ ...parts, held, follower, watch, stillness, isReading, isSettled });
    parts.signal.addEventListener('abort', () => this.#stop(), { once: true });
    if (parts.isLate) this.#stillness.touch(document.documentElement);
    this.#watch.on(document);
    void laidOut().then(() => this.readAll());
  }

  /** Reads everything again, keeping what is drawn until it is answered anew. */
  async readAll(): Promise<void> {
    if (this.#librarian.gone || this.#parts.signal.aborted) return;
    this.painting.demote(() => true);
    this.#queue.removeIf(() => true);
    this.#oldest = this.#reader.startOver([document.documentElement, ...this.#roots.known]);
    await this.#run();
  }

  /** Another page took the place of this one in the same document. */
  turnPage(): void {
    this.#librarian.forget();
    void this.readAll();
  }

  restyle({ settings, dress }: Pick<ReadingParts, 'settings' | 'dress'>): void {
    this.#settings = settings;
    this.painting.restyle(settings, dress);
  }

  /** What a page does without telling: looked after about once a second. */
  lookAround(): void {
    this.#guard(() => this.#look());
  }

  #look(): void {
    if (document.designMode === 'on') this.#drop(() => true);
    this.painting.keep();
    if (this.#librarian.gone) return;
    this.#roots.look(performance.now());
    this.#hidden.look(!this.painting.isBusy);
    if (this.#askAgain()) void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const { signal } = this.#parts;
    try {
      while (!signal.aborted && !this.#librarian.gone) {
        await shown(signal);
        if (signal.aborted) return;
        const isRead = this.#follower.measure(() => this.#advance());
        if (!isRead && !this.#queue.isUrgent) await breathe();
        else if (!this.#queue.isEmpty) await this.#ask();
        else if (!this.#askAgain()) {
          this.#running = false;
          this.#follower.measure(() => this.#settle());
          return;
        }
      }
    } catch (error) {
      this.#giveUp(error);
    } finally {
      this.#running = false;
    }
  }

  #advance(): boolean {
    const isRead = this.#reader.advance();
    if (isRead) this.#gone.drop((which, before, among) => this.#drop(which, before, among));
    return isRead;
  }

  async #ask(): Promise<void> {
    const batch = this.#follower.measure(() => this.#queue.take());
    // The first terms need not wait for another frame, which tells what of them is near.
    if (this.#librarian.verdict === '') this.painting.expect(batch);
    const notes = await this.#follower.measure(() => this.#librarian.annotate(batch));
    if (notes === undefined || this.#parts.signal.aborted) return;
    this.#follower.measure(() => {
      for (const [ref, card] of Object.entries(notes.cards)) this.held.cards.set(ref, card);
      const spansIn = spansOf(notes, this.#settings.hidden, this.painting.ledger);
      for (const passage of batch) passage.verdict = undefined;
      for (const at of notes.unsettled) if (batch[at] !== undefined) batch[at].verdict = notes.verdict;
      batch.forEach((passage, at) => {
        this.#place(passage, spansIn(at));
        this.painting.follow(passage.block);
      });
      this.painting.draw();
    });
    this.#parts.onChange();
  }

  #place(passage: Passage, spans: Spans | undefined): void {
    if (passage.epoch < this.#oldest || !passage.block.isConnected) return;
    const had = passage.known;
    if (had.length > 0) {
      const terms = keepSame(had, spans?.termsIn(passage) ?? []);
      if (terms.some((term, at) => term !== had[at])) this.painting.erase(passage);
      passage.terms = terms;
    } else passage.terms = spans;
    if (passage.verdict === undefined) passage.compact();
    const replaced = this.held.put(passage);
    if (replaced.length > 0) this.painting.withdraw(replaced);
  }

  /** Asks again about ambiguous forms if the page has shown more than when they were decided. True if so. */
  #askAgain(): boolean {
    const now = performance.now();
    const waiting = this.held.decidedOtherThan(this.#librarian.verdict);
    if (waiting.length === 0 || now < this.#askedAgain + ASK_AGAIN) return false;
    this.#askedAgain = now;
    for (const passage of waiting) this.#queue.add(passage, true);
    return true;
  }

  /** All is read and answered: what was there before and is no more goes. */
  #settle(): void {
    this.#drop(() => true, this.#oldest);
    this.painting.draw();
    this.#parts.onChange();
  }

  #drop(which: (block: Block) => boolean, before?: number, among = this.held.blocks()): void {
    for (const block of [...among]) {
      const gone = which(block) ? this.held.drop(block, before) : [];
      if (gone.length === 0) continue;
      this.painting.withdraw(gone);
      this.painting.follow(block);
    }
  }

  #react(records: readonly MutationRecord[]): void {
    this.#stillness.note(records, this.#reader);
    this.painting.react(records);
    this.#follower.note(records);
  }

  async #readChanges(changes: Changes): Promise<void> {
    const isAll = changes.everything || changes.fresh.has(document.documentElement);
    this.#guard(() => this.#takeIn(changes, isAll));
    if (changes.isOfLook) return;
    await (isAll ? this.readAll() : this.#run());
    this.#parts.onChange();
  }

  #takeIn(changes: Changes, isAll: boolean): void {
    this.#reader.forgetStyles();
    if (changes.styled) this.#hidden.recheck();
    this.#drop((block) => !block.isConnected);
    if (!isAll) readParts(changes, this.#ground());
    this.painting.draw();
  }

  #ground(): Ground {
    const [held, painting, queue, reader] = [this.held, this.painting, this.#queue, this.#reader];
    const { gone } = this.#librarian;
    return { held, painting, queue, reader, gone, drop: (which) => this.#drop(which) };
  }

  #giveUp(error: unknown): void {
    report('This page', error);
    this.#parts.giveUp('unread');
  }

  /** A page that makes us fail is better shown without terms than by halves. */
  #guard(work: () => void): void {
    try {
      this.#follower.measure(work);
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #readRoot(root: ShadowRoot): void {
    this.#watch.on(root);
    if (!isSkipped(root.host)) this.#reader.readAgain([root]);
    void this.#run();
  }

  #stop(): void {
    this.painting.clear();
    this.#watch.stop();
    this.#hidden.stop();
  }
}
