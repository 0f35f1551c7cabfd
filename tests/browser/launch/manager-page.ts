import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openGround } from './ground.ts';
import { dropFile, pasteText } from './hand-over.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The glossary manager in a browser of its own, and what tests do there again and again. */
export async function openManager() {
  const ground = await openGround();
  const options = await ground.ownPage('options.html');
  await options.waitForSelector('[data-glossary="north-korea"]');
  const named = async (role: string, name: string): Promise<ElementHandle<Element>> => {
    const found = await options.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
    if (found === null) throw new Error(`There is no ${role} named ${name}.`);
    return found;
  };
  return {
    options,
    named,
    close: () => ground.close(),
    press: async (role: string, name: string) => (await named(role, name)).click(),
    says: (text: string) =>
      options.waitForFunction(
        (wanted) => document.querySelector('.notice')?.textContent?.includes(wanted),
        {},
        text,
      ),
    ownTermsAre: (terms: readonly string[]) =>
      options.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('#own .entries bdi')].map((term) => term.textContent).join('|') ===
          wanted,
        {},
        terms.join('|'),
      ),
    drop: (name: string, content: string | Uint8Array) => dropFile(options, name, content),
    paste: (text: string) => pasteText(options, text),
    dropTable: (name: string, rows: number, text: string) => dropTable(options, { name, rows, text }),
    /** What is saved to a file when this button is pressed. */
    async saved(button: string): Promise<string> {
      await keepWhatIsSaved(options);
      await (await named('button', button)).click();
      await options.waitForSelector('body[data-saved]');
      return options.$eval('body', (body) => body.dataset.saved ?? '');
    },
    axe: () => violations(options),
  };
}

/** Lets go of a table that is too large to be sent to the browser: `word0`, `word1` and so on. */
async function dropTable(page: Page, table: { name: string; rows: number; text: string }): Promise<void> {
  await page.evaluate(({ name, rows, text }) => {
    const lines = Array.from({ length: rows }, (_, at) => `word${at},${text}${at}\n`);
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['term,definition\n', ...lines], name));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('.import')?.dispatchEvent(drop);
  }, table);
}

async function keepWhatIsSaved(page: Page): Promise<void> {
  await page.evaluate(() => {
    delete document.body.dataset.saved;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      URL.createObjectURL = make;
      void blob.text().then((text) => document.body.setAttribute('data-saved', text));
      return make(blob);
    };
  });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const run = Reflect.get(window, 'axe') as {
      run(how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const found = (await run.run({ rules: { 'label-content-name-mismatch': { enabled: true } } })).violations;
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
