import type { CardWords } from '../platform/card-words.ts';

/** What cards say; there once cards are. */
export let words: CardWords;

export function setWords(said: CardWords): void {
  words = said;
}

/** Words with something put in. */
export function filled(text: string, what: string): string {
  return text.replace('{}', () => what);
}
