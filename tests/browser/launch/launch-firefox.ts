import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Browser, type LaunchOptions, launch } from 'puppeteer-core';
import { findBrowser } from './find-browser.ts';

/** Profiles that have been started in once; gone with `npm ci`. */
const STARTED = join(import.meta.dirname, '../../../node_modules/.cache/glossator');

/** Starts Firefox in a profile of its own, which goes when it closes. */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'glossator-firefox-'));
  cpSync(await startedProfile(), profile, { recursive: true });
  const browser = await launch({
    ...options,
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    userDataDir: profile,
  });
  const close = browser.close.bind(browser);
  return Object.assign(browser, {
    async close() {
      await close();
      forget(profile);
    },
  });
}

/**
 * A profile that this Firefox has started in once, and nothing else has happened in: on a profile's first start
 * Firefox makes its databases and compiles its own scripts, which is more than half of the work of a start.
 */
export async function startedProfile(): Promise<string> {
  const program = realpathSync(findBrowser('firefox'));
  const started = join(STARTED, `${basename(program)}-${Math.round(statSync(program).mtimeMs)}`);
  if (existsSync(started)) return started;
  mkdirSync(STARTED, { recursive: true });
  const profile = mkdtempSync(`${started}-`);
  await (await launch({ browser: 'firefox', executablePath: program, userDataDir: profile })).close();
  for (const left of ['lock', '.parentlock']) rmSync(join(profile, left), { force: true });
  keep(profile, started);
  return started;
}

/** Whoever comes second finds it there. */
function keep(profile: string, as: string): void {
  try {
    renameSync(profile, as);
  } catch (error) {
    if (!existsSync(as)) throw error;
    forget(profile);
  }
}

function forget(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
