import type { Page } from 'puppeteer-core';

/** Rests the pointer on the first place of a word in an element, underlined or not. */
export async function restOn(page: Page, id: string, word: string): Promise<void> {
  await page.bringToFront();
  const { x, y } = await page.$eval(
    `#${id}`,
    (element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const start = node.nodeValue?.indexOf(wanted) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`${wanted} is not there.`);
    },
    word,
  );
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
}
