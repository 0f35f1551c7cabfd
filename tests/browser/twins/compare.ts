import type { Browser, Page } from 'puppeteer-core';
import { type Ground, openGround } from '../launch/ground.ts';
import { openPlain } from '../painting/bench-page.ts';
import { FRAMEWORKS, type Framework, pageScript } from './bundle.ts';
import { openStage, runAll, type Scene, stage, stateAt } from './stage.ts';
import type { Account, Plan } from './twin.ts';

/** What came of an app's runs beside its twin. */
export interface Outcome {
  looks: number;
  /** The looks at which the two documents differed. */
  wrong: number;
  /** What differed first, both sides. */
  first: string;
  /** Errors and warnings that the twin did not have. */
  complaints: string[];
  promoted: number;
  demoted: number;
}

/** A browser with the extension, one without, and a server with the apps' scripts for both. */
export interface Theatre {
  readonly ground: Ground;
  readonly plain: Browser;
  close(): Promise<void>;
}

/** Where a framework's script is: a name that tells nothing. */
export const scriptOf = (framework: Framework): string => `/s/${FRAMEWORKS.indexOf(framework)}.js`;

export async function openTheatre(): Promise<Theatre> {
  const scripts = Promise.all(FRAMEWORKS.map(pageScript));
  const [ground, plain] = await Promise.all([openGround(), openPlain()]);
  for (const [at, code] of (await scripts).entries()) ground.pages.put(`/s/${at}.js`, code);
  return {
    ground,
    plain,
    close: async () => {
      await Promise.all([ground.close(), plain.close()]);
    },
  };
}

/** Runs a scene on both sides; `ready` is waited for before the random changes begin. */
export async function perform(
  { ground, plain }: Theatre,
  scene: Scene,
  plan: Plan & { readonly ready: (page: Page, isTwin: boolean) => Promise<unknown> },
): Promise<Record<string, Outcome>> {
  const address = stage(ground.pages, scene);
  const [ours, twin] = await Promise.all([ground.browser.newPage(), plain.newPage()]);
  const play = async (page: Page, isTwin: boolean): Promise<Record<string, Account>> => {
    await openStage(page, address);
    await plan.ready(page, isTwin);
    const { seed, steps, restEvery, frames } = plan;
    return runAll(page, { seed, steps, restEvery, frames: isTwin ? 0 : frames });
  };
  const [our, their] = await Promise.all([play(ours, false), play(twin, true)]);
  const outcomes: Record<string, Outcome> = {};
  for (const framework of scene.frameworks) {
    const outcome = compare(our[framework], their[framework]);
    const [look] = outcome.wrong;
    const seen = look === undefined ? [] : [ours, twin].map((page) => stateAt(page, framework, look));
    const first = (await Promise.all(seen)).join('\n— twin:\n');
    outcomes[framework] = { ...outcome, wrong: outcome.wrong.length, first };
  }
  await Promise.all([ours.close(), twin.close()]);
  return outcomes;
}

function compare(our: Account | undefined, their: Account | undefined) {
  if (our === undefined || their === undefined) throw new Error('An app did not run.');
  const wrong = [...our.hashes.keys()].filter((look) => our.hashes[look] !== their.hashes[look]);
  if (our.hashes.length !== their.hashes.length) throw new Error('The twins did not run equally long.');
  const known = new Set(their.complaints);
  const complaints = our.complaints.filter((one) => !known.has(one));
  return { looks: our.hashes.length, wrong, complaints, promoted: our.promoted, demoted: our.demoted };
}

/** Adds up the outcomes of several rounds. */
export function sum(rounds: readonly Record<string, Outcome>[], framework: Framework): Outcome {
  const all = rounds.map((round) => round[framework]).filter((one) => one !== undefined);
  const count = (of: (one: Outcome) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    looks: count(({ looks }) => looks),
    wrong: count(({ wrong }) => wrong),
    first: all.map(({ first }) => first).find((first) => first !== '') ?? '',
    complaints: all.flatMap(({ complaints }) => complaints),
    promoted: count(({ promoted }) => promoted),
    demoted: count(({ demoted }) => demoted),
  };
}

/** What differs from the twin in a run. */
export const harm = ({ wrong, first, complaints }: Outcome) => ({ wrong, first, complaints });
export const HARMLESS = { wrong: 0, first: '', complaints: [] };
