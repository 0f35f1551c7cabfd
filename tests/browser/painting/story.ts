/** A tree to build: text, or an element with children. */
export type Tree = string | { readonly name: string; readonly children: readonly Tree[] };

/** What a page does; `at` is the number of one of the nodes it knows, `to` of another. */
export interface Deed {
  readonly deed: string;
  readonly at: number;
  readonly to: number;
}

/** What a page holds and does. Its nodes are numbered as they stand, from 1, and then as they are made. */
export interface Story {
  readonly trees: readonly Tree[];
  readonly deeds: readonly Deed[];
  /** How many deeds a script of the page does before it is our turn to look at what changed. */
  readonly turn: number;
  /** Whether everything is marked anew after each look. */
  readonly again: boolean;
}

/** The shortest story like this one that still fails: no deed and no node of it can go. */
export function tidy(story: Story, fails: (story: Story) => boolean): Story {
  for (const simpler of simplerThan(story)) if (fails(simpler)) return tidy(simpler, fails);
  return story;
}

/** A story in a few lines that one can read. */
export function tell({ trees, deeds, turn, again }: Story): string {
  const page = trees.map(tellTree).join('|');
  const acts = deeds.map(({ deed, at, to }) => `${deed}(${at}, ${to})`).join(' ');
  const looks = turn > 1 ? ` (seen after every ${turn})` : '';
  return `${page}\n${acts}${looks}${again ? ' (marked anew after each look)' : ''}`;
}

function tellTree(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  return `<${tree.name}>${tree.children.map(tellTree).join('|')}</${tree.name}>`;
}

function* simplerThan(story: Story): Generator<Story> {
  const { trees, deeds, turn, again } = story;
  if (turn > 1) yield { ...story, turn: turn - 1 };
  if (again) yield { ...story, again: false };
  for (const at of deeds.keys()) yield { ...story, deeds: deeds.toSpliced(at, 1) };
  for (let at = 1; at <= sizeOf(trees); at++)
    for (const keepsChildren of [false, true]) {
      const left = without(trees, at, keepsChildren);
      const fewer = renumber(deeds, at, sizeOf(trees) - sizeOf(left));
      if (fewer !== undefined) yield { ...story, trees: left, deeds: fewer };
    }
  for (const [at, one] of deeds.entries())
    if (one.to !== 0) yield { ...story, deeds: deeds.with(at, { ...one, to: 0 }) };
}

function sizeOf(trees: readonly Tree[]): number {
  return trees.reduce((sum, tree) => sum + 1 + (typeof tree === 'string' ? 0 : sizeOf(tree.children)), 0);
}

/** Trees without the node of a number; its children may stay. */
function without(trees: readonly Tree[], at: number, keepsChildren: boolean): readonly Tree[] {
  let number = 0;
  const prune = (tree: Tree): readonly Tree[] => {
    const isGone = ++number === at;
    if (typeof tree === 'string') return isGone ? [] : [tree];
    const children = tree.children.flatMap(prune);
    if (isGone) return keepsChildren ? children : [];
    return [{ ...tree, children }];
  };
  return trees.flatMap(prune);
}

/** Deeds once some nodes are gone; `undefined` where they need these. */
function renumber(deeds: readonly Deed[], from: number, gone: number): readonly Deed[] | undefined {
  const isGone = (node: number): boolean => node >= from && node < from + gone;
  if (deeds.some(({ at, to }) => isGone(at) || isGone(to))) return undefined;
  const moved = (node: number): number => (node < from ? node : node - gone);
  return deeds.map(({ deed, at, to }) => ({ deed, at: moved(at), to: moved(to) }));
}
