import { type Block, Flow } from './flow.ts';
import type { Passage } from './passages.ts';
import { slice } from './schedule.ts';
import { isReadable } from './skips.ts';
import { type Encounters, type Scope, Walk } from './walk.ts';

/** A document is read up to this many characters: a thousand printed pages. */
const MOST_TEXT = 8_000_000;

/** What the reader finds, and what it finds gone. */
export interface Readings extends Omit<Encounters, 'passage'> {
  /** A passage; `isChange` where only a part of the page was read again. */
  passage(passage: Passage, isChange: boolean): void;
  /** A part of the page was read; where only what is fresh in it was, these blocks have text. */
  finished(scope: Scope, withText: ReadonlySet<Block>): void;
  /** What was read of a block so far does not count: the page changed while it was read. */
  restarted(block: Block): void;
  /** The document is not one to read, or is no more. */
  closed(): void;
}

interface Current {
  readonly walk: Walk;
  readonly scope: Scope;
  readonly withText: Set<Block>;
}

/** Reads parts of a document one after the other, in slices. */
export class Reader {
  readonly #flow = new Flow();
  readonly #meets: Readings;
  #scopes: Scope[] = [];
  #current: Current | undefined;
  #epoch = 1;
  #characters = 0;

  constructor(meets: Readings) {
    this.#meets = meets;
  }

  /** Reads everything anew; all that was to be read is forgotten. Returns the epoch of this reading. */
  startOver(blocks: readonly Block[]): number {
    this.#characters = 0;
    this.#current = undefined;
    const epoch = ++this.#epoch;
    this.#scopes = blocks.map((block) => ({ block, epoch }));
    return epoch;
  }

  /** Reads blocks and what is fresh in them once more; a block that is new, wholly. */
  readAgain(blocks: Iterable<Block>, fresh?: ReadonlySet<Node>): void {
    const epoch = ++this.#epoch;
    for (const block of blocks) this.#scopes.push({ block, epoch, ...(fresh ? { fresh } : {}) });
  }

  /** Whether something is being read or waits to be. */
  get isReading(): boolean {
    return this.#current !== undefined || this.#scopes.length > 0;
  }

  /** The block whose text a node belongs to. */
  blockOf(node: Node): Block {
    return this.#flow.blockOf(node) ?? document.documentElement;
  }

  /** Styles may be others than when they were last asked. */
  forgetStyles(): void {
    this.#flow.forget();
  }

  /** Reads for one slice; true once there is nothing left to read. */
  advance(): boolean {
    if (!isReadable(document)) {
      this.#scopes = [];
      this.#current = undefined;
      this.#meets.closed();
    }
    const enough = slice();
    for (let current = this.#next(); current !== undefined; current = this.#next()) {
      if (!current.walk.advance(enough)) return false;
      this.#current = undefined;
      this.#meets.finished(current.scope, current.withText);
      if (enough()) break;
    }
    return this.#scopes.length === 0;
  }

  #next(): Current | undefined {
    const { walk, scope } = this.#current ?? {};
    if (walk !== undefined && !walk.isLost()) return this.#current;
    if (scope?.block.isConnected === true) {
      this.#meets.restarted(scope.block);
      this.#scopes.unshift({ ...scope, epoch: ++this.#epoch });
    }
    const next = this.#scopes.shift();
    this.#current = next && this.#begin(next);
    return this.#current;
  }

  #begin(scope: Scope): Current {
    const withText = new Set<Block>();
    const passage = (one: Passage): void => {
      if (scope.fresh !== undefined) withText.add(one.block);
      this.#characters += one.text.length;
      if (this.#characters > MOST_TEXT) this.#meets.leftOut('long');
      else this.#meets.passage(one, scope.fresh !== undefined);
    };
    return { walk: new Walk(scope, this.#flow, { ...this.#meets, passage }), scope, withText };
  }
}
