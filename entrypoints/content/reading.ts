import type { callBackground } from '../platform/calls.ts';
import type { PageSettings } from '../platform/page-settings.ts';
import type { Changes } from './changes.ts';
import type { Block } from './flow.ts';
import { Follower } from './follower.ts';
import { Held } from './held.ts';
import { Hidden } from './hidden.ts';
import { Librarian } from './librarian.ts';
import { Painting } from './painting.ts';
import type { Passage } from './passages.ts';
import { keepSame, termsOf } from './placing.ts';
import { Queue } from './queue.ts';
import { Reader } from './reader.ts';
import { Roots } from './roots.ts';
import { breathe, shown } from './schedule.ts';
import { isSkipped } from './skips.ts';
import { Stillness } from './stillness.ts';
import type { Scope } from './walk.ts';
import { Watch } from './watch.ts';

export interface ReadingParts {
  readonly call: typeof callBackground;
  readonly settings: PageSettings;
  readonly onChange: () => void;
  readonly remark: (remark: string) => void;
  readonly signal: AbortSignal;
}

/** Reads one document, has its terms found and drawn, and follows its changes until the signal. */
export class Reading {
  readonly held = new Held();
  readonly painting: Painting;
  readonly #parts: ReadingParts;
  readonly #queue = new Queue();
  readonly #librarian: Librarian;
  readonly #stillness = new Stillness();
  readonly #reader: Reader;
  readonly #follower: Follower;
  readonly #watch = new Watch((records) => this.#react(records));
  readonly #hidden = new Hidden((elements) => this.#follower.noteShown(elements));
  readonly #roots = new Roots((root) => this.#readRoot(root));
  #settings: PageSettings;
  /** Passages read before this are read again. */
  #oldest = 0;
  #running = false;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.#librarian = new Librarian(parts.call);
    this.#follower = new Follower((changes) => this.#readChanges(changes), parts.signal);
    this.#reader = new Reader({
      passage: (passage, isChange) => this.#queue.add(passage, isChange),
      hidden: (element) => this.#hidden.add(element),
      shadow: (root) => this.#roots.add(root),
      host: (element) => this.#roots.meet(element),
      tooLong: () => parts.remark('Some of this page is too long to be read for terms.'),
      finished: (scope, withText) => this.#dropGone(scope, withText),
      restarted: (around) => this.#queue.removeIf(({ block }) => around.contains(block)),
      closed: () => this.#drop(() => true),
    });
    const { held } = this;
    const [watch, stillness] = [this.#watch, this.#stillness];
    const { settings, remark } = parts;
    this.painting = new Painting({ held, watch, stillness, settings, remark });
    parts.signal.addEventListener('abort', () => this.#stop(), { once: true });
    this.#watch.on(document);
    void this.readAll();
  }

  /** Reads everything again, keeping what is drawn until it is answered anew. */
  async readAll(): Promise<void> {
    if (this.#librarian.gone) return;
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

  restyle(settings: PageSettings): void {
    this.#settings = settings;
    this.painting.restyle(settings);
  }

  /** What a page does without telling: looked after about once a second. */
  lookAround(): void {
    if (document.designMode === 'on') this.#drop(() => true);
    if (!this.#librarian.gone) this.#roots.look(performance.now());
    this.#hidden.recheck();
    this.painting.keep();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const { signal } = this.#parts;
    try {
      while (!signal.aborted && !this.#librarian.gone) {
        await shown(signal);
        if (signal.aborted) return;
        const isRead = this.#follower.measure(() => this.#reader.advance());
        if (!isRead) await breathe();
        else if (!this.#queue.isEmpty) await this.#ask();
        else {
          this.#settle();
          return;
        }
      }
    } finally {
      this.#running = false;
    }
  }

  async #ask(): Promise<void> {
    const batch = this.#follower.measure(() => this.#queue.take());
    const reply = await this.#librarian.annotate(batch);
    if (reply === undefined || this.#parts.signal.aborted) return;
    this.#follower.measure(() => {
      for (const [ref, card] of Object.entries(reply.notes.cards)) this.held.cards.set(ref, card);
      const terms = termsOf(batch, reply.notes, this.#settings.hidden, this.painting.ledger);
      const unsettled = new Set(reply.notes.unsettled);
      for (const [at, passage] of batch.entries()) {
        passage.unsettled = unsettled.has(at);
        this.#place(passage, keepSame(passage.terms, terms.get(at) ?? []));
      }
      if (reply.changed) this.#askAgain(batch);
      this.painting.draw();
    });
    this.#parts.onChange();
  }

  #place(passage: Passage, terms: Passage['terms']): void {
    if (passage.epoch < this.#oldest || !passage.block.isConnected) return;
    if (terms.some((term, at) => term !== passage.terms[at])) this.painting.erase(passage);
    passage.terms = terms;
    if (!passage.unsettled) passage.text = '';
    const replaced = this.held.put(passage);
    this.painting.withdraw(replaced);
    if (terms.length > 0 || replaced.length > 0) this.painting.follow(passage.block);
  }

  /** The page has shown enough to decide ambiguous forms otherwise than before. */
  #askAgain(batch: readonly Passage[]): void {
    const now = new Set(batch);
    for (const passage of this.held.passages())
      if (passage.unsettled && !now.has(passage)) this.#queue.add(passage, true);
  }

  /** All is read and answered: what was there before and is no more goes. */
  #settle(): void {
    this.#drop(() => true, this.#oldest);
    this.painting.draw();
    this.#parts.onChange();
  }

  /** What was held of places just read, and is there no more, goes. */
  #dropGone({ block, fresh, epoch }: Scope, withText: ReadonlySet<Block>): void {
    if (fresh === undefined || this.held.size === 0) return;
    this.#drop((one) => !withText.has(one) && (one === block || isIn(one, fresh)), epoch);
  }

  #drop(which: (block: Block) => boolean, before?: number): void {
    for (const block of [...this.held.blocks()]) {
      if (!which(block)) continue;
      const gone = this.held.drop(block, before);
      if (gone.length === 0) continue;
      this.painting.withdraw(gone);
      this.painting.follow(block);
    }
  }

  #react(records: readonly MutationRecord[]): void {
    for (const record of records) if (!isAboutPage(record)) this.#stillness.touch(record.target);
    this.painting.react(records);
    this.#follower.note(records);
  }

  async #readChanges(changes: Changes): Promise<void> {
    this.#follower.measure(() => {
      this.#reader.forgetStyles();
      if (changes.styled) this.#hidden.recheck();
      this.#drop((block) => !block.isConnected);
      if (!changes.everything) this.#readParts(changes);
      this.painting.draw();
    });
    if (changes.everything) await this.readAll();
    else await this.#run();
    this.#parts.onChange();
  }

  #readParts({ touched, fresh }: Changes): void {
    const blocks = new Set<Block>();
    for (const node of touched) if (node.isConnected) blocks.add(this.#reader.blockOf(node));
    for (const node of fresh) if (node.isConnected) blocks.add(this.#reader.blockOf(node.parentNode ?? node));
    for (const block of blocks) this.#dropBroken(block);
    if (this.#librarian.gone) return;
    this.#queue.removeIf(({ block }) => blocks.has(block));
    for (const block of blocks) {
      if (!isSkipped(block instanceof ShadowRoot ? block.host : block)) continue;
      blocks.delete(block);
      this.#drop((one) => block.contains(one));
    }
    this.#reader.readAgain(blocks, fresh);
  }

  /** Terms whose words the page has changed go before they are answered anew. */
  #dropBroken(block: Block): void {
    for (const passage of this.held.in(block)) {
      const intact = passage.terms.filter((term) => term.isIntact());
      if (intact.length === passage.terms.length) continue;
      this.painting.withdrawTerms(passage, intact);
      this.held.stale();
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

/** Whether a block is, or is inside, one of some nodes. */
function isIn(block: Block, nodes: ReadonlySet<Node>): boolean {
  for (let at: Node | null = block; at !== null; at = at.parentNode) if (nodes.has(at)) return true;
  return false;
}

/** Changes on the root elements say nothing about a passage: pages set classes there all the time. */
function isAboutPage({ type, target }: MutationRecord): boolean {
  return type === 'attributes' && (target === document.documentElement || target === document.body);
}
