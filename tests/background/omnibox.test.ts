import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenToOmnibox, suggestionText } from '../../entrypoints/background/omnibox.ts';

test('the first line is written when one begins to type, not each time that the background starts', () => {
  const lines: string[] = [];
  const begun: (() => void)[] = [];
  const listener = { addListener: () => {} };
  Object.assign(fakeBrowser, {
    omnibox: {
      setDefaultSuggestion: ({ description }: { description: string }) => void lines.push(description),
      onInputStarted: { addListener: (callback: () => void) => void begun.push(callback) },
      onInputChanged: listener,
      onInputEntered: listener,
    },
  });
  listenToOmnibox(async () => []);
  expect(lines).toEqual([]);
  for (const begin of begun) begin();
  expect(lines).toEqual([expect.stringMatching(/^Search your glossaries/)]);
});

const card = { term: "Workers' Party", definition: 'A <b>party</b> & more.' };

test('a suggestion is XML where the browser reads XML', () => {
  expect(suggestionText(card, true)).toBe('Workers&#39; Party – A &#60;b&#62;party&#60;/b&#62; &#38; more.');
});

test('and as it is where the browser shows it as it is', () => {
  expect(suggestionText(card, false)).toBe("Workers' Party – A <b>party</b> & more.");
});

test('a long definition is cut', () => {
  const long = suggestionText({ term: 'A', definition: 'x'.repeat(500) }, false);
  expect(long).toBe(`A – ${'x'.repeat(120)}…`);
});

test.each([
  ['control characters', { term: 'A\u0000\u0001B', definition: 'C\u001b' }, 'A B – C '],
  ['line breaks', { term: 'A', definition: 'B\r\nC' }, 'A – B C'],
  ['halves of a character', { term: 'A\ud800', definition: 'B\ufffe' }, 'A  – B '],
  [
    'half of the character at which it is cut',
    { term: 'A', definition: `${'x'.repeat(119)}😀` },
    `A – ${'x'.repeat(119)} …`,
  ],
])('%s are not in it', (_, given, expected) => {
  expect(suggestionText(given, true)).toBe(expected);
});
