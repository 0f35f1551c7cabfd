import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BenchBrowser, openBench, untilTerms } from './bench-page.ts';

let bench: BenchBrowser;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** What is on the page, and the terms a reader would find there. */
const PAGES: readonly (readonly [name: string, body: string, terms: readonly string[]])[] = [
  ['one paragraph', '<p>The DPRK said.</p>', ['DPRK']],
  ['across elements', "<p>The Workers' <b>Party</b> of <i>Korea</i>.</p>", ["Workers' Party of Korea"]],
  ['not across blocks', "<p>Workers' Party</p><p>of Korea</p>", []],
  ['not across a line break', "<p>Workers' Party<br>of Korea, WPK</p>", ['WPK']],
  ['not across an image', "<p>Workers' Party <img alt=x> of Korea</p>", []],
  ['not in what is not read', '<script>DPRK</script><style>DPRK</style><template>DPRK</template>', []],
  ['not in code', '<p><code>DPRK</code> <kbd>WPK</kbd> <samp>WPK</samp></p><pre>KCNA</pre>', []],
  ['not in forms', '<textarea>DPRK</textarea><input value=DPRK><select><option>DPRK</select>', []],
  ['not in editors', '<div contenteditable>DPRK <b contenteditable=false>WPK</b></div>', []],
  ['outside of an editor', '<div contenteditable=false>DPRK</div>', ['DPRK']],
  ['not where hidden', '<p hidden>DPRK</p><p aria-hidden=true>DPRK</p><p style=display:none>DPRK</p>', []],
  ['not where invisible', '<p style=visibility:hidden>DPRK <b style=visibility:visible>WPK</b></p>', []],
  ['not in hidden inline text', '<p>WPK <span style=display:none>DPRK</span></p>', ['WPK']],
  ['not in drawings', '<svg><text y=20>DPRK</text></svg><math><mi>WPK</mi></math>', []],
  [
    'not where the author says no',
    '<p data-glossator=off>DPRK</p><div class="a noglossary"><p>WPK</p></div>',
    [],
  ],
  ['not in closed details', '<details><summary>WPK</summary><p>DPRK</p></details>', ['WPK']],
  [
    'boxes in a line are words',
    '<p><span style=display:inline-block>WPK</span><span style=display:inline-block>DPRK</span></p>',
    ['WPK', 'DPRK'],
  ],
  [
    'blocks that look inline by name',
    '<p><span style=display:block>WPK</span><span style=display:block>DPRK</span></p>',
    ['WPK', 'DPRK'],
  ],
  ['footnotes are not part of a word', '<p>The WPK<sup>1</sup> said.</p>', ['WPK']],
  ['text without an element', 'The DPRK<br>and KCNA', ['DPRK', 'KCNA']],
  ['table cells', '<table><tr><td>WPK<td>DPRK</table>', ['WPK', 'DPRK']],
  ['display: contents', '<div style=display:contents><p style=display:contents>DPRK</p></div>', ['DPRK']],
  ['declarative shadow root and slot', '<div id=h><b>WPK</b></div>', ['WPK']],
  ['unclosed and nested', '<ul><li>WPK<ul><li>DPRK</ul><li>KCNA</ul>', ['WPK', 'DPRK', 'KCNA']],
  [
    'a paragraph like one before it, but for what is hidden in it',
    '<p>a <em>b</em> WPK</p><p>a <em hidden>KCNA</em> DPRK</p><p>a <em>b <b hidden>KCNA</b></em> WPK</p>',
    ['WPK', 'DPRK', 'WPK'],
  ],
  [
    'paragraphs of one kind, some of them not to be read',
    '<style>.d p:nth-child(4) { display: none }</style><div class=d><p>a <em>b</em> WPK</p><p>a <em>b</em> DPRK</p>' +
      '<p hidden>KCNA</p><p>KCNA</p>, the DPRK, <p>a <em>b</em> WPK</p><p class=noglossary>KCNA</p>' +
      '<p>a <code>KCNA</code> DPRK</p><p contenteditable>KCNA</p><p>the <i style=display:none>KCNA</i> WPK</p></div>',
    ['WPK', 'DPRK', 'DPRK', 'WPK', 'DPRK', 'WPK'],
  ],
  [
    'a paragraph like one before it, but for what is not text in it',
    "<p>a <em>b</em> WPK</p><p>Workers' Party <code>KCNA</code> of Korea <em>DPRK</em></p>",
    ['WPK', 'DPRK'],
  ],
  [
    'elements of one name that look different in other places',
    '<style>.c em { display: block }</style><p>W<em>PK</em> </p><p class=c>W<em>PK</em></p>',
    ['WPK'],
  ],
  ['white space before the first words', '<p>\n  <b> The</b> DPRK <i>and WPK</i></p>', ['DPRK', 'WPK']],
  ['right to left', '<p dir=rtl>אבג DPRK אבג</p>', ['DPRK']],
  ['opted out as a whole', '<!doctype html><html><head><meta name=glossator content=off><body>DPRK', []],
];

describe('what is read', () => {
  test.each(PAGES)('%s', async (_name, body, terms) => {
    const page = await bench.page(`${body}<p>KCNA end</p>`);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await page.evaluate(() => glossatorBench.start());
    const isOff = body.includes('name=glossator');
    await untilTerms(page, isOff ? [] : [...terms, 'KCNA']);
    await page.evaluate(() => glossatorBench.stop());
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([
      0, 0,
    ]);
    await page.close();
  });

  test('open shadow roots, also those that come later', async () => {
    const page = await bench.page('<div id=a>WPK</div><x-late></x-late><p>KCNA</p>');
    await page.evaluate(() => glossatorBench.start());
    await untilTerms(page, ['WPK', 'KCNA']);
    await page.evaluate(() => {
      const root = document.querySelector('x-late')?.attachShadow({ mode: 'open' });
      root?.append(Object.assign(document.createElement('p'), { textContent: 'The DPRK in shadow' }));
    });
    await untilTerms(page, ['WPK', 'DPRK', 'KCNA']);
    await page.evaluate(() => {
      const inner = document.querySelector('x-late')?.shadowRoot?.querySelector('p');
      if (inner) inner.textContent = 'KCNA now';
    });
    await untilTerms(page, ['WPK', 'KCNA', 'KCNA']);
    await page.close();
  });

  test('batches hold 64 KiB at most, what is on the screen comes first', async () => {
    const words = 'and so on with many words '.repeat(20);
    const page = await bench.page(
      Array.from({ length: 600 }, (_, n) => `<p id=p${n}>WPK ${words} ${n}</p>`).join(''),
    );
    await page.evaluate(() => document.getElementById('p400')?.scrollIntoView());
    await page.evaluate(() => glossatorBench.start());
    await page.waitForFunction(() => glossatorBench.texts().length === 600, { timeout: 8_000 });
    const batches = await page.evaluate(() => glossatorBench.batches.map(({ passages }) => passages));
    const sizes = batches.map((passages) => passages.reduce((sum, text) => sum + text.length, 0));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(65_536);
    expect(batches.flat()).toHaveLength(600);
    const first = Number(/ (\d+)$/.exec(batches[0]?.[0] ?? '')?.[1]);
    expect(first).toBeGreaterThanOrEqual(400);
    expect(first).toBeLessThan(410);
    await page.close();
  });

  test('the first terms are drawn with the answer: what is near the screen is known by then', async () => {
    const far = '<p style="margin-top: 5000px">KCNA</p>';
    const page = await bench.page(`<p>WPK</p><p>Nothing.</p><p id=gone>DPRK</p>${far}`);
    const drawn = await page.evaluate(async () => {
      const answer = Promise.withResolvers<void>();
      glossatorBench.patience = answer.promise;
      await glossatorBench.start({ painting: 'ink' });
      while (glossatorBench.batches.length === 0) await new Promise(requestAnimationFrame);
      // Who observes after a frame in which others did hears of it after them.
      for (let n = 0; n < 2; n++)
        await new Promise((resolve) => new IntersectionObserver(resolve).observe(document.body));
      document.getElementById('gone')?.remove();
      answer.resolve();
      // No frame comes in between.
      for (let n = 0; n < 100; n++) await undefined;
      const ranges = [...(CSS.highlights.get('glossator') ?? [])] as StaticRange[];
      return ranges.map(({ startContainer, startOffset, endOffset }) =>
        startContainer.nodeValue?.slice(startOffset, endOffset),
      );
    });
    expect(drawn).toEqual(['WPK']);
    await page.close();
  });

  test('a form held back is released when the page shows what it is about', async () => {
    const page = await bench.page('<p>The RGB did it.</p>');
    await page.evaluate(() => glossatorBench.start());
    await page.waitForFunction(() => glossatorBench.batches.length === 1);
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('p'), { textContent: 'In Pyongyang.' })),
    );
    await untilTerms(page, ['RGB']);
    await page.close();
  });
});
