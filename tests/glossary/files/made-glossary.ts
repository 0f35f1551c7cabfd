import fc from 'fast-check';
import { KINDS } from '../../../glossary/entry.ts';
import { oneLine, prose } from '../../../glossary/files/plain-text.ts';
import { unmatchable } from '../../../glossary/pattern.ts';

/** Pieces of text that mean something in one format or another. */
const TRICKS = [
  '<b>bold</b>',
  '<a href="x">',
  '&amp;',
  '&lt;i&gt;',
  '&#65;',
  ']]>',
  '<!-- -->',
  '|',
  ' | ',
  '\\',
  '\\|',
  '{context}',
  '{}',
  '{lang:ko}',
  '"',
  '""',
  "'",
  "'=",
  '=1+1',
  '-x',
  '@a',
  ',',
  ';',
  '\t',
  '#',
  '^^',
  '"""',
  '\\u0041',
  'ko: x',
  '<https://example.org>',
  '__proto__',
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...TRICKS) },
);
const anyText = (most: number) =>
  fc.array(piece, { minLength: 1, maxLength: most }).map((all) => all.join(''));
const line = anyText(4)
  .map(oneLine)
  .filter((text) => text !== '');
/** What can stand on a page: anything else is complained about when a glossary is read. */
const name = line.filter((one) => unmatchable(one) === undefined);
const text = fc
  .tuple(line, fc.array(fc.oneof(line, fc.constant(''))))
  .map(([first, rest]) => prose([first, ...rest].join('\n')))
  .filter((all) => all !== '');
const id = fc.stringMatching(/^[a-zA-Z0-9가é][a-z0-9._-]{0,6}$/);
const list = <T>(item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { maxLength: 3, comparator: 'IsStrictlyEqual' });
const optional = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined });

const form = fc.oneof(
  name,
  fc.record(
    {
      text: name,
      case: fc.constantFrom('exact', 'fold'),
      when: fc.constantFrom('always', 'context'),
      lang: fc.constantFrom('ko', 'en'),
    },
    { requiredKeys: ['text'] },
  ),
);
const source = fc.record({
  title: line,
  url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
});

const entry = fc
  .record({
    id,
    term: name,
    kind: optional(fc.constantFrom(...KINDS)),
    forms: fc.uniqueArray(form, {
      maxLength: 4,
      selector: (one) => (typeof one === 'string' ? one : one.text),
    }),
    native: fc.uniqueArray(fc.record({ lang: fc.constantFrom('ko', 'zh-Hant', 'ja'), text: line }), {
      maxLength: 3,
      selector: (name) => `${name.lang} ${name.text}`,
    }),
    definition: text,
    question: optional(line),
    asOf: optional(fc.constantFrom('2026', '2026-02', '2026-02-23')),
    context: list(line),
    not: list(line),
    related: list(
      fc.oneof(
        id,
        fc.tuple(id, id).map((both) => both.join('/')),
      ),
    ),
    sources: fc.uniqueArray(source, { maxLength: 2, selector: ({ url }) => url }),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

/** Glossary files, with texts that are hard on the formats; white space is as every format holds it. */
export const madeGlossary = fc.record({
  format: fc.constant(1),
  id,
  title: line,
  version: fc.constantFrom('1', '2026.2.1'),
  language: fc.constantFrom('en', 'en-GB'),
  license: fc.constantFrom('CC0-1.0', 'MIT'),
  homepage: fc.webUrl(),
  context: list(line),
  entries: fc.uniqueArray(entry, { maxLength: 6, selector: (one) => one.id as string }),
});
