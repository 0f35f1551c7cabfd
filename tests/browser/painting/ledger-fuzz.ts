import fc from 'fast-check';
import { Flow } from '../../../entrypoints/content/flow.ts';
import { Ledger } from '../../../entrypoints/content/ledger.ts';
import type { Passage } from '../../../entrypoints/content/passages.ts';
import { Promotion } from '../../../entrypoints/content/promotion.ts';
import { Stillness } from '../../../entrypoints/content/stillness.ts';
import { Term } from '../../../entrypoints/content/term.ts';
import { Walk } from '../../../entrypoints/content/walk.ts';
import { Watch } from '../../../entrypoints/content/watch.ts';
import { FRAMEWORK_SIGNS } from '../../../entrypoints/platform/framework-signs.ts';
import { DEEDS } from './deeds.ts';
import { type Deed, type Story, type Tree, tell, tidy } from './story.ts';

const text = fc.constantFrom(
  'The DPRK said.',
  'DPRK',
  'KCNA and WPK',
  'nothing here',
  ' ',
  'x WPK',
  'of Korea, WPK!',
  'Kim',
);
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    text,
    fc.record({
      name: fc.constantFrom('p', 'b', 'i', 'span', 'div'),
      children: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
})).tree;

/** A node of the page and the same node of its twin. */
interface Pair {
  readonly ours: Node;
  readonly twin: Node;
}
type Side = 'ours' | 'twin';

class Page {
  readonly pairs: Pair[] = [];
  readonly root: { ours: HTMLElement; twin: HTMLElement };

  constructor(trees: readonly Tree[]) {
    const ours = document.body.appendChild(document.createElement('section'));
    const twin = document.createElement('section');
    document.body.append(twin);
    this.root = { ours, twin };
    this.pairs.push(this.root);
    for (const one of trees) this.#build(one, this.root);
  }

  #build(one: Tree, into: { ours: Node; twin: Node }): void {
    const make = (): Node =>
      typeof one === 'string' ? document.createTextNode(one) : document.createElement(one.name);
    const pair = { ours: into.ours.appendChild(make()), twin: into.twin.appendChild(make()) };
    this.pairs.push(pair);
    if (typeof one !== 'string') for (const child of one.children) this.#build(child, pair);
  }

  /** Does a deed; returns it with the numbers of the nodes that it came to be about. */
  do(wanted: Deed): Deed {
    const done = { ...wanted, at: wanted.at % this.pairs.length, to: wanted.to % this.pairs.length };
    this.#act(done);
    return done;
  }

  #act({ deed, at, to }: Deed): void {
    const [some, other] = [this.pairs[at] ?? this.root, this.pairs[to] ?? this.root];
    const head = some.ours instanceof Text ? some.ours.length : 0;
    for (const side of ['ours', 'twin'] as const) {
      const made = DEEDS[deed as keyof typeof DEEDS](some[side], other[side], head, this.root[side]);
      if (Array.isArray(made)) this.#made[side].push(...made);
    }
    for (const [n, ours] of this.#made.ours.entries()) {
      const twin = this.#made.twin[n];
      if (twin !== undefined) this.pairs.push({ ours, twin });
    }
    this.#made.ours.length = 0;
    this.#made.twin.length = 0;
  }
  readonly #made: Record<Side, Node[]> = { ours: [], twin: [] };

  remove(): void {
    this.root.ours.remove();
    this.root.twin.remove();
  }
}

const deed = fc.record({
  deed: fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])),
  at: fc.nat(30),
  to: fc.nat(30),
});

/** Marks everything under an element at once, and gives way to changes when told to look. */
class Marker {
  readonly #root: Element;
  readonly #ledger = new Ledger();
  readonly #watch = new Watch((records) => this.#promotion.react(records), { known: [] });
  readonly #promotion: Promotion;

  constructor(root: Element) {
    this.#root = root;
    this.#promotion = new Promotion({
      watch: this.#watch,
      stillness: new Stillness(FRAMEWORK_SIGNS),
      ledger: this.#ledger,
      isReading: () => false,
      isSettled: () => true,
      redraw: () => {},
    });
    this.#watch.on(document);
  }

  mark(): void {
    this.#promotion.demote(() => true);
    const passages = new Map<Passage, Term[]>();
    const meets = { hidden() {}, shadow() {}, host() {}, leftOut() {} };
    const scope = { block: this.#root, epoch: 1 };
    const passage = (one: Passage): void => void passages.set(one, this.#terms(one));
    new Walk(scope, new Flow(), { ...meets, passage }).advance(() => false);
    this.#promotion.promote(() => passages, true);
  }

  #terms(passage: Passage): Term[] {
    return [...passage.text.matchAll(/DPRK|WPK|KCNA|Kim/g)].map(({ index, 0: word }) => {
      const meaning = { entry: `t/${word}`, others: [] };
      const place = { passage, start: index, end: index + word.length, text: word };
      return new Term(place, meaning, this.#ledger);
    });
  }

  /** Our turn: the page's script has ended. */
  look(): void {
    this.#watch.quietly(() => {});
  }

  stop(): void {
    this.#promotion.stop();
    this.#watch.stop();
  }
}

/** What a node is, down to each text node. */
function shape(node: Node): unknown {
  if (node instanceof Text) return node.data;
  return [
    node.nodeName,
    node instanceof HTMLElement && node.contentEditable,
    [...node.childNodes].map(shape),
  ];
}

/**
 * What was done before these deeds is seen before them, as if by an earlier script: they read or copy text that is still
 * split, or both together look like something else (an empty text that was moved and goes is the work of normalize()).
 */
const APART = /rewrite|clone|replaceAlike|replaceLonger|join|remove|write|shorten|empty|append/i;
/** And these are seen before others: they leave copies of marks, or no text before a mark, which a page could find. */
const LAST = /rewrite|clone|replaceAlike|replaceLonger|join|normalize/i;

/** Lives through a story, marked and unmarked side by side: what went wrong, and what was done to which nodes. */
function live({ trees, deeds, again, turn }: Story): {
  readonly wrong: string | undefined;
  readonly deeds: readonly Deed[];
} {
  const page = new Page(trees);
  const marker = new Marker(page.root.ours);
  const done: Deed[] = [];
  try {
    marker.mark();
    for (const [n, one] of deeds.entries()) {
      if (APART.test(one.deed)) marker.look();
      done.push(page.do(one));
      const isOver = LAST.test(one.deed) || (n + 1) % turn === 0;
      if (!isOver) continue;
      marker.look();
      if (again) marker.mark();
    }
    marker.stop();
    return { wrong: differences(page), deeds: done };
  } catch (error) {
    return { wrong: String(error), deeds: done };
  } finally {
    marker.stop();
    page.remove();
  }
}

function differences({ root, pairs }: Page): string | undefined {
  const [ours, twin] = [shape(root.ours), shape(root.twin)].map((one) => JSON.stringify(one));
  if (ours !== twin) return `ours ${ours}\ntwin ${twin}`;
  for (const { ours: a, twin: b } of pairs)
    if (a.isConnected !== b.isConnected || (a instanceof Text && a.data !== (b as Text).data))
      return `A node of the page is not what it was: ${a.textContent} / ${b.textContent}`;
  return undefined;
}

/** Which random stories are lived through; `path` replays one of them. */
export interface Draw {
  readonly runs: number;
  readonly seed: number;
  readonly path?: string;
}

/** Runs random pages through random deeds. Returns what went wrong, as short as can be, or an empty text. */
export function fuzzLedger({ runs, seed, path }: Draw): string {
  const story = fc.record({
    trees: fc.array(tree, { minLength: 1, maxLength: 5 }),
    deeds: fc.array(deed, { maxLength: 8 }),
    again: fc.boolean(),
    turn: fc.integer({ min: 1, max: 3 }),
  });
  const isFine = (one: Story): boolean => live(one).wrong === undefined;
  // Numbers of nodes and the trees they count through have to shrink together, which only `tidy` knows.
  const drawn = { numRuns: runs, seed, endOnFailure: true, ...(path !== undefined && { path }) };
  const { failed, counterexample, counterexamplePath } = fc.check(fc.property(story, isFine), drawn);
  const [found] = counterexample ?? [];
  if (!failed || found === undefined) return '';
  const short = tidy({ ...found, deeds: live(found).deeds }, (one) => !isFine(one));
  return `GLOSSATOR_FUZZ_REPLAY=${seed}/${counterexamplePath}\n${tell(short)}\n${live(short).wrong}`;
}
