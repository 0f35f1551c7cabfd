import type { PageSettings } from '../platform/page-settings.ts';
import { Copies, unwrapCopy } from './copies.ts';
import { chooseNear } from './crowd.ts';
import type { Block } from './flow.ts';
import type { Held } from './held.ts';
import { canInk, Ink } from './ink.ts';
import { looksPlain, noteLayout } from './layout-check.ts';
import { Ledger } from './ledger.ts';
import { Sheet } from './look.ts';
import { Marks } from './marks.ts';
import { chooseMentions, Thinning } from './mentions.ts';
import { Near } from './near.ts';
import type { Passage } from './passages.ts';
import { whenIdle } from './schedule.ts';
import { canHoldMarks, type Stillness } from './stillness.ts';
import type { Term } from './term.ts';
import type { Watch } from './watch.ts';

/** Passages wrapped in one go; each go costs the page one layout. */
const AT_ONCE = 30;
/** Times that a page may throw out what we drew before we step back from it. */
const PATIENCE = 20;
/** Times that a block is wrapped again after the page changed it, where marks are forced. */
const RETRIES = 5;

interface Parts {
  readonly held: Held;
  readonly watch: Watch;
  readonly stillness: Stillness;
  readonly settings: PageSettings;
  /** Tells the reader that we stepped back. */
  readonly remark: (remark: string) => void;
}

/** Draws the terms that are held: ink first, marks where the page is still. */
export class Painting {
  readonly ledger = new Ledger();
  readonly #parts: Parts;
  readonly #ink = canInk() ? new Ink() : undefined;
  readonly #marks = new Marks(this.ledger);
  readonly #sheet = new Sheet();
  readonly #near = new Near(() => this.draw());
  readonly #copies = new Copies();
  readonly #wrapped = new WeakMap<Block, number>();
  #thinning = new Thinning();
  #settings: PageSettings;
  #planned: (() => void) | undefined;
  #lost = 0;
  crowded = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.#sheet.write(parts.settings);
  }

  /** Terms of a block came, changed or went. */
  follow(block: Block): void {
    if (this.#parts.held.in(block).some(({ terms }) => terms.length > 0)) {
      this.#sheet.adopt(rootOf(block));
      this.#near.watch(block);
    } else this.#near.unwatch(block);
  }

  /** Takes away what was drawn for passages that are held no more. */
  withdraw(passages: Iterable<Passage>): void {
    for (const passage of passages) {
      for (const term of passage.terms) term.withdrawn = true;
      this.erase(passage);
    }
  }

  /** Some terms of a passage are no more. */
  withdrawTerms(passage: Passage, left: readonly Term[]): void {
    for (const term of passage.terms) term.withdrawn ||= !left.includes(term);
    passage.terms = left;
    this.erase(passage);
  }

  erase(passage: Passage): void {
    this.#ink?.erase(passage);
    if (this.#marks.has(passage)) this.#parts.watch.quietly(() => this.#marks.erase(passage));
  }

  /** Draws what is near the screen and not drawn yet, in one batch, and takes the rest away. */
  draw(): void {
    const { held } = this.#parts;
    this.#chooseMentions();
    const near = this.#near.blocks();
    const { terms, crowded } = chooseNear(near, held);
    this.crowded = crowded;
    for (const passage of [...(this.#ink?.painted() ?? [])])
      if (!terms.has(passage)) this.#ink?.erase(passage);
    for (const [passage, wanted] of terms)
      if (!this.#marks.has(passage))
        this.#ink?.paint(
          passage,
          this.#thin(wanted).filter((term) => term.isIntact()),
        );
    this.#plan();
  }

  #thin(terms: readonly Term[]): readonly Term[] {
    return this.#thinning.choose(terms, this.#settings.look.mostPerScreen);
  }

  #chooseMentions(): void {
    if (this.#settings.look.mentions !== 'every' || this.#settings.known.length > 0)
      chooseMentions(this.#parts.held.terms(), this.#settings);
  }

  /** The reader changed how terms look. */
  restyle(settings: PageSettings): void {
    this.#settings = settings;
    this.#sheet.write(settings);
    this.#thinning = new Thinning();
    chooseMentions(this.#parts.held.terms(), settings);
    this.demote(() => true);
    this.draw();
  }

  emphasize(term: Term | undefined): void {
    if (term !== undefined) this.#sheet.adopt(rootOf(term.home.block));
    this.#ink?.emphasize(term);
  }

  /** Makes marks ink again where `which` says so. */
  demote(which: (passage: Passage) => boolean, forGood = false): void {
    const chosen = [...this.#marks.painted()].filter(which);
    if (chosen.length === 0) return;
    this.#parts.watch.quietly(() => {
      for (const passage of chosen) this.#marks.erase(passage);
    });
    if (forGood) for (const passage of chosen) this.#parts.stillness.stir(passage);
    this.draw();
  }

  /** Gives way at once to what the page has just done; what it made of our marks is cleaned. */
  react(records: readonly MutationRecord[]): void {
    const copies = records.flatMap(({ addedNodes }) =>
      this.#copies.in(addedNodes, (mark) => this.ledger.original(mark) !== undefined),
    );
    if (copies.length > 0) this.#parts.watch.quietly(() => copies.forEach(unwrapCopy));
    if (this.#marks.size === 0) return;
    this.demote((passage) => records.some((record) => concerns(record, passage)), true);
  }

  /** Puts back what the page threw out, for a while. */
  keep(): void {
    if (this.#lost > PATIENCE) return;
    const lost = this.#sheet.keep() + (this.#ink?.keep() === true ? 1 : 0);
    if (lost === 0) return;
    this.#lost++;
    if (this.#lost <= PATIENCE) return;
    this.clear();
    this.#parts.remark('This page keeps removing our underlines, so it is shown without them.');
  }

  /** Takes everything away; the document is as the page made it. */
  clear(): void {
    this.#planned?.();
    this.#planned = undefined;
    this.#near.stop();
    this.#ink?.clear();
    this.#parts.watch.quietly(() => this.#marks.clear());
    this.#sheet.remove();
  }

  #plan(): void {
    if (this.#planned !== undefined || this.#settings.painting === 'ink') return;
    const delay = this.#isForced() ? 0 : this.#parts.stillness.pageDelay();
    if (delay === undefined) return;
    const timer = setTimeout(() => {
      this.#planned = whenIdle(() => this.#promote(), 1_000);
    }, delay);
    this.#planned = () => clearTimeout(timer);
  }

  #isForced(): boolean {
    return this.#settings.painting === 'marks' || this.#ink === undefined;
  }

  #promote(): void {
    this.#planned = undefined;
    const forced = this.#isForced();
    if (!forced && this.#parts.stillness.pageDelay() !== 0) {
      this.#plan();
      return;
    }
    const chosen = this.#candidates(forced);
    if (chosen.length === 0) return;
    this.#parts.watch.quietly(() => this.#wrap(chosen, forced));
    if (chosen.length === AT_ONCE) this.#plan();
  }

  #candidates(forced: boolean): Passage[] {
    const { held, stillness } = this.#parts;
    const near = this.#near.blocks();
    const chosen: Passage[] = [];
    for (const passage of chooseNear(near, held).terms.keys()) {
      const terms = this.#thin(passage.terms.filter((term) => term.underlined));
      const may = forced ? (this.#wrapped.get(passage.block) ?? 0) < RETRIES : stillness.isStill(passage);
      if (terms.length === 0 || !may || this.#marks.has(passage)) continue;
      if (terms.every((term) => term.isIntact()) && canHoldMarks(passage, terms, forced))
        chosen.push(passage);
      if (chosen.length === AT_ONCE) break;
    }
    return chosen;
  }

  #wrap(chosen: readonly Passage[], forced: boolean): void {
    const checks = chosen.map(({ block }) => noteLayout(block));
    for (const passage of chosen) {
      const terms = this.#thin(passage.terms.filter((term) => term.underlined));
      this.#wrapped.set(passage.block, (this.#wrapped.get(passage.block) ?? 0) + 1);
      this.#ink?.erase(passage);
      if (!this.#marks.paint(passage, terms)) this.#ink?.paint(passage, terms);
    }
    for (const [at, passage] of chosen.entries()) {
      const marks = this.#marks.elements(passage);
      const plain = checks[at]?.() === true && marks.every(looksPlain);
      if (!plain && !forced) this.#stepBack(passage);
      else for (const mark of marks) this.#copies.remember(mark);
    }
  }

  /** The page's styles reach our marks: this passage stays ink. */
  #stepBack(passage: Passage): void {
    this.#marks.erase(passage);
    this.#parts.stillness.stir(passage);
    this.#ink?.paint(passage, this.#thin(passage.terms.filter((term) => term.underlined)));
  }
}

function rootOf(node: Node): Document | ShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root : document;
}

/** Whether a change is in or around a passage, so that its marks have to go. */
function concerns(record: MutationRecord, passage: Passage): boolean {
  const { target, type, attributeName } = record;
  const { block } = passage;
  if (block.contains(target)) return true;
  if (type === 'attributes')
    return attributeName !== 'class' && attributeName !== 'style' && target.contains(block);
  return [...record.removedNodes].some((node) => node.contains(block)) || !block.isConnected;
}
