import type { Page } from 'puppeteer-core';
import { type DrawnTerm, settledTerms } from '../browser/launch/drawn-terms.ts';
import { inCard, waitForCard } from '../browser/launch/in-card.ts';

/** One term of the page and what its card said. */
export interface Row {
  readonly text: string;
  readonly where: string;
  readonly painter: 'mark' | 'ink';
  readonly card: { readonly name: string; readonly definition: string } | undefined;
  /** From the pointer's arrival to the open card. */
  readonly milliseconds: number;
}

/** Hovers every term of a page from top to bottom; takes a picture with the first card that opens. */
export async function readAloud(page: Page, picture: string): Promise<Row[]> {
  const rows: Row[] = [];
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const seen = new Set<string>();
  await settledTerms(page).catch(() => []);
  for (let top = 0; top < height; top += 500) {
    const scrolled = await scrollTo(page, top);
    for (const term of await settledTerms(page, 0)) {
      const key = `${Math.round(term.x)}/${Math.round(term.y + scrolled)}`;
      const view = page.viewport()?.height ?? 800;
      if (term.y < 5 || term.y > view - 5 || seen.has(key)) continue;
      seen.add(key);
      rows.push(await hover(page, term));
      if (rows.length === 3) await photograph(page, picture);
    }
  }
  if (rows.length < 3) await photograph(page, picture);
  return rows;
}

/** Takes a picture in which the card has fully appeared. */
async function photograph(page: Page, picture: string): Promise<void> {
  await inCard(page, (root) => {
    for (const animation of root.getAnimations()) animation.finish();
  });
  await page.screenshot({ path: picture as `${string}.png` });
}

/** Scrolls, and tells how far it went: the end of the page comes sooner than asked for. */
function scrollTo(page: Page, top: number): Promise<number> {
  return page.evaluate((y) => {
    window.scrollTo({ top: y, behavior: 'instant' });
    return window.scrollY;
  }, top);
}

async function hover(page: Page, term: DrawnTerm): Promise<Row> {
  const { text, where, painter, x, y } = term;
  await page.mouse.move(2, 2);
  await page.keyboard.press('Escape');
  const begin = performance.now();
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  try {
    const { name } = await waitForCard(page, /./, 3_000);
    const milliseconds = performance.now() - begin;
    const definition = await inCard(page, (root) => root.getElementById('definition')?.textContent ?? '');
    return { text, where, painter, card: { name, definition: definition ?? '' }, milliseconds };
  } catch {
    return { text, where, painter, card: undefined, milliseconds: performance.now() - begin };
  }
}
