import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from './browser/launch/build-once.ts';
import { findBrowser } from './browser/launch/find-browser.ts';

/**
 * Everything that must hold before a change goes out: format and lint, types, the built-in glossaries, the
 * tests in Node, and the built extension in Chromium and in Firefox. The last line counts all of it.
 */
const ROOT = join(import.meta.dirname, '..');
const BROWSERS = [
  ['chromium', 'chrome'],
  ['firefox', 'firefox'],
] as const;
const reports = mkdtempSync(join(tmpdir(), 'glossator-tests-'));

interface Count {
  passed: number;
  failed: number;
}
const total: Count = { passed: 0, failed: 0 };

/** Runs a script to its end and hands out its exit code; what it prints comes line by line, so that two can run at once. */
function run(script: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GLOSSATOR_BUILT: '1' },
  });
  createInterface(child.stdout).on('line', (line) => console.log(line));
  createInterface(child.stderr).on('line', (line) => console.error(line));
  return new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
}

async function step(what: string, script: string, ...args: string[]): Promise<void> {
  console.log(`\n— ${what}`);
  count((await run(script, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

async function tests(project: string): Promise<void> {
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
  const status = await run('node_modules/vitest/vitest.mjs', args);
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

await step('Format and lint (Biome)', 'node_modules/@biomejs/biome/bin/biome', 'check', '.');
await step('Generated types (WXT)', 'node_modules/wxt/bin/wxt.mjs', 'prepare');
await step('Types (TypeScript)', 'node_modules/typescript/bin/tsc', '--noEmit');
await step('Built-in glossaries', 'tests/packs/run.ts');
await tests('unit');
await tests('platform');
const there = BROWSERS.filter(([kind, target]) => {
  console.log(`\n— Build: ${target}-mv3`);
  return ready(`Build for ${target}`, () => build(target)) && ready(kind, () => findBrowser(kind));
});
// One after the other: what is measured in one must not suffer from the other.
for (const [kind] of there) await tests(kind);
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
