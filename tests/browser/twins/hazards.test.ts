import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Ground, openGround } from '../launch/ground.ts';
import { openPlain } from '../painting/bench-page.ts';
import { HAZARDS } from './hazards.ts';

interface Sight {
  readonly boxes: string;
  readonly deed: string;
  readonly after: string;
}

let ground: Ground;
let plain: Browser;
let ours: readonly Sight[];
let twins: readonly Sight[];
beforeAll(async () => {
  [ground, plain] = await Promise.all([openGround(), openPlain()]);
  const address = put();
  const [page, twin] = await Promise.all([ground.browser.newPage(), plain.newPage()]);
  for (const one of [page, twin]) {
    await one.setViewport({ width: 1_200, height: 900 });
    await one.goto(address, { waitUntil: 'load' });
  }
  await untilDrawn(page);
  [ours, twins] = await Promise.all([look(page), look(twin)]);
});
afterAll(() => Promise.all([ground.close(), plain.close()]));

/** All hazards in frames of one page, so that they are still together. */
function put(): string {
  const frames = HAZARDS.map(({ style = '', body, before = '', deed }, at) => {
    const script = `${before}; globalThis.deed = () => ${deed}`;
    const page = `<title>News from Pyongyang</title><style>body{font:12px/1.3 sans-serif}${style}</style>`;
    ground.pages.put(`/h/${at}.html`, `<!doctype html>${page}<body>${body}<script>${script}</script>`);
    return `<iframe src="/h/${at}.html"></iframe>`;
  });
  const style = '<style>body{margin:0}iframe{width:195px;height:140px;border:0;float:left}</style>';
  return ground.pages.put('/h/all.html', `<!doctype html><title>All</title>${style}${frames.join('')}`);
}

/** Marks are there where they are to be, ink or marks elsewhere. */
async function untilDrawn(page: Page): Promise<void> {
  const bare = (): Promise<string[]> =>
    page.evaluate(
      (hazards) => {
        const frames = [...document.querySelectorAll('iframe')];
        return hazards.flatMap(({ name, marks = false }, at) => {
          const { contentWindow, contentDocument } = frames[at] ?? {};
          const { CSS } = contentWindow as unknown as typeof globalThis;
          const isMarked = contentDocument?.querySelector('mark[data-glossator]') !== null;
          return isMarked || (!marks && (CSS.highlights.get('glossator')?.size ?? 0) > 0) ? [] : name;
        });
      },
      HAZARDS.map(({ name, marks }) => ({ name, marks })),
    );
  await vi.waitFor(async () => expect(await bare()).toEqual([]), { timeout: 30_000, interval: 100 });
}

/** What each page sees of itself: its boxes, what it goes by, and what is there in the end. */
function look(page: Page): Promise<Sight[]> {
  return page.evaluate(async () => {
    const frames = [...document.querySelectorAll('iframe')];
    const boxes = frames.map(({ contentDocument }) => {
      const elements = contentDocument?.body.querySelectorAll(':not(mark[data-glossator])') ?? [];
      const found = [...elements].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName} ${[x, y, width, height].map((number) => number.toFixed(1)).join()}`;
      });
      return found.join('\n');
    });
    const deeds = frames.map(({ contentWindow }) => {
      const { deed } = contentWindow as unknown as { deed: () => unknown };
      return JSON.stringify(deed());
    });
    await new Promise((next) => requestAnimationFrame(next));
    const after = frames.map(({ contentDocument }) => {
      const copy = contentDocument?.body.cloneNode(true) as HTMLElement;
      for (const mark of copy.querySelectorAll('mark[data-glossator]')) mark.replaceWith(...mark.childNodes);
      return copy.innerHTML;
    });
    return frames.map((_, at) => ({ boxes: boxes[at] ?? '', deed: deeds[at] ?? '', after: after[at] ?? '' }));
  });
}

describe('hazards for what touches a page', () => {
  test.each(HAZARDS.map(({ name }, at) => [name, at] as const))('%s', (_, at) => {
    expect(ours[at]).toEqual(twins[at]);
  });
});
