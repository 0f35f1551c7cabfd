import type { Block } from './flow.ts';
import type { Held } from './held.ts';
import type { Passage } from './passages.ts';
import { rectsOf, type Term } from './term.ts';

/** As many terms are drawn without asking where each is. More make browsers slow on every frame. */
const FEW = 300;
/** Drawn at most, however dense the page. */
const MOST = 600;
/** Blocks with more terms than this are many screens tall. */
const LARGE = 40;

/** The terms to draw now: those underlined near the screen, and only a few hundred of them. */
export function chooseNear(
  blocks: readonly Block[],
  held: Held,
): { terms: Map<Passage, readonly Term[]>; crowded: boolean } {
  const passages = blocks.flatMap((block) => held.in(block));
  const underlined = new Map(passages.map((one) => [one, one.terms.filter((term) => term.underlined)]));
  let count = 0;
  for (const terms of underlined.values()) count += terms.length;
  if (count <= FEW) return { terms: underlined, crowded: false };
  return { terms: onScreen([...underlined]), crowded: true };
}

function onScreen(passages: [Passage, readonly Term[]][]): Map<Passage, readonly Term[]> {
  const chosen = new Map<Passage, readonly Term[]>();
  let count = 0;
  for (const [passage, terms] of passages) {
    const seen = terms.length > LARGE ? windowOf(terms) : terms.filter((term) => isOnScreen(term));
    if (count + seen.length > MOST) break;
    count += seen.length;
    if (seen.length > 0) chosen.set(passage, seen);
  }
  return chosen;
}

/** Terms of one passage run down the page, so the first and last on the screen are found by halving. */
function windowOf(terms: readonly Term[]): readonly Term[] {
  const half = innerHeight / 2;
  const first = firstWhere(terms, (term) => (topOf(term) ?? 0) >= -half);
  const end = firstWhere(terms, (term) => (topOf(term) ?? 0) > innerHeight + half);
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

function isOnScreen(term: Term): boolean {
  const top = topOf(term);
  return top !== undefined && top > -innerHeight / 2 && top < innerHeight * 1.5;
}

function topOf(term: Term): number | undefined {
  return rectsOf(term.extents().slice(0, 1))[0]?.top;
}
