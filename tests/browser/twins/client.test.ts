import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paintAs } from '../launch/paint-as.ts';
import { FRAMEWORKS, type Framework } from './bundle.ts';
import {
  HARMLESS,
  harm,
  type Outcome,
  openTheatre,
  perform,
  scriptOf,
  sum,
  type Theatre,
} from './compare.ts';
import { untilMarked, untilStarted } from './stage.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

/** Random changes of one page; several pages make a thousand. */
const STEPS = 250;
/** After each so many steps, the extension has time to act: for some 130 ms. */
const REST = { restEvery: 25, frames: 8 };

interface Act {
  readonly name: string;
  readonly rounds: readonly number[];
  readonly body: (framework: Framework, seed: number) => string;
  /** Frameworks whose pages come to hold marks, and are waited for. */
  readonly marked: readonly Framework[];
}

const start = (seed: number, root: string): string =>
  `<script>glossatorTwin.start(${seed}, document.querySelector('${root}'))</script>`;
const script = (framework: Framework): string => `<script src="${scriptOf(framework)}"></script>`;

/** A page that tells nothing of how it is made: neutral names, no module, no container known by its id. */
const unsigned: Act['body'] = (framework, seed) => `<main></main>${script(framework)}${start(seed, 'main')}`;
/** A page as its framework's own template makes it. */
const shipped: Act['body'] = (framework, seed) =>
  `<div id="${framework === 'react' ? 'root' : 'app'}"></div>${script(framework)}
   <script type="module">glossatorTwin.start(${seed}, document.querySelector('div'))</script>`;

async function act({ rounds, body, marked }: Omit<Act, 'name'>): Promise<Record<string, Outcome>[]> {
  const outcomes: Record<string, Outcome>[] = [];
  for (const seed of rounds) {
    const page = (framework: Framework) => ({ body: body(framework, seed) });
    const ready = async (at: Page, isTwin: boolean): Promise<void> => {
      await untilStarted(at);
      if (!isTwin) await untilMarked(at, marked);
    };
    const scene = { path: `/${body.name}-${marked.length}-${seed}`, frameworks: FRAMEWORKS, page };
    outcomes.push(await perform(theatre, scene, { seed: seed * 77, steps: STEPS, ...REST, ready }));
  }
  return outcomes;
}

const wantMarks = (): Promise<void> => paintAs(theatre.ground, 'marks');

/** Frameworks that leave comments where they keep a place, so that their pages are known by them. */
const SILENT: readonly Framework[] = ['react', 'preact', 'plain'];

describe('random changes beside a twin without the extension', () => {
  const acts: readonly (Act & { readonly prepare?: () => Promise<void> })[] = [
    { name: 'as frameworks make their pages', rounds: [5], body: shipped, marked: [] },
    { name: 'without any sign of a framework', rounds: [1, 2, 3, 4], body: unsigned, marked: SILENT },
    { name: 'marks wanted', rounds: [1], body: unsigned, marked: FRAMEWORKS, prepare: wantMarks },
  ];
  describe.each(acts)('$name', ({ prepare, marked, ...parts }) => {
    let rounds: Record<string, Outcome>[] = [];
    beforeAll(async () => {
      await prepare?.();
      rounds = await act({ ...parts, marked });
    }, 400_000);

    // Who wants marks on a page whose script counts child nodes gets them: only there they are not harmless.
    const harmless = prepare === undefined ? FRAMEWORKS : FRAMEWORKS.filter((one) => one !== 'plain');
    test.each(harmless)('%s: every step is equal', (framework) => {
      expect(harm(sum(rounds, framework))).toEqual(HARMLESS);
    });

    test.each(FRAMEWORKS)('%s: marks came and went where they may, and nowhere else', (framework) => {
      const { promoted, demoted } = sum(rounds, framework);
      expect(promoted > 0 && demoted > 0).toBe(marked.includes(framework));
    });
  });
});
