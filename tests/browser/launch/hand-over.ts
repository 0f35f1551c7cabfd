import type { Page } from 'puppeteer-core';
import { chord } from './chord.ts';

/** Lets go of a file over the import box of the settings page. */
export async function dropFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await page.evaluate(
    (fileName, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], fileName));
      document
        .querySelector('.import')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    [...Buffer.from(content)],
  );
}

/** Copies a text and pastes it there, by keyboard: a browser lets no page make such an event. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((copied) => {
    const area = document.createElement('textarea');
    area.className = 'copied-from';
    area.value = copied;
    document.body.append(area);
    area.select();
  }, text);
  await chord(page, 'Control', 'c');
  await page.$eval('.copied-from', (area) => area.remove());
  await page.focus('.import input[type=text]');
  await chord(page, 'Control', 'v');
}
