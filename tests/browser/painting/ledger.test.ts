import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BenchBrowser, openBench } from './bench-page.ts';
import type { Draw } from './ledger-fuzz.ts';

let bench: BenchBrowser;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** Sequences of random page deeds for each seed; `GLOSSATOR_FUZZ=20000` runs as many, for a night. */
const RUNS = Number(process.env.GLOSSATOR_FUZZ ?? 700);
const TIME = Math.max(60_000, RUNS * 60);

/** `GLOSSATOR_FUZZ_REPLAY=seed/path`, as a failure prints it, runs just that sequence. */
const REPLAY = process.env.GLOSSATOR_FUZZ_REPLAY;
const [seed, path] = REPLAY?.split('/') ?? [];
const DRAWS: readonly Draw[] =
  path === undefined
    ? [1_007, 2_007, 3_007].map((number) => ({ runs: RUNS, seed: number }))
    : [{ runs: 1, seed: Number(seed), path }];

test.each(DRAWS)(
  'a marked page and its twin are equal after random deeds ($seed)',
  { timeout: TIME },
  async (draw) => {
    const page = await bench.page('');
    expect(await page.evaluate((one) => glossatorBench.fuzzLedger(one), draw)).toBe('');
    await page.close();
  },
);
