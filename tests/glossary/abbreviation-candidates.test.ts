import { describe, expect, it } from 'vitest';
import { bracketCandidates } from '../../glossary/abbreviation-brackets.ts';
import { phraseCandidates } from '../../glossary/abbreviation-phrases.ts';
import type { Candidate } from '../../glossary/abbreviation-verdict.ts';
import { findDefinitions } from '../../glossary/abbreviations.ts';

/** What makes a careless search quadratic; repeated to five megabytes. */
const SPARSE: Record<string, string> = {
  'open brackets': '(',
  'closed brackets': ')',
  'brackets never closed': 'A (A (A (',
  'no spaces': 'abc',
  'capitals without spaces': 'ABC',
  spaces: ' ',
  quotes: '"',
  commas: ', ',
};

/** The same, with so many places to look at that one megabyte shows it. */
const DENSE: Record<string, string> = {
  'short forms only': 'AB (AB) ',
  'short forms without spaces': 'aaa(AA)',
  'half a phrase': ', or Ab',
  'a cue again and again': 'AB known as AB ',
  dashes: '—AB—',
  'dots and capitals': 'A.B.C.',
  'wide brackets': `(${' '.repeat(250)}AB)`,
  'brackets of commas': `(${', '.repeat(120)}AB)`,
  'datelines without lines': 'AAA AAA (AA) - ',
};

/** The bound on places looked at, in brackets and in phrases. */
const MOST_FOUND = 100_000;

const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

function* all(text: string): Generator<Candidate> {
  for (const source of [bracketCandidates(text), phraseCandidates(text)]) {
    for (const group of source) yield* group;
  }
}

const HOSTILE = [
  ...Object.entries(SPARSE).map(([name, unit]) => ({ name, unit, size: 5_000_000 })),
  ...Object.entries(DENSE).map(([name, unit]) => ({ name, unit, size: 1_000_000 })),
];

describe.each(HOSTILE)('$name', ({ unit, size }) => {
  it('gives work in proportion to the text, each piece bounded', () => {
    const work = (length: number) => {
      let sum = 0;
      for (const { from, to } of all(fill(unit, length))) {
        expect(to - from).toBeLessThanOrEqual(260);
        sum += 1 + to - from;
      }
      return sum;
    };
    const [small, large] = [work(20_000), work(80_000)];
    // Four times the text, and a little for windows that the smaller text cuts short.
    expect(large).toBeLessThanOrEqual(4.2 * small);
  });

  it('ends on megabytes of it', { timeout: 60_000 }, () => {
    const found = findDefinitions(fill(unit, size));
    expect(found.length).toBeLessThanOrEqual(MOST_FOUND);
  });
});
