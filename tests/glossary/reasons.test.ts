import { expect, test } from 'vitest';
import { annotate } from '../../glossary/annotate.ts';
import { builtIn } from './sample-pages.ts';

const index = builtIn();

/** The line for the first place where a form stands. */
function lineFor(form: string, title: string, ...passages: string[]): string | undefined {
  const page = { url: 'https://example.com/', title, passages };
  const { spans, why } = annotate(index, page, { explain: true, silentWhereExplained: false });
  const span = spans.find(({ passage, start, end }) => passages[passage]?.slice(start, end) === form);
  expect(span, `${form} is marked`).toBeDefined();
  return span && why?.(span);
}

test.each([
  ['two names', 'RGB', '', ['Pyongyang’s RGB, KCNA says.'], 'Because this page mentions Pyongyang and KCNA.'],
  ['one name', 'SPA', '', ['Pyongyang called the SPA.'], 'Because this page mentions Pyongyang.'],
  [
    'the title',
    'RGB',
    'News of North Korea',
    ['The RGB is to blame.'],
    'Because the title mentions North Korea.',
  ],
  [
    'a definition',
    'RGB',
    '',
    ['The Reconnaissance General Bureau (RGB) is in Pyongyang.'],
    'Because the page writes it out: “Reconnaissance General Bureau (RGB)”.',
  ],
  [
    'another name, shorter or longer',
    'Ministry of State Security',
    '',
    ['He fled from the Ministry of State Security. Everybody fears the Bowibu.'],
    'Because this page also calls it “Bowibu”.',
  ],
  [
    'a name over a line break',
    'SPA',
    '',
    ['Kim\n   Jong Un spoke to the SPA.'],
    'Because this page mentions Kim Jong Un.',
  ],
  [
    'a name within another said once',
    'the North',
    '',
    ['The Korean Central News Agency said that the North, as Korean papers call it, had snow.'],
    'Because this page mentions Korean Central News Agency.',
  ],
] as const)('%s', (_, form, title, passages, line) => {
  expect(lineFor(form, title, ...passages)).toBe(line);
});

test('nothing is said of what is not ambiguous', () => {
  expect(lineFor('Pyongyang', '', 'Snow fell in Pyongyang.')).toBeUndefined();
});
