import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOfRest } from '../../entrypoints/content/rewritten.ts';

/** What the text says once the rest is where it belongs. */
function wholeText(head: string, rest: string, data: string): string {
  const at = placeOfRest(head, rest, data);
  return at === undefined ? data : data.slice(0, at) + rest + data.slice(at);
}

const [HEAD, REST] = ['The ', 'DPRK said so.'];
const WHOLE = HEAD + REST;

describe('a page that wrote to a text of which it found only the head', () => {
  test.each<[what: string, data: string, meant: string]>([
    ['wrote another text', 'Nobody came.', 'Nobody came.'],
    ['wrote another text that begins alike', 'The WPK met.', 'The WPK met.'],
    ['wrote the same text and more', `${WHOLE} And more.`, `${WHOLE} And more.`],
    ['wrote another text of the same term', 'The DPRK denied it.', 'The DPRK denied it.'],
    ['wrote another text with the same beginning, long ago', 'There', 'There'],
    ['wrote a word', 'Loading', 'Loading'],
    ['wrote a label', 'Loading: ', 'Loading: '],
    ['emptied it', '', ''],
    ['cut it off', 'Th', 'Th'],
    ['added a sentence (data +=)', 'The  And the WPK.', `${WHOLE} And the WPK.`],
    ['added a line', 'The \nAnd more.', `${WHOLE}\nAnd more.`],
    ['put something before it (insertData)', '~The ', `~${WHOLE}`],
    ['put a word before it (data = … + data)', 'Look: The ', `Look: ${WHOLE}`],
    ['put a word in', 'The whole ', `The whole ${REST}`],
    ['took its beginning away (deleteData)', 'he ', `he ${REST}`],
    ['took more of its beginning away', ' ', ` ${REST}`],
    ['replaced its beginning (replaceData)', 'Che ', `Che ${REST}`],
    ['wrote an open end that is not the old one', 'A ', 'A '],
  ])('%s', (_, data, meant) => {
    expect(wholeText(HEAD, REST, data)).toBe(meant);
  });

  test.each<[what: string, data: string, meant: string]>([
    ['wrote another text', 'Nobody came.', 'Nobody came.'],
    ['added to it', ' And more.', 'DPRK said so. And more.'],
    ['wrote a label', 'Latest: ', 'Latest: '],
    ['wrote the same and more', 'DPRK said so. And more.', 'DPRK said so. And more.'],
  ])('began with a term: %s', (_, data, meant) => {
    expect(wholeText('', REST, data)).toBe(meant);
  });

  test.each<[what: string, head: string, rest: string, data: string, meant: string]>([
    ['a template with space around', '\n  ', 'DPRK said.\n', '\n  Nobody came.\n', '\n  Nobody came.\n'],
    ['words that are written one by one', 'The ', 'DPRK said ', 'The it ', 'The DPRK said it '],
    ['a value in brackets', 'Now (', 'DPRK)', 'Now (WPK)', 'Now (WPK)'],
    ['a number that counts', '5 ', 'DPRK posts', '6 DPRK posts', '6 DPRK posts'],
    ['Chinese that goes on', '昨日', '朝鲜说。', '昨日又说。', '昨日朝鲜说。又说。'],
  ])('%s', (_, head, rest, data, meant) => {
    expect(wholeText(head, rest, data)).toBe(meant);
  });
});

const word = fc.constantFrom('He', 'said', 'that', 'it', 'was', 'KCNA', 'so', 'quiet', 'then');
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const head = words.map((text) => `${text} `);
const rest = words.map((text) => `DPRK ${text}.`);

describe('sentences of which the page found the words before a term', () => {
  test('take whole sentences after them', () => {
    const more = (before: string, after: string, added: string): void => {
      expect(wholeText(before, after, `${before} ${added}.`)).toBe(`${before}${after} ${added}.`);
    };
    fc.assert(fc.property(head, rest, words, more));
  });

  test('take what is put in at any place, and lose what is taken out', () => {
    const edit = (before: string, after: string, at: number): void => {
      const place = at % before.length;
      const put = `${before.slice(0, place)}~${before.slice(place)}`;
      expect(wholeText(before, after, put)).toBe(put + after);
      const cut = before.slice(place);
      expect(wholeText(before, after, cut)).toBe(cut + after);
    };
    fc.assert(fc.property(head, rest, fc.nat(), edit));
  });

  test('give way to any other sentence', () => {
    const write = (before: string, after: string, text: string): void => {
      expect(wholeText(before, after, `${text}.`)).toBe(`${text}.`);
    };
    fc.assert(fc.property(head, rest, words, write));
    fc.assert(fc.property(head, rest, words, (a, b, text) => write(a, b, a + text)));
  });
});
