import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdBook, idFromFile, isId, slugOf } from '../../../glossary/files/ids.ts';
import { asMarkup, toPlainText } from '../../../glossary/files/plain-text.ts';

test.each([
  ["Workers' Party of Korea", 'workers-party-of-korea'],
  ['Pyŏngyang', 'pyongyang'],
  ['조선로동당', '조선로동당'],
  ['がん', 'がん'],
  ['C++', 'c'],
])('the id made from %j is %j', (term, id) => {
  expect(slugOf(term)).toBe(id);
});

test('every term and every id of a file makes a valid id, always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([slugOf(text), idFromFile(text)].every(isId)).toBe(true);
      expect([slugOf(text), idFromFile(text)]).toEqual([slugOf(text), idFromFile(text)]);
    }),
  );
});

test('no id is given out twice', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'a-1'), fc.constantFrom('x', 'y'))), (wishes) => {
      const book = new IdBook();
      const ids = wishes.map(([wanted, apart]) => book.claim(wanted, apart));
      expect(new Set(ids).size).toBe(wishes.length);
      expect(ids.every(isId)).toBe(true);
    }),
  );
});

test.each([
  ['the <b>ruling</b> party&nbsp;&#8230;', 'the ruling party\u00a0…'],
  ['one<br/>two<p class="x">three</p>', 'one\ntwo\nthree\n'],
  ['<script>alert(1)</script>safe<!-- x -->', 'safe'],
  ['&lt;b&gt; is a tag, <KCNA> is an agency, 1 < 2', '<b> is a tag, <KCNA> is an agency, 1 < 2'],
  ['&unknown; &#0; &#x110000; &constructor;', '&unknown; &#0; &#x110000; &constructor;'],
])('the plain text of %j', (markup, plain) => {
  expect(toPlainText(markup)).toBe(plain);
});

test('every text can be written so that it is read as it was', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('<b>', '&amp;', '&lt;', '<!--', '-->', '&#65;'),
      ),
    )
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, (any) => {
      expect(toPlainText(asMarkup(any))).toBe(any);
    }),
  );
});
