import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, KIND, openGround } from './launch/ground.ts';
import { waitForCard } from './launch/in-card.ts';

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

  test('that is replaced by an update leaves open pages working and quiet', async () => {
    const page = await ground.open({
      path: '/update.html',
      page: '<!doctype html><title>N</title><p id="p">The DPRK spoke to KCNA in Pyongyang.</p>',
    });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const [term] = await settledTerms(page, 3);
    await ground.updateExtension();
    await page.bringToFront();
    await page.$eval('#p', (paragraph) => {
      const later = document.createElement('p');
      later.textContent = 'WPK, said later.';
      paragraph.after(later);
    });
    await page.mouse.move((term?.x ?? 0) - 2, term?.y ?? 0);
    await page.mouse.move(term?.x ?? 0, term?.y ?? 0);
    expect((await waitForCard(page, 'DPRK')).text).toContain('North Korea');
    expect(complaints.filter((text) => !text.includes('favicon') && !text.includes('404'))).toEqual([]);
    await page.close();
  });
});
