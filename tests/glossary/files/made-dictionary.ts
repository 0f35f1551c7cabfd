import { strToU8, zipSync } from 'fflate';

/** What a dictionary for Yomitan is made of; what is left out has an example in its place. */
export interface Parts {
  readonly index?: unknown;
  readonly rows?: readonly unknown[];
  readonly more?: Readonly<Record<string, string>>;
}

const INDEX = {
  title: 'Small dictionary',
  format: 3,
  revision: '2026.1',
  sequenced: true,
  sourceLanguage: 'ja',
  targetLanguage: 'en',
  url: 'https://example.org/dictionary',
};

const LIST = {
  type: 'structured-content',
  content: [
    {
      tag: 'ul',
      content: [
        { tag: 'li', content: 'to strike' },
        { tag: 'li', content: ['to ', { tag: 'b', content: 'hit' }] },
      ],
    },
    { tag: 'div', content: { tag: 'ruby', content: ['打', { tag: 'rt', content: 'う' }] } },
    { tag: 'img', path: 'x.png', title: 'picture' },
  ],
};

export const ROWS: readonly unknown[] = [
  ['打つ', 'うつ', 'v5', 'v5', 10, [LIST], 1408840, 'P'],
  ['撃つ', 'うつ', 'v5', 'v5', 9, ['to shoot', { type: 'text', text: 'to attack' }], 1408840, ''],
  ['日本', 'にほん', 'n', '', 100, ['Japan', '<i>Nippon</i>'], 0, ''],
  ['にほん', '', 'n', '', 1, [['日本', ['n']]], 0, ''],
];

/** A Yomitan dictionary as a zip. */
export function dictionary({ index = INDEX, rows = ROWS, more = {} }: Parts = {}): Uint8Array {
  const files = { 'term_bank_1.json': JSON.stringify(rows), ...more, 'index.json': JSON.stringify(index) };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
