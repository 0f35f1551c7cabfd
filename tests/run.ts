import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './browser/launch/build-once.ts';
import { findBrowser } from './browser/launch/find-browser.ts';

/**
 * Everything that must hold before a change goes out: format and lint, types, the built-in glossaries, the
 * tests in Node, and the built extension in Chromium and in Firefox. The last line counts all of it.
 */
const ROOT = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'glossator-tests-'));

interface Count {
  passed: number;
  failed: number;
}
const total: Count = { passed: 0, failed: 0 };

function run(script: string, args: readonly string[]): SpawnSyncReturns<Buffer> {
  return spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, GLOSSATOR_BUILT: '1' },
  });
}

function step(what: string, script: string, ...args: string[]): void {
  console.log(`\n— ${what}`);
  count(run(script, args).status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

function tests(project: string): void {
  console.log(`\n— Tests: ${project}`);
  const file = join(reports, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile',
    file,
  ];
  const { status } = run('node_modules/vitest/vitest.mjs', args);
  const counted = countIn(file);
  // A run that ends badly without a failed test (a file that does not load, say) has failed as well.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  if (counted.passed + counted.failed === 0) counted.failed = 1;
  count(counted);
}

function countIn(file: string): Count {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function count({ passed, failed }: Count): void {
  total.passed += passed;
  total.failed += failed;
}

function ready(what: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    console.error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    count({ passed: 0, failed: 1 });
    return false;
  }
}

step('Format and lint (Biome)', 'node_modules/@biomejs/biome/bin/biome', 'check', '.');
step('Generated types (WXT)', 'node_modules/wxt/bin/wxt.mjs', 'prepare');
step('Types (TypeScript)', 'node_modules/typescript/bin/tsc', '--noEmit');
step('Built-in glossaries', 'tests/packs/run.ts');
tests('unit');
tests('platform');
for (const [kind, target] of [
  ['chromium', 'chrome'],
  ['firefox', 'firefox'],
] as const) {
  console.log(`\n— Build: ${target}-mv3`);
  if (ready(`Build for ${target}`, () => build(target)) && ready(kind, () => findBrowser(kind))) tests(kind);
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
