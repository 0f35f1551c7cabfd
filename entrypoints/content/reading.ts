import type { callBackground } from '../platform/calls.ts';
import type { Notes } from '../platform/messages.ts';
import type { PageSettings } from '../platform/page-settings.ts';
import { Changes } from './changes.ts';
import { type Block, Flow } from './flow.ts';
import { Held } from './held.ts';
import { Hidden } from './hidden.ts';
import { Librarian } from './librarian.ts';
import { Painting } from './painting.ts';
import type { Passage } from './passages.ts';
import { Queue } from './queue.ts';
import { type Scope, Walk } from './reader.ts';
import { Roots } from './roots.ts';
import { breathe, shown, slice } from './schedule.ts';
import { isReadable, isSkipped } from './skips.ts';
import { Stillness } from './stillness.ts';
import { Term } from './term.ts';
import { Watch } from './watch.ts';

/** Changes are collected for this long (ms), so that a burst is read once: about three frames. */
const COLLECT = 50;
/** Between two readings the page gets this many times the time that the last one took: 5 % at most are ours. */
const REST = 20;
/** A document is read up to this many characters: a thousand printed pages. */
const MOST_TEXT = 8_000_000;

export interface ReadingParts {
  readonly call: typeof callBackground;
  readonly settings: PageSettings;
  readonly onChange: () => void;
  readonly remark: (remark: string) => void;
  readonly signal: AbortSignal;
}

interface Current {
  readonly walk: Walk;
  readonly scope: Scope;
  /** Blocks in which it met text. */
  readonly seen: Set<Block>;
}

/** Reads one document, has its terms found and drawn, and follows its changes until the signal. */
export class Reading {
  readonly held = new Held();
  readonly painting: Painting;
  readonly #parts: ReadingParts;
  readonly #flow = new Flow();
  readonly #queue = new Queue();
  readonly #librarian: Librarian;
  readonly #stillness = new Stillness();
  readonly #watch = new Watch((records) => this.#react(records));
  readonly #hidden = new Hidden((elements) => this.#readShown(elements));
  readonly #roots = new Roots((root) => this.#readRoot(root));
  #settings: PageSettings;
  #scopes: Scope[] = [];
  #changes = new Changes();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #epoch = 1;
  /** Passages read before this are read again. */
  #oldest = 0;
  #running = false;
  #current: Current | undefined;
  #text = 0;
  /** Milliseconds of work since changes were last taken in, and when that was. */
  #cost = 0;
  #rested = 0;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.#librarian = new Librarian(parts.call);
    const { held } = this;
    this.painting = new Painting({
      held,
      watch: this.#watch,
      stillness: this.#stillness,
      settings: parts.settings,
      remark: parts.remark,
    });
    parts.signal.addEventListener('abort', () => this.#stop(), { once: true });
    this.#watch.on(document);
    void this.readAll();
  }

  /** Reads everything again, keeping what is drawn until it is answered anew. */
  async readAll(): Promise<void> {
    if (this.#librarian.gone) return;
    this.painting.demote(() => true);
    this.#oldest = ++this.#epoch;
    this.#text = 0;
    this.#queue.removeIf(() => true);
    this.#scopes = [{ block: document.documentElement, epoch: this.#epoch }];
    for (const root of this.#roots.known) this.#scopes.push({ block: root, epoch: this.#epoch });
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
    if (this.#librarian.gone) return;
    if (document.designMode === 'on') this.#dropWhere(() => true);
    this.#roots.look(performance.now());
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
        const isRead = this.#measure(() => this.#readSlice());
        if (!isRead) await breathe();
        else if (this.#queue.isEmpty) return this.#settle();
        else await this.#ask();
      }
    } finally {
      this.#running = false;
    }
  }

  /** Reads for one slice; true once there is nothing left to read. */
  #readSlice(): boolean {
    if (!isReadable(document)) {
      this.#scopes = [];
      this.#current = undefined;
      this.#dropWhere(() => true);
    }
    const enough = slice();
    for (let current = this.#walk(); current !== undefined; current = this.#walk()) {
      if (!current.walk.advance(enough)) return false;
      this.#finish(current);
      if (enough()) break;
    }
    return this.#scopes.length === 0 && this.#current === undefined;
  }

  #walk(): Current | undefined {
    const { walk, scope } = this.#current ?? {};
    if (walk !== undefined && !walk.isLost()) return this.#current;
    if (scope?.block.isConnected === true) {
      // The page changed under the walk: what it has not seen may be anywhere now.
      this.#queue.removeIf(({ block }) => scope.block.contains(block));
      this.#scopes.unshift({ ...scope, epoch: ++this.#epoch });
    }
    const next = this.#scopes.shift();
    this.#current = next === undefined ? undefined : this.#begin(next);
    return this.#current;
  }

  #begin(scope: Scope): Current {
    const seen = new Set<Block>();
    const walk = new Walk(scope, this.#flow, {
      passage: (passage) => {
        seen.add(passage.block);
        this.#text += passage.text.length;
        if (this.#text > MOST_TEXT) return this.#tooLong();
        if (scope.fresh === undefined) this.#queue.add(passage);
        else this.#queue.addFirst(passage);
      },
      hidden: (element) => this.#hidden.add(element),
      shadow: (root) => this.#roots.add(root),
      host: (element) => this.#roots.meet(element),
      tooLong: () => this.#tooLong(),
    });
    return { walk, scope, seen };
  }

  /** What was held of the places just read, and is there no more, goes. */
  #finish({ scope, seen }: Current): void {
    this.#current = undefined;
    const { block, fresh, epoch } = scope;
    if (fresh === undefined || this.held.size === 0) return;
    this.#dropWhere((one) => !seen.has(one) && (one === block || isIn(one, fresh)), epoch);
  }

  #tooLong(): void {
    this.#parts.remark('Some of this page is too long to be read for terms.');
  }

  async #ask(): Promise<void> {
    const batch = this.#measure(() => this.#queue.take());
    const reply = await this.#librarian.annotate(batch);
    if (reply === undefined || this.#parts.signal.aborted) return;
    this.#measure(() => {
      this.#place(batch, reply.notes);
      if (reply.changed) this.#askAgain(batch);
      this.painting.draw();
    });
    this.#parts.onChange();
  }

  #place(batch: readonly Passage[], notes: Notes): void {
    for (const [ref, card] of Object.entries(notes.cards)) this.held.cards.set(ref, card);
    const terms = termsOf(batch, notes, new Set(this.#settings.hidden), this.painting);
    const unsettled = new Set(notes.unsettled);
    for (const [at, passage] of batch.entries()) {
      if (passage.epoch < this.#oldest || !passage.block.isConnected) continue;
      const found = keepSame(passage.terms, terms.get(at) ?? []);
      if (found.some((term, n) => term !== passage.terms[n])) this.painting.erase(passage);
      passage.terms = found;
      passage.unsettled = unsettled.has(at);
      if (!passage.unsettled) passage.text = '';
      const replaced = this.held.put(passage);
      this.painting.withdraw(replaced);
      if (found.length > 0 || replaced.length > 0) this.painting.follow(passage.block);
    }
  }

  /** The page has shown enough to decide ambiguous forms otherwise than before. */
  #askAgain(batch: readonly Passage[]): void {
    const now = new Set(batch);
    for (const passage of this.held.passages())
      if (passage.unsettled && !now.has(passage)) this.#queue.addFirst(passage);
  }

  /** All is read and answered: what was there before and is no more goes. */
  #settle(): void {
    this.#dropWhere(() => true, this.#oldest);
    this.painting.draw();
    this.#parts.onChange();
  }

  #dropWhere(which: (block: Block) => boolean, before?: number): void {
    for (const block of [...this.held.blocks()]) {
      if (!which(block)) continue;
      const gone = this.held.drop(block, before);
      if (gone.length === 0) continue;
      this.painting.withdraw(gone);
      this.painting.follow(block);
    }
  }

  #react(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (!isAboutPage(record)) this.#stillness.touch(record.target);
      this.#changes.note(record);
    }
    this.painting.react(records);
    this.#planReading();
  }

  #planReading(): void {
    if (this.#timer !== undefined || this.#changes.isEmpty) return;
    const rest = this.#rested + this.#cost * REST - performance.now();
    this.#timer = setTimeout(() => this.#takeIn(), Math.max(COLLECT, rest));
  }

  async #takeIn(): Promise<void> {
    await shown(this.#parts.signal);
    this.#timer = undefined;
    if (this.#parts.signal.aborted) return;
    this.#cost = 0;
    const changes = this.#changes;
    this.#changes = new Changes();
    this.#measure(() => this.#readChanges(changes));
    if (changes.everything) await this.readAll();
    else await this.#run();
    this.#rested = performance.now();
    this.#planReading();
  }

  #readChanges(changes: Changes): void {
    this.#flow.forget();
    if (changes.styled) this.#hidden.recheck();
    this.#roots.sweep();
    const fresh = new Set([...changes.fresh].filter((node) => node.isConnected));
    const blocks = new Set<Block>();
    for (const node of [...changes.touched, ...fresh]) {
      if (!node.isConnected) continue;
      const block = this.#flow.blockOf(fresh.has(node) ? (node.parentNode ?? node) : node);
      blocks.add(block ?? document.documentElement);
    }
    this.#dropWhere((block) => !block.isConnected);
    this.#dropBroken(blocks);
    const epoch = ++this.#epoch;
    this.#queue.removeIf(({ block }) => blocks.has(block));
    if (!this.#librarian.gone) for (const block of blocks) this.#readAgain({ block, fresh, epoch });
    this.painting.draw();
  }

  #readAgain(scope: Scope): void {
    const host = scope.block instanceof ShadowRoot ? scope.block.host : scope.block;
    if (isSkipped(host)) this.#dropWhere((block) => scope.block.contains(block));
    else this.#scopes.push(scope);
  }

  /** Terms whose words the page has changed go before they are answered anew. */
  #dropBroken(blocks: ReadonlySet<Block>): void {
    for (const block of blocks)
      for (const passage of this.held.in(block)) {
        const intact = passage.terms.filter((term) => term.isIntact());
        if (intact.length === passage.terms.length) continue;
        this.painting.withdrawTerms(passage, intact);
        this.held.stale();
      }
  }

  #readShown(elements: readonly Element[]): void {
    const changes = this.#changes;
    for (const element of elements) {
      changes.fresh.add(element);
      changes.touched.add(element.parentNode ?? element);
    }
    this.#planReading();
  }

  #readRoot(root: ShadowRoot): void {
    this.#watch.on(root);
    this.#scopes.push({ block: root, epoch: this.#epoch });
    void this.#run();
  }

  #measure<T>(work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.#cost += performance.now() - began;
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.painting.clear();
    this.#watch.stop();
    this.#hidden.stop();
  }
}

function termsOf(
  batch: readonly Passage[],
  notes: Notes,
  hidden: ReadonlySet<string>,
  { ledger }: Painting,
): Map<number, Term[]> {
  const found = new Map<number, Term[]>();
  for (let at = 0; at + 3 < notes.spans.length; at += 4) {
    const [number = -1, start = 0, end = 0, index = -1] = notes.spans.slice(at, at + 4);
    const passage = batch[number];
    const meaning = notes.meanings[index];
    if (passage === undefined || meaning === undefined || hidden.has(meaning.entry)) continue;
    const terms = found.get(number) ?? [];
    found.set(number, terms);
    terms.push(new Term({ passage, start, end }, meaning, ledger));
  }
  return found;
}

/** Whether a block is, or is inside, one of some nodes. */
function isIn(block: Block, nodes: ReadonlySet<Node>): boolean {
  for (let at: Node | null = block; at !== null; at = at.parentNode) if (nodes.has(at)) return true;
  return false;
}

/** Terms that were there before stay the same objects, so that an open card stays open. */
function keepSame(old: readonly Term[], terms: readonly Term[]): readonly Term[] {
  const same = (a: Term, b: Term): boolean =>
    a.start === b.start && a.end === b.end && a.meaning.entry === b.meaning.entry;
  const kept = terms.map((term) => old.find((one) => same(one, term)) ?? term);
  for (const term of old) if (!kept.includes(term)) term.withdrawn = true;
  return kept;
}

/** Changes on the root elements say nothing about a passage: pages set classes there all the time. */
function isAboutPage({ type, target }: MutationRecord): boolean {
  return type === 'attributes' && (target === document.documentElement || target === document.body);
}
