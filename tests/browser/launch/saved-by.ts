import type { Page } from 'puppeteer-core';

/** What a button would save, read from the file it makes. */
export function savedBy(page: Page, name: string): Promise<string> {
  return page.evaluate(
    (button) =>
      new Promise<string>((resolve) => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob: Blob) => {
          URL.createObjectURL = make;
          void blob.text().then(resolve);
          return '#';
        };
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === button)?.click();
      }),
    name,
  );
}
