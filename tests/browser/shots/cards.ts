import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../popover/open-browser.ts';
import { type Visit, visit } from '../popover/visit.ts';

const TEXT = `After the plenary meeting the <span id="wpk" data-term="nk/wpk" data-why="This page also says “Pyongyang”.">WPK</span>
told <span id="kcna" data-term="nk/kcna">KCNA</span> that the <span id="dprk" data-term="nk/dprk">DPRK</span> and its
<span id="rgb" data-term="nk/rgb" data-others="gfx/rgb" data-why="This page also says “Pyongyang”.">RGB</span>
would report to the <span id="msmt" data-term="page:MSMT">MSMT</span>, <span id="mine" data-term="own/mine">my term</span>,
the <span id="knesset" data-term="he/knesset" lang="he">הכנסת</span> and the <span id="long" data-term="nk/long">longest word</span>.`;

const ARTICLE = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><style>
html { font: 17px/1.6 Georgia, serif; color: #222; background: #fff } @media (prefers-color-scheme: dark) { html { color: #ccc; background: #16181b } }
body { max-width: 38em; margin: 2em auto; padding: 0 1em } [data-term] { text-decoration: underline dotted }
</style></head><body><p>${TEXT}</p><p>${TEXT.replace(/<span[^>]*>|<\/span>/g, '')}</p></body></html>`;

interface Shot {
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  readonly touch?: boolean;
  readonly features?: readonly { name: string; value: string }[];
  readonly act: (reader: Visit) => Promise<void>;
}

const hover = (id: string, heading: string) => async (reader: Visit) => {
  await reader.hover(id);
  await reader.card(heading);
};
const wpk = hover('#wpk', "Workers' Party of Korea");
const dark = [{ name: 'prefers-color-scheme', value: 'dark' }];
const forced = [{ name: 'forced-colors', value: 'active' }];

async function more(reader: Visit): Promise<void> {
  await wpk(reader);
  await reader.press('More');
}

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const SHOTS: readonly Shot[] = [
  { name: 'light', act: wpk },
  { name: 'dark', features: dark, act: wpk },
  { name: 'more', act: more },
  { name: 'more-dark', features: dark, act: more },
  {
    name: 'hidden',
    act: async (reader) => {
      await more(reader);
      await reader.press('Hide everywhere');
      await reader.page.waitForFunction(() => document.querySelector('[data-hidden]') !== null);
    },
  },
  {
    name: 'related-back',
    act: async (reader) => {
      await wpk(reader);
      await reader.press('DPRK');
      await reader.card('DPRK');
    },
  },
  { name: 'senses', act: hover('#rgb', 'RGB') },
  { name: 'page-term', act: hover('#msmt', 'MSMT') },
  { name: 'right-to-left', act: hover('#knesset', 'הכנסת') },
  { name: 'long', act: hover('#long', LONG) },
  { name: 'long-narrow', width: 360, height: 640, act: hover('#long', LONG) },
  { name: 'narrow', width: 360, height: 640, act: more },
  { name: 'zoom-200', width: 640, height: 400, scale: 2, act: more },
  { name: 'low-frame', width: 600, height: 130, act: wpk },
  { name: 'forced-colours', features: forced, act: more },
  {
    name: 'keyboard',
    act: async (reader) => {
      await reader.order('step', 'next');
      await reader.card("Workers' Party of Korea");
      await reader.page.keyboard.press('Tab');
      await reader.page.keyboard.press('Tab');
      await reader.page.keyboard.press('Tab');
    },
  },
  {
    name: 'pinned',
    act: async (reader) => {
      await wpk(reader);
      await reader.press('Keep open');
      await reader.hover('#kcna');
      await reader.card('KCNA');
    },
  },
  {
    name: 'no-terms',
    act: async (reader) => {
      await reader.page.evaluate(() => {
        for (const span of document.querySelectorAll('[data-term]')) span.removeAttribute('data-term');
      });
      await reader.order('step', 'next');
      await reader.card('No terms here');
    },
  },
  {
    name: 'nothing-selected',
    act: async (reader) => {
      await reader.order('lookUp');
      await reader.card('Look up');
    },
  },
  {
    name: 'failed',
    act: async (reader) => {
      await more(reader);
      await reader.order('fail', 'There is no room for more: hidden would take 110000 characters.');
      await reader.press('I know this');
      await reader.page.waitForFunction(
        () => document.querySelector('glossator-popover')?.shadowRoot?.querySelector('.status')?.textContent,
      );
    },
  },
  { name: 'right-to-left-dark', features: dark, act: hover('#knesset', 'הכנסת') },
  { name: 'right-to-left-narrow', width: 320, height: 560, act: hover('#knesset', 'הכנסת') },
  { name: 'senses-dark', features: dark, act: hover('#rgb', 'RGB') },
  { name: 'high-contrast', features: [{ name: 'prefers-contrast', value: 'more' }], act: more },
  {
    name: 'near',
    act: async (reader) => {
      await reader.order('lookUp', 'DPRQ');
      await reader.card('DPRQ');
    },
  },
  {
    name: 'sheet',
    width: 390,
    height: 780,
    scale: 2,
    touch: true,
    act: async (reader) => {
      await reader.page.tap('#wpk');
      await reader.card("Workers' Party of Korea");
    },
  },
  {
    name: 'sheet-dark-more',
    width: 390,
    height: 780,
    scale: 2,
    touch: true,
    features: dark,
    act: async (reader) => {
      await reader.page.tap('#wpk');
      await reader.card("Workers' Party of Korea");
      await reader.press('More');
    },
  },
];

async function prepare(
  page: Page,
  { width = 760, height = 480, scale = 1, touch = false, features = [] }: Shot,
) {
  await page.setViewport({ width, height, deviceScaleFactor: scale, isMobile: touch, hasTouch: touch });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }, ...features]);
}

/** Pictures of the card in every state, into a directory that is there. */
export async function shootCards(directory: string): Promise<void> {
  const test = await openBrowser();
  try {
    for (const shot of SHOTS) {
      const reader = await visit(test, ARTICLE);
      await prepare(reader.page, shot);
      await shot.act(reader);
      await reader.page.screenshot({ path: join(directory, `card-${shot.name}.png`) });
      await reader.close();
    }
  } finally {
    await test.close();
  }
}
