/** mark.js called directly on the same pages, as far as it gets: what the extension would cost without its own way. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'puppeteer-core';
import { article, wordsOf } from './page-made.ts';

const MARK = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8');
/** Longer than this (ms) nobody waits for a page. */
const PATIENCE = 30_000;

/** Milliseconds that mark.js takes for a page of so many words and so many forms, or why there are none. */
export async function markDirectly(browser: Browser, words: number, forms: number): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.setContent(article(words, '<meta name="glossator" content="off">'));
    await page.evaluate(MARK);
    const marking = page.evaluate((list) => {
      const Mark = Reflect.get(globalThis, 'Mark');
      const began = performance.now();
      new Mark(document.body).mark(list, {
        separateWordSearch: false,
        accuracy: 'exactly',
        caseSensitive: true,
      });
      document.body.getBoundingClientRect();
      return performance.now() - began;
    }, wordsOf(forms));
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
    const time = await Promise.race([marking, late]);
    marking.catch(() => undefined);
    return time === undefined ? `over ${PATIENCE / 1_000} s` : `${time.toFixed(0)} ms`;
  } catch (error) {
    // The regular expression that it could not make stands before the reason.
    return `throws: ${String(error).split('\n')[0]?.split(': ').at(-1)}`;
  } finally {
    await page.close();
  }
}
