import type { Browser, Page } from 'puppeteer-core';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../launch/find-browser.ts';
import { KIND } from '../launch/ground.ts';
import { launchFirefox } from '../launch/launch-firefox.ts';
import type {} from './in-page.ts';

/** A browser without the extension, whose pages run our part of a page as a script of their own. */
export interface BenchBrowser {
  readonly browser: Browser;
  /** A page with this body, our part loaded but not started. Errors of the page are collected. */
  page(body: string): Promise<Page & { errors: string[] }>;
  close(): Promise<void>;
}

export async function openBench(): Promise<BenchBrowser> {
  const [browser, script] = await Promise.all([openPlain(), inPageScript()]);
  return {
    browser,
    async page(body) {
      const page = Object.assign(await browser.newPage(), { errors: [] as string[] });
      page.on('pageerror', (error) => page.errors.push(String(error)));
      const html = /<html/i.test(body) ? body : `<!doctype html><html lang="en"><body>${body}</body></html>`;
      await page.setContent(html);
      await page.evaluate(script);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Our part of a page, as one script. */
export async function inPageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
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

export function openPlain(): Promise<Browser> {
  const defaultViewport = { width: 1000, height: 800 };
  if (KIND === 'firefox') return launchFirefox({ defaultViewport });
  return launch({
    browser: 'chrome',
    executablePath: findBrowser('chromium'),
    pipe: true,
    defaultViewport,
    args: ['--no-first-run', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** Waits until the terms on a page are these, in this order. */
export async function untilTerms(page: Page, wanted: readonly string[], timeout = 6_000): Promise<void> {
  const same = (list: readonly string[]): boolean => glossatorBench.texts().join('|') === list.join('|');
  await page.waitForFunction(same, { timeout, polling: 30 }, wanted).catch(async () => {
    const found = await page.evaluate(() => glossatorBench.texts());
    throw new Error(`Terms are ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}.`);
  });
}

/** Waits until a test in the page holds. */
export async function until(page: Page, test: () => boolean, timeout = 8_000): Promise<void> {
  await page.waitForFunction(test, { timeout, polling: 30 });
}
