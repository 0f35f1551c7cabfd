import { afterAll, beforeAll, expect, test } from 'vitest';
import { settledTerms } from './launch/drawn-terms.ts';
import { type Ground, openGround } from './launch/ground.ts';
import { inCard, waitForCard } from './launch/in-card.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

test('an abbreviation that the page defines is explained further down, with the sentence that defines it and the way there', async () => {
  const filler = '<p>Nothing else was decided on that day, and the delegates went home.</p>'.repeat(60);
  const page = await ground.open({
    path: '/defined.html',
    page: `<!doctype html><html lang="en"><title>Harbour news</title>
      <p id="first">The Harbour Dredging Consortium (HDC) was founded by four towns.</p>${filler}
      <p id="last">In the end the HDC got its money.</p>`,
  });
  await page.$eval('#last', (element) => element.scrollIntoView());
  const [term] = await settledTerms(page, 1);
  expect(term).toMatchObject({ text: 'HDC', where: 'last' });
  await page.mouse.move((term?.x ?? 0) - 2, term?.y ?? 0);
  await page.mouse.move(term?.x ?? 0, term?.y ?? 0);
  const { text } = await waitForCard(page, 'HDC');
  expect(text).toContain('Harbour Dredging Consortium');
  // The expansion alone would not tell what it is: the page's own sentence does.
  expect(text).toContain('The Harbour Dredging Consortium (HDC) was founded by four towns.');
  const there = await inCard(page, (root) => {
    const button = [...root.querySelectorAll('button')].find(({ textContent }) =>
      /where/i.test(textContent ?? ''),
    );
    const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(there?.x ?? 0, there?.y ?? 0);
  await page.waitForFunction(
    () => (document.querySelector('#first')?.getBoundingClientRect().bottom ?? -1) > 0,
  );
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('(HDC)');
  await page.close();
});
