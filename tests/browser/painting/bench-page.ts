import type { Browser, Page } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../launch/find-browser.ts';
import { KIND } from '../launch/ground.ts';
import type {} from './in-page.ts';

/** Our part of a page, as one script. */
export async function inPageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.BROWSER': '"chrome"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('in-page.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'bench',
      },
    },
  });
  const output = (Array.isArray(built) ? built[0] : built) as { output?: { code?: string }[] };
  const code = output.output?.[0]?.code;
  if (code === undefined) throw new Error('The bench script was not built.');
  return code;
}

/** A browser without the extension, for tests that reach into our part of the page. */
export function openPlain(): Promise<Browser> {
  const chromium = KIND === 'chromium';
  return launch({
    browser: chromium ? 'chrome' : 'firefox',
    executablePath: findBrowser(KIND),
    pipe: chromium,
    defaultViewport: { width: 1000, height: 800 },
    args: chromium ? ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] : [],
  });
}

/** Waits in the page until a test on it holds. */
export async function until(page: Page, test: () => boolean, timeout = 8_000): Promise<void> {
  await page.waitForFunction(test, { timeout, polling: 50 });
}
