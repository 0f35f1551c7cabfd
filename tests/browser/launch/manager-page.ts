import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openGround } from './ground.ts';

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
    axe: () => violations(options),
  };
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
