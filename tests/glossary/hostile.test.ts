import { expect, test } from 'vitest';
import { compile } from '../../glossary/compile.ts';
import { scan } from '../../glossary/match.ts';
import { LONGEST_PATTERN, MOST_STEPS } from '../../glossary/pattern.ts';
import { entryOf, glossaryOf, indexOf } from './matching.ts';

const LITTLE = 20_000;
/** So much that anything quadratic runs into the patience, on any machine; what is linear takes less than a second. */
const FACTOR = 25;
const PATIENCE = 60_000;

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

function claimsIn(forms: readonly string[], text: string): number {
  let claims = 0;
  scan(indexOf(forms), text, () => claims++);
  return claims;
}

/** Patterns that all begin alike, each a step longer than the one before. */
function nested(step: string, gap: string): string[] {
  return Array.from({ length: 12 }, (_, at) =>
    Array(at + 1)
      .fill(step)
      .join(gap),
  );
}

test.each([
  ['one endless word', nested('aaaa', ''), 'a'],
  ['nested words', nested('a', ' '), 'a '],
  ['nested capitals', nested('A', ' '), 'A '],
  ['nested Han', nested('北', ''), '北'],
  ['nested Hangul', nested('한', ''), '한'],
  ['plurals', ['s', 'party', 'as as'], "as parties' "],
  ['acronyms', ['UN', 'U.N. U.N.'], 'U.N.'],
  ['dots', ['a.b', 'b'], 'a.b.'],
  ['only dots', ['a'], '.'],
  ['slashes', ['DPRK'], 'DPRK/'],
  ['e-mail without end', ['DPRK'], 'DPRK@'],
  ['handles', ['DPRK'], '@DPRK/'],
  ['hashtags', ['DPRK'], '#DPRK-'],
  ['URLs without end', ['DPRK'], 'DPRK://'],
  ['URLs in quotes', ['DPRK'], 'http://DPRK"'],
  ['file names', ['x'], 'x.ab€'],
  ['versions', ['DPRK'], '1.2.DPRK-'],
  ['marks without end', ['a'], '\u0301\u0323'],
  ['letters in pieces', ['а'], 'и\u0306\u0323α\u0301\u0345'],
  ['syllables in pieces', ['한'], '\u1112\u1161\u11ab'],
  ['invisible characters', ['a b'], '\u00ad\u200b'],
  ['white space', ['a b'], ' \n'],
  ['hyphens', ['a b'], '-'],
  ['lone surrogates', ['a'], '\ud83d'],
  ['long expansions', ['الله'], 'ﷺ'],
  ['Arabic prefixes', ['كوريا'], 'وبالكوريا '],
])(
  'work grows with the text and no faster: %s',
  (_what, forms, piece) => {
    const [little, twice, much] = [1, 2, FACTOR].map((times) =>
      claimsIn(forms, filled(piece, LITTLE * times)),
    );
    // As many more with each length more; those that the end cuts short are the same everywhere.
    const grown = (twice ?? 0) - (little ?? 0);
    expect(Math.abs((much ?? 0) - (little ?? 0) - grown * (FACTOR - 1))).toBeLessThanOrEqual(FACTOR);
  },
  PATIENCE,
);

test(
  'five megabytes in one passage: the last word is found where it stands',
  () => {
    const text = `${filled('Word upon word, “line” after line. ', 5_000_000)} DPRK`;
    const found: number[] = [];
    scan(indexOf(['DPRK']), text, (_claim, start, end) => found.push(start, end));
    expect(found).toEqual([text.length - 4, text.length]);
  },
  PATIENCE,
);

test(
  'five megabytes without a space',
  () => {
    const text = `${'x'.repeat(5_000_000)} DPRK`;
    const found: number[] = [];
    scan(indexOf(['DPRK', 'x']), text, (_claim, start) => found.push(start));
    expect(found).toEqual([text.length - 4]);
  },
  PATIENCE,
);

test.each([
  ['a match over a window of white space', 'North', ' '.repeat(100_000), 'Korea'],
  ['over soft hyphens', 'North Ko', '\u00ad'.repeat(100_000), 'rea'],
])('nothing is too far apart: %s', (_what, before, between, after) => {
  const text = `${'word '.repeat(4_000)}${before}${between}${after} and`;
  const found: string[] = [];
  scan(indexOf(['North Korea']), text, (_claim, start, end) => found.push(`${start} ${end}`));
  const start = text.indexOf('North');
  expect(found).toEqual([`${start} ${start + before.length + between.length + after.length}`]);
});

test('where windows meet does not matter', () => {
  const phrase = "Workers' Party of Korea ";
  const text = phrase.repeat(5_000);
  const starts: number[] = [];
  scan(indexOf([phrase]), text, (_claim, start) => starts.push(start));
  expect(starts).toEqual(Array.from({ length: 5_000 }, (_, at) => at * phrase.length));
});

test('what can never match costs nothing: no text, signs only, far too long', () => {
  const texts = ['', ' ', '…', '\u200b', '—', 'x'.repeat(10_000), 'y '.repeat(5_000), 'z'.repeat(5_000_000)];
  expect(indexOf(texts).claims).toBe(0);
});

test(
  'a million empty forms',
  () => {
    const index = compile([glossaryOf('g', [entryOf('e', Array(1_000_000).fill(''))])]);
    expect(index.claims).toBe(0);
  },
  PATIENCE,
);

test(
  'one form in a hundred thousand entries slows no page',
  () => {
    const entries = Array.from({ length: 100_000 }, (_, at) => entryOf(`e${at}`, ['SAME']));
    const index = compile([glossaryOf('g', entries)]);
    let claims = 0;
    scan(index, 'SAME', () => claims++);
    expect(claims).toBe(256);
    expect(index.refOf(index.targetOf(0))).toBe('g/e0');
  },
  PATIENCE,
);

test('the longest patterns that are allowed are found', () => {
  const word = 'x'.repeat(LONGEST_PATTERN);
  const words = Array(MOST_STEPS).fill('y').join(' ');
  for (const form of [word, words]) {
    const found: string[] = [];
    scan(indexOf([form]), `so ${form}.`, (_claim, start, end) => found.push(`${start} ${end}`));
    expect(found).toEqual([`3 ${3 + form.length}`]);
  }
});
