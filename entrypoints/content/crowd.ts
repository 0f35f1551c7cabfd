import type { Block } from './flow.ts';
import type { Held } from './held.ts';
import { MOST } from './pace.ts';
import type { Passage } from './passages.ts';
import { rectsOf, type Term } from './term.ts';

/** Blocks with more terms than this can be many screens tall. */
const LARGE = 60;

/** The underlined terms of blocks near the screen; of a crowd, unless `all` are asked for, those nearest to the middle of it. */
export function chooseNear(
  blocks: readonly Block[],
  held: Held,
  all: boolean,
): { terms: Map<Passage, readonly Term[]>; crowded: boolean } {
  const terms = new Map<Passage, readonly Term[]>();
  let count = 0;
  let crowded = false;
  for (const block of blocks) {
    const passages = held.in(block);
    const sum = passages.reduce((before, passage) => before + passage.count, 0);
    crowded ||= sum > LARGE;
    for (const passage of passages) {
      const underlined = passage.terms.filter((term) => term.underlined);
      const near = sum > LARGE ? windowOf(underlined) : underlined;
      if (near.length > 0) terms.set(passage, near);
      count += near.length;
    }
  }
  if (all || count <= MOST) return { terms, crowded };
  return { terms: nearest(terms, { most: MOST, cost: (count) => count }), crowded: true };
}

/** So many of the terms of some passages as cost no more than `most`: those nearest to the middle of the screen. */
export function nearest(
  terms: ReadonlyMap<Passage, readonly Term[]>,
  { most, cost }: { readonly most: number; readonly cost: (terms: number) => number },
): Map<Passage, readonly Term[]> {
  const byDistance = [...terms].map(([passage, some]) => ({ passage, some, away: distance(passage) }));
  byDistance.sort((a, b) => a.away - b.away);
  const chosen = new Map<Passage, readonly Term[]>();
  let room = most;
  for (const { passage, some } of byDistance) {
    let count = some.length;
    while (count > 0 && cost(count) > room) count--;
    if (count === 0) break;
    chosen.set(passage, some.slice(0, count));
    room -= cost(count);
  }
  return chosen;
}

/** How far (CSS pixels) a passage's block is from the middle of the screen; 0 if it lies across it. */
function distance({ block }: Passage): number {
  const { top, bottom } = (block instanceof ShadowRoot ? block.host : block).getBoundingClientRect();
  const middle = innerHeight / 2;
  return Math.max(0, top - middle, middle - bottom);
}

/** Terms of one passage run down the page, so the first and last near the screen are found by halving. */
function windowOf(terms: readonly Term[]): readonly Term[] {
  const half = innerHeight / 2;
  const first = firstWhere(terms, (term) => topOf(term) >= -half);
  const end = firstWhere(terms, (term) => topOf(term) > innerHeight + half);
  return terms.slice(first, end);
}

function firstWhere(terms: readonly Term[], test: (term: Term) => boolean): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const term = terms[middle];
    if (term !== undefined && test(term)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function topOf(term: Term): number {
  return rectsOf(term.extents().slice(0, 1))[0]?.top ?? 0;
}
