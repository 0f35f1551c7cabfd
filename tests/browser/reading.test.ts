import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DrawnTerm, settledTerms } from './launch/drawn-terms.ts';
import { type Ground, openGround } from './launch/ground.ts';
import { seenCard, waitForCard } from './launch/in-card.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

/** The words planted in the sample article, by paragraph, and the card each must open. */
const PLANTED: readonly (readonly [where: string, text: string, card: string])[] = [
  ['lead', 'Kim Jong Un', 'Kim Jong Un'],
  ['lead', 'munitions industry', 'Munitions industry'],
  ['lead', 'civil defense', 'Civil defense (North Korea)'],
  ['lead', 'North Korean', 'North Korea'],
  ['party', 'plenary meeting', 'Plenary meeting'],
  ['party', 'Central Committee', 'Central Committee (WPK)'],
  ['party', 'Workers’ Party of Korea', "Workers' Party of Korea"],
  ['party', 'WPK', "Workers' Party of Korea"],
  ['agency', 'KCNA', 'KCNA'],
  ['agency', 'Korean peninsula', 'Korean peninsula'],
  ['agency', 'DPRK', 'DPRK'],
  ['friends', 'Supreme Leader', 'Supreme Leader'],
  ['friends', 'anti-imperialist', 'Anti-imperialist'],
  ['friends', 'Pyongyang', 'Pyongyang'],
  ['friends', 'regional allies', 'Regional allies (of North Korea)'],
  ['friends', 'Vladimir Putin', 'Vladimir Putin'],
  ['friends', 'Xi Jinping', 'Xi Jinping'],
  ['speech', 'New Year’s address', "New Year's speech"],
  ['army', 'Korean People’s Army', "Korean People's Army"],
  ['army', 'KPA', "Korean People's Army"],
];

/** Terms of the whole page: what is far below is drawn when it comes near. */
async function allTerms(page: Awaited<ReturnType<Ground['open']>>): Promise<DrawnTerm[]> {
  const all = new Map<string, DrawnTerm>();
  for (const id of ['lead', 'friends', 'army']) {
    await page.$eval(`#${id}`, (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    for (const term of await settledTerms(page, 3))
      all.set(`${term.where}:${term.text.replace(/\s+/g, ' ')}`, term);
  }
  return [...all.values()];
}

describe('the sample article', () => {
  test('has every planted term drawn', async () => {
    const page = await ground.open('article.html');
    const found = (await allTerms(page)).map(({ where, text }) => `${where}: ${text.replace(/\s+/g, ' ')}`);
    expect(found).toEqual(expect.arrayContaining(PLANTED.map(([where, text]) => `${where}: ${text}`)));
    await page.close();
  });

  test.each(PLANTED)('%s: %s opens the card “%s”', async (where, text, card) => {
    const page = await ground.open('article.html');
    await page.$eval(`#${where}`, (element) =>
      element.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    const wanted = text.split(' ')[0] ?? text;
    const terms = await settledTerms(page, 3);
    const term = terms.find(
      (one) => one.where === where && one.text.startsWith(wanted) && !/^Kim$/.test(one.text),
    );
    expect(term, `${text} is drawn`).toBeDefined();
    await page.mouse.move((term?.x ?? 0) - 3, term?.y ?? 0);
    await page.mouse.move(term?.x ?? 0, term?.y ?? 0);
    const seen = await waitForCard(page, card);
    expect(seen.role).toMatch(/^(dialog|tooltip)$/);
    expect(seen.text.length).toBeGreaterThan(60);
    await page.close();
  });
});

test('a page about graphics has nothing drawn but the one abbreviation that is meant', async () => {
  const page = await ground.open('graphics.html');
  expect((await settledTerms(page, 1)).map(({ text }) => text)).toEqual(['NATO']);
  await page.close();
});

test('Escape closes the card, and the card stays while the pointer is in it', async () => {
  const page = await ground.open('article.html');
  const term = (await settledTerms(page, 5)).find(({ text }) => text === 'KCNA');
  await page.mouse.move((term?.x ?? 0) - 2, term?.y ?? 0);
  await page.mouse.move(term?.x ?? 0, term?.y ?? 0);
  const { box } = await waitForCard(page, 'KCNA');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect((await seenCard(page))?.name).toBe('KCNA');
  await page.keyboard.press('Escape');
  expect(await seenCard(page)).toBeUndefined();
  expect(await page.$('glossator-popover')).toBeNull();
  await page.close();
});

test('text that arrives later is read too', async () => {
  const page = await ground.open({
    path: '/later.html',
    page: '<!doctype html><title>News</title><p id="first">Nothing yet.</p>',
  });
  await page.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.id = 'new';
    paragraph.textContent = 'The KCNA report came from Pyongyang.';
    document.body.append(paragraph);
  });
  expect((await settledTerms(page, 2)).map(({ text }) => text)).toEqual(['KCNA', 'Pyongyang']);
  await page.$eval('#first', (element) => (element.textContent = 'The DPRK spoke.'));
  expect((await settledTerms(page, 3)).map(({ text }) => text)).toEqual(['DPRK', 'KCNA', 'Pyongyang']);
  await page.close();
});

const POLICIES: readonly (readonly [string, string])[] = [
  [
    'a strict content security policy',
    "default-src 'none'; style-src 'none'; sandbox allow-scripts allow-same-origin",
  ],
  ['Trusted Types', "require-trusted-types-for 'script'; trusted-types 'none'"],
];

test.each(POLICIES)('a page with %s is explained like any other', async (_, policy) => {
  const body =
    '<!doctype html><title>N</title><p id="p">Reports of KCNA were quoted by the DPRK embassy.</p>';
  const page = await ground.open({
    path: '/policy.html',
    page: { body, headers: { 'content-security-policy': policy } },
  });
  const [term] = await settledTerms(page, 2);
  await page.mouse.move((term?.x ?? 0) - 2, term?.y ?? 0);
  await page.mouse.move(term?.x ?? 0, term?.y ?? 0);
  const { box } = await waitForCard(page, 'KCNA');
  expect(box.width).toBeGreaterThan(150);
  expect(box.width).toBeLessThan(600);
  await page.close();
});

test.each(['cross-origin', 'srcdoc', 'about:blank'])('a %s frame is read', async (kind) => {
  const text =
    '<p style="margin:20px">The DPRK and its KCNA news agency spoke at length to the reporters in Pyongyang today.</p>';
  ground.pages.put('/inner.html', `<!doctype html><title>I</title>${text}`);
  const frame = {
    'cross-origin': `<iframe width=600 height=300 src="${ground.pages.otherOrigin}/inner.html"></iframe>`,
    srcdoc: `<iframe width=600 height=300 srcdoc='${text}'></iframe>`,
    'about:blank': `<iframe id=f width=600 height=300></iframe><script>f.contentDocument.body.innerHTML=${JSON.stringify(text)}</script>`,
  }[kind];
  const page = await ground.open({ path: '/outer.html', page: `<!doctype html><title>O</title>${frame}` });
  const inner = await (await page.$('iframe'))?.contentFrame();
  await inner?.waitForFunction(
    () =>
      document.querySelectorAll('mark[data-glossator]').length +
        [...CSS.highlights]
          .filter(([name]) => name.startsWith('glossator'))
          .reduce((sum, [, one]) => sum + one.size, 0) >=
      3,
  );
  expect(inner).toBeDefined();
  await page.close();
});
