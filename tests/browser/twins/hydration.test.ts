import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FRAMEWORKS, type Framework, type Served, type ServerPart, serverPart } from './bundle.ts';
import { HARMLESS, harm, type Outcome, openTheatre, perform, scriptOf, type Theatre } from './compare.ts';
import { makePaper } from './paper.ts';
import { untilMarked, untilStarted } from './stage.ts';
import { STORIES } from './twin.ts';

const SERVED: readonly Served[] = FRAMEWORKS.filter((framework) => framework !== 'plain');
/** Angular has one application a page: it has no islands of this kind. */
const ISLANDERS = SERVED.filter((framework) => framework !== 'angular');
const SEED = 9;
const PLAN = { seed: 91, steps: 60, restEvery: 20, frames: 8 };

let theatre: Theatre;
const servers = new Map<Framework, ServerPart>();
beforeAll(async () => {
  theatre = await openTheatre();
  // One after the other: Angular's renders share what they show.
  for (const framework of SERVED) servers.set(framework, await serverPart(framework));
});
afterAll(() => theatre.close());

/** When an app takes its page over: scripts as a page has them, around the call that does. */
const WHENS: Readonly<Record<string, (start: string) => string>> = {
  immediately: (start) => start,
  'after 3 s': (start) => `setTimeout(() => ${start}, 3000)`,
  'on interaction': (start) => `addEventListener('pointerdown', () => ${start}, { once: true })`,
};

/** A page as it comes from a server; Angular insists on the body for itself. */
function servedBody(framework: Served, text: string, when: (start: string) => string): string {
  const isWhole = framework === 'angular';
  const root = isWhole ? 'document.body' : "document.getElementById('app')";
  const then = script(framework, when(`glossatorTwin.start(${SEED}, ${root}, true)`));
  return isWhole ? text + then : `<div id="app">${text}</div>${then}`;
}

function served(framework: Framework): ServerPart {
  const server = servers.get(framework);
  if (server === undefined) throw new Error(`${framework} has no server part.`);
  return server;
}

const script = (framework: Framework, then: string): string =>
  `<script src="${scriptOf(framework)}"></script><script type="module">${then}</script>`;

/** Presses in every frame, as a reader does. */
async function press(page: Page): Promise<void> {
  for (const frame of await page.$$('iframe')) await frame.click({ offset: { x: 60, y: 20 } });
}

/** The extension has drawn what is to be drawn: ink in every frame. */
const untilInked = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll('iframe')].every(({ contentWindow }) => {
        const { CSS } = contentWindow as unknown as typeof globalThis;
        return (CSS.highlights.get('glossator')?.size ?? 0) > 0;
      }),
    { timeout: 20_000, polling: 50 },
  );

describe.each(Object.entries(WHENS))('hydration %s', (when, then) => {
  let outcomes: Record<string, Outcome> = {};
  beforeAll(async () => {
    const pages = new Map<Framework, { head: string; body: string }>();
    for (const framework of SERVED) {
      const server = served(framework);
      const text = await server.render(makePaper(SEED, STORIES));
      const body = servedBody(framework, text, then);
      pages.set(framework, { head: server.head?.() ?? '', body });
    }
    const page = (framework: Framework) => pages.get(framework) ?? { body: '' };
    const ready = async (at: Page, isTwin: boolean): Promise<void> => {
      if (when === 'on interaction') {
        if (!isTwin) await untilInked(at);
        await press(at);
      }
      await untilStarted(at);
      if (!isTwin) await untilInked(at);
    };
    const scene = { path: `/hydrate/${when.replaceAll(' ', '-')}`, frameworks: SERVED, page };
    outcomes = await perform(theatre, scene, { ...PLAN, ready });
  });

  test.each(SERVED)('%s', (framework) => {
    expect(outcomes[framework] && harm(outcomes[framework])).toEqual(HARMLESS);
  });
});

describe('islands, taken over one after the other', () => {
  let outcomes: Record<string, Outcome> = {};
  beforeAll(async () => {
    const pages = new Map<Framework, { head: string; body: string }>();
    for (const framework of ISLANDERS) {
      const server = served(framework);
      const islands = makePaper(SEED, STORIES).map(async (story, at) => {
        const text = await server.render([story], `part${at}`);
        return `<p>Between islands, the DPRK.</p><div class="island" data-part="part${at}">${text}</div>`;
      });
      const then = `glossatorTwin.startIslands(${SEED}, [...document.querySelectorAll('.island')])`;
      const body = (await Promise.all(islands)).join('') + script(framework, then);
      pages.set(framework, { head: server.head?.() ?? '', body });
    }
    const page = (framework: Framework) => pages.get(framework) ?? { body: '' };
    const ready = async (at: Page, isTwin: boolean): Promise<void> => {
      await untilStarted(at);
      if (!isTwin) await untilInked(at);
    };
    outcomes = await perform(theatre, { path: '/islands', frameworks: ISLANDERS, page }, { ...PLAN, ready });
  });

  test.each(ISLANDERS)('%s', (framework) => {
    expect(outcomes[framework] && harm(outcomes[framework])).toEqual(HARMLESS);
  });
});

/** Preact's servers write text and elements alone, which no page is known by; React's leave comments. */
const PAIR: readonly Served[] = ['preact', 'react'];

describe('a page without any sign, taken over once it holds marks', () => {
  let outcomes: Record<string, Outcome> = {};
  beforeAll(async () => {
    const pages = new Map<Framework, { body: string }>();
    for (const framework of PAIR) {
      const text = await served(framework).render(makePaper(SEED, STORIES));
      const then = `addEventListener('pointerdown', () => glossatorTwin.start(${SEED}, document.querySelector('main'), true), { once: true })`;
      const body = `<main>${text}</main><script src="${scriptOf(framework)}"></script><script>${then}</script>`;
      pages.set(framework, { body });
    }
    const page = (framework: Framework) => pages.get(framework) ?? { body: '' };
    const ready = async (at: Page, isTwin: boolean): Promise<void> => {
      if (!isTwin) await untilMarked(at, ['preact']);
      await press(at);
      await untilStarted(at);
    };
    outcomes = await perform(theatre, { path: '/late', frameworks: PAIR, page }, { ...PLAN, ready });
  });

  test.each(PAIR)('%s', (framework) => {
    expect(outcomes[framework] && harm(outcomes[framework])).toEqual(HARMLESS);
  });
});
