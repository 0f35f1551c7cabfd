import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './find-browser.ts';
import { startedProfile } from './launch-firefox.ts';
import { ROOT } from './open-browser.ts';

/** Before the browser tests: the browser is there, and the extension is built from what is tested. */
export default async function setup(project: TestProject): Promise<void> {
  const kind = project.name === 'firefox' ? 'firefox' : 'chromium';
  findBrowser(kind);
  if (kind === 'firefox') await startedProfile();
  if (process.env.GLOSSATOR_BUILT === '1') return;
  build(kind === 'firefox' ? 'firefox' : 'chrome');
}

/** Builds the extension for one browser into `.output`. */
export function build(target: 'chrome' | 'firefox' | 'edge'): void {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  execFileSync(process.execPath, [wxt, 'build', '-b', target, '--mv3', '--level', 'error'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}
