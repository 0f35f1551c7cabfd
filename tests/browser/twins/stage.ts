import type { Page } from 'puppeteer-core';
import type { PageServer } from '../launch/serve-pages.ts';
import type { Framework } from './bundle.ts';
import type { Account, Plan } from './twin.ts';

const STYLE = 'body{font:5px/1.2 sans-serif;margin:2px}h3,p,ul{margin:0}article{margin:0 0 2px}';
const FRAMES = 'body{margin:0}iframe{width:195px;height:390px;border:0;float:left}';

/** How an app comes into its page. */
export interface Scene {
  /** Path of the scene; the frames' pages are put below it, under names that say nothing. */
  readonly path: string;
  readonly frameworks: readonly Framework[];
  /** What is in the head besides title and style, and the body of a framework's page. */
  readonly page: (framework: Framework) => { readonly head?: string; readonly body: string };
}

/** Puts one page with a frame for each framework on a server; returns its address. */
export function stage(pages: PageServer, { path, frameworks, page }: Scene): string {
  const frames = frameworks.map((framework, at) => {
    const { head = '', body } = page(framework);
    const whole = `<title>News from Pyongyang</title><style>${STYLE}</style>${head}</head><body>${body}</body>`;
    pages.put(`${path}/${at}.html`, `<!doctype html><html lang="en"><head>${whole}</html>`);
    return `<iframe name="${framework}" src="${path}/${at}.html"></iframe>`;
  });
  return pages.put(
    `${path}/all.html`,
    `<!doctype html><title>All</title><style>${FRAMES}</style>${frames.join('')}`,
  );
}

/** Opens a page of frames, all of them in sight, and waits until all apps have started. */
export async function openStage(page: Page, address: string): Promise<void> {
  await page.setViewport({ width: 800, height: 800 });
  await page.goto(address, { waitUntil: 'load' });
}

export const untilStarted = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll('iframe')].every(
        ({ contentWindow }) => (contentWindow as unknown as typeof globalThis).glossatorTwin?.started,
      ),
    { timeout: 30_000, polling: 50 },
  );

/** Waits until there are marks in the frames of some frameworks, and no more come. */
export function untilMarked(page: Page, frameworks: readonly Framework[]): Promise<unknown> {
  return page.waitForFunction(
    (names) => {
      const kept = globalThis as { glossatorMarks?: string; glossatorSame?: number };
      const counts = [...document.querySelectorAll('iframe')]
        .filter(({ name }) => (names as string[]).includes(name))
        .map(({ contentWindow }) => (contentWindow as unknown as typeof globalThis).glossatorTwin.marks());
      const same = counts.join() === kept.glossatorMarks ? (kept.glossatorSame ?? 0) + 1 : 0;
      Object.assign(kept, { glossatorMarks: counts.join(), glossatorSame: same });
      return counts.every((count) => count > 0) && same >= 5;
    },
    { timeout: 20_000, polling: 50 },
    frameworks,
  );
}

/** Runs all apps of a page side by side. */
export function runAll(page: Page, plan: Plan): Promise<Record<string, Account>> {
  return page.evaluate(async (one) => {
    const frames = [...document.querySelectorAll('iframe')];
    const accounts = frames.map(async ({ name, contentWindow }) => {
      const { glossatorTwin } = contentWindow as unknown as typeof globalThis;
      return [name, await glossatorTwin.run(one)] as const;
    });
    return Object.fromEntries(await Promise.all(accounts));
  }, plan);
}

/** What an app's page saw at one look. */
export function stateAt(page: Page, framework: Framework, look: number): Promise<string> {
  return page.evaluate(
    (name, at) => {
      const frame = document.querySelector(`iframe[name=${name}]`) as HTMLIFrameElement;
      return (frame.contentWindow as unknown as typeof globalThis).glossatorTwin.state(at);
    },
    framework,
    look,
  );
}
