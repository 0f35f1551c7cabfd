import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DrawnTerm, drawnTerms } from '../launch/drawn-terms.ts';
import { type Ground, openGround } from '../launch/ground.ts';
import { paintAs } from '../launch/paint-as.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

type Painter = DrawnTerm['painter'];

/**
 * Text in the ways that pages dress it, and how its terms are drawn once the page is still. Terms come first: where
 * a line begins within a pixel, Chromium cuts off what ink has of it.
 */
const LINES: readonly (readonly [html: string, ...then: Painter[]])[] = [
  ['<p>DPRK said so.</p>', 'mark'],
  ['<h2 style="color:#a00;letter-spacing:3px">KCNA wrote</h2>', 'mark'],
  ['<p style="text-transform:uppercase;color:#fff;background:#234">Kim Jong Un spoke</p>', 'mark'],
  ['<p style="width:80px">Workers&rsquo; Party of Korea met</p>', 'mark'],
  ['<p><b>DPRK</b> so <span>said</span></p><p><i>KCNA</i>.</p><p><s>KCNA so</s></p>', 'mark', 'mark', 'mark'],
  ['<p style="font-size:9px">DPRK in small</p>', 'mark'],
  ['<p style="font-size:37px">DPRK</p>', 'mark'],
  ['<p style="text-shadow:1px 1px 2px #888">The WPK met.</p>', 'ink'],
  ['<p style="writing-mode:vertical-rl;height:90px">The DPRK</p>', 'ink'],
];
const BODY = LINES.map(([html]) => html).join('');
const STILL = LINES.flatMap(([, ...then]) => then);
const page = (head = ''): string =>
  `<!doctype html><html lang="en"><title>News</title>${head}<style>p,h2{margin:6px 20px}</style><body>${BODY}`;

/** What is on the screen at one and at two pixels of the device to each of CSS. */
async function pictures(tab: Page): Promise<Buffer[]> {
  const taken: Buffer[] = [];
  await tab.bringToFront();
  for (const deviceScaleFactor of [1, 2]) {
    await tab.setViewport({ width: 500, height: 640, deviceScaleFactor });
    const picture = sharp(await tab.screenshot({ type: 'png' }));
    taken.push(await picture.ensureAlpha().raw().toBuffer());
  }
  return taken;
}

/** The edges of letters are smoothed anew behind each seam in a text: less than this is not seen. */
const SMOOTHED = 64;

/** How many pixels of two pictures are not the same. */
function differing(one: Buffer | undefined, other: Buffer | undefined): number {
  if (one === undefined || other === undefined || one.length !== other.length) return Number.NaN;
  let count = 0;
  for (let at = 0; at < one.length; at += 4)
    if (
      [0, 1, 2].some((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) > SMOOTHED)
    )
      count++;
  return count;
}

async function untilDrawnAs(tab: Page, painters: readonly Painter[]): Promise<void> {
  const ways = async () => (await drawnTerms(tab)).map(({ painter }) => painter);
  await expect.poll(ways, { timeout: 15_000 }).toEqual(painters);
}

test('ink and marks look the same to the pixel, and not like no terms', async () => {
  await paintAs(ground, 'ink');
  const tab = await ground.open({ path: '/look.html', page: page() });
  await untilDrawnAs(
    tab,
    STILL.map(() => 'ink'),
  );
  const ink = await pictures(tab);
  await paintAs(ground, 'automatic');
  await tab.bringToFront();
  await untilDrawnAs(tab, STILL);
  const marks = await pictures(tab);
  const off = page('<meta name="glossator" content="off">');
  const bare = await ground.open({ path: '/bare.html', page: off });
  const none = await pictures(bare);
  expect(ink.map((picture, at) => differing(picture, marks[at]))).toEqual([0, 0]);
  for (const [at, picture] of ink.entries()) expect(differing(picture, none[at])).toBeGreaterThan(100);
  await Promise.all([tab.close(), bare.close()]);
});
