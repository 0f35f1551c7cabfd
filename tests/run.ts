import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
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

/** What is used of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

interface Count {
  passed: number;
  failed: number;
}
const total: Count = { passed: 0, failed: 0 };
/** What failed, a line each: told at the end, where it is looked for. */
const failures: string[] = [];

/** Runs a script to its end and hands out its exit code. */
function run(script: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, GLOSSATOR_BUILT: '1' },
  });
  return new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
}

async function step(what: string, script: string, ...args: string[]): Promise<void> {
  console.log(`\n— ${what}`);
  if ((await run(script, args)) === 0) count({ passed: 1, failed: 0 });
  else fail(what);
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
  const counted = countIn(file, project);
  count(counted);
  // A run that ends badly without a failed test (a file that does not load, say) has failed as well.
  if (counted.failed === 0 && (status !== 0 || counted.passed === 0))
    fail(`${project}: the run ended with ${status ?? 'a signal'} after ${counted.passed} passed tests`);
}

/** The tests counted in vitest's report; those that failed are kept with the first line of why. */
function countIn(file: string, project: string): Count {
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'));
    for (const { name, status, message, assertionResults } of report.testResults) {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      if (status === 'failed' && failed.length === 0) failures.push(line(project, name, '', message));
      for (const test of failed)
        failures.push(line(project, name, ` › ${test.fullName}`, test.failureMessages[0] ?? ''));
    }
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function line(project: string, file: string, test: string, message: string): string {
  return `${project}: ${relative(ROOT, file)}${test}: ${message.split('\n', 1)[0]}`;
}

function fail(what: string): void {
  failures.push(what);
  count({ passed: 0, failed: 1 });
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
    fail(`${what}: ${error instanceof Error ? error.message : String(error)}`);
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
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((one) => `  ${one}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
