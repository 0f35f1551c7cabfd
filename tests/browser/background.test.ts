import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

describe.runIf(KIND === 'chromium')('a background that the browser stops', () => {
  test('is not missed by the page', async () => {
    const page = await ground.open({
      path: '/stop.html',
      page: '<!doctype html><title>N</title><p>The DPRK spoke.</p>',
    });
    await settledTerms(page, 1);
    for (const text of ['KCNA said so.', 'The WPK agreed.', 'So did Kim Jong Un.']) {
      await ground.stopBackground();
      await page.evaluate((words) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        document.body.append(paragraph);
      }, text);
    }
    const texts = (await settledTerms(page, 4)).map((term) => term.text);
    expect(texts).toEqual(['DPRK', 'KCNA', 'WPK', 'Kim Jong Un']);
    await page.close();
  });
});
