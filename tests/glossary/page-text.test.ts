import { expect, test } from 'vitest';
import { readPage } from './page-text.ts';

const page = (body: string) =>
  readPage(`<!doctype html><html lang="en"><head><title>Q&amp;A</title></head><body>${body}</body></html>`);

test.each([
  ['a block is a passage', '<h1>One</h1><p>Two</p>', ['One', 'Two']],
  [
    'inline elements join',
    '<p>Workers’ <b>Party</b> of <a href="#">Korea</a></p>',
    ['Workers’ Party of Korea'],
  ],
  ['a line break parts', '<p>One<br>Two</p>', ['One', 'Two']],
  ['white space is one space', '<p>\n  One\n  two\n</p>', ['One two']],
  ['what is not read', '<p>One</p><script>two</script><svg><text>three</text></svg><pre>four</pre>', ['One']],
  ['entities', '<p>R&amp;D &lt; &#53;</p>', ['R&D < 5']],
  ['comments', '<p>One<!-- two --></p>', ['One']],
])('%s', (_, body, passages) => {
  expect(page(body).passages).toEqual(passages);
});

test('the title and the languages', () => {
  const { title, lang, langs } = page('<p>One</p><div lang="fr"><p>Deux</p></div><p>Three</p>');
  expect({ title, lang, langs }).toEqual({ title: 'Q&A', lang: 'en', langs: ['en', 'fr', 'en'] });
});

test('a page that is not well formed is told', () => {
  expect(() => page('<p>One</div>')).toThrow('</div> closes <p>');
});
