/** Pages and glossaries to measure with. */
import type { Ground } from '../browser/launch/ground.ts';
import { madeGlossary } from './made-glossary.ts';

const TERMS = ['Pyongyang', 'KCNA', 'DPRK'];
/** Words in a paragraph of five sentences. */
const PARAGRAPH = 80;

/** A page of about so many words, three terms in every third sentence, with links and emphasis as articles have them. */
export function article(words: number, head = ''): string {
  const sentence = (n: number): string =>
    n % 3 === 0
      ? 'Officials in Pyongyang told KCNA that the DPRK and its <a href="#x">allies</a> agreed. '
      : 'Nobody in the room had <em>expected</em> that much rain at this time of the year, he said. ';
  const paragraphs: string[] = [];
  for (let n = 0, count = 0; count < words; n += 5, count += PARAGRAPH)
    paragraphs.push(`<p>${Array.from({ length: 5 }, (_, i) => sentence(n + i)).join('')}</p>`);
  return `<!doctype html><html lang="en"><head><title>North Korea</title>${head}</head><body><article>${paragraphs.join('\n')}</article></body></html>`;
}

/** Entries with so many forms, those of the article among them; the others are made up. */
function entriesOf(forms: number) {
  const known = TERMS.map((term) => ({ id: term.toLowerCase(), term, definition: `What ${term} is.` }));
  return [...known, ...madeGlossary(Math.ceil((forms - TERMS.length) / 2)).entries];
}

/** So many forms as plain words. */
export function wordsOf(forms: number): string[] {
  const words = entriesOf(forms).flatMap((entry) => [
    entry.term,
    ...('forms' in entry
      ? (entry.forms ?? []).map((form) => (typeof form === 'string' ? form : form.text))
      : []),
  ]);
  return words.slice(0, forms);
}

function glossaryFile(forms: number): string {
  return JSON.stringify({ format: 1, id: 'bench', title: 'Bench', entries: entriesOf(forms) });
}

/** Makes a glossary of so many forms the only one in use, as a reader would: by the options page. */
export async function useForms(ground: Ground, forms: number): Promise<void> {
  const options = await ground.ownPage('options.html');
  await options.waitForSelector('[data-glossary] [role=switch]');
  await options.$$eval('[data-glossary] [role=switch][aria-checked=true]', (all) => {
    for (const one of all) (one as HTMLElement).click();
  });
  await options.waitForFunction(
    () => document.querySelector('[data-glossary] [role=switch][aria-checked=true]') === null,
  );
  await options.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'bench.json'));
    document.querySelector('.import')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  }, glossaryFile(forms));
  const timeout = 120_000;
  await (await options.waitForSelector('.import-preview button:not(.quiet)', { timeout }))?.click();
  await options.waitForSelector('[data-glossary=bench]', { timeout });
  await options.close();
}
