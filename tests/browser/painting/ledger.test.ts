import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BenchBrowser, openBench } from './bench-page.ts';

let bench: BenchBrowser;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** Sequences of random page deeds for each seed; `GLOSSATOR_FUZZ=20000` runs as many, for a night. */
const RUNS = Number(process.env.GLOSSATOR_FUZZ ?? 700);

test.each([1, 2, 3])('a marked page and its twin are equal after random deeds (seed %i)', async (seed) => {
  const page = await bench.page('');
  const wrong = await page.evaluate(
    (runs, number) => glossatorBench.fuzzLedger(runs, number),
    RUNS,
    seed * 1_000 + 7,
  );
  expect(wrong).toBe('');
  await page.close();
});
