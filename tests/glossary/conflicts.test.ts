import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findConflicts } from '../../glossary/conflicts.ts';
import { parseGlossary } from '../../glossary/format.ts';

const glossaryOf = (id: string, entries: readonly object[], language = 'en') =>
  parseGlossary({
    format: 1,
    id,
    title: `Glossary ${id}`,
    language,
    entries: entries.map((entry, at) => ({ id: `e${at}`, definition: 'What it is.', ...entry })),
  });
const told = (...glossaries: ReturnType<typeof glossaryOf>[]) =>
  findConflicts(glossaries).map(({ form, claimants, decidedBy }) => [
    form,
    claimants.map(({ ref }) => ref).join(' '),
    decidedBy,
  ]);

describe('conflicts', () => {
  const dprk = { term: 'DPRK' };
  const held = { term: 'X', forms: [{ text: 'DPRK', when: 'context' }] };

  test.each([
    ['two that are always marked: the order decides', [dprk], [dprk], [['DPRK', 'a/e0 b/e0', 'order']]],
    ['one that needs context: the page decides', [dprk], [held], [['DPRK', 'a/e0 b/e0', 'page']]],
    [
      'spelling that makes no difference',
      [{ term: 'Workers’ Party' }],
      [{ term: "workers' party" }],
      [['Workers’ Party', 'a/e0 b/e0', 'order']],
    ],
    [
      'capitals that make one',
      [{ term: 'US' }],
      [{ term: 'us', forms: [{ text: 'us', case: 'exact' }] }],
      [],
    ],
    ['capitals against any case', [{ term: 'US' }], [{ term: 'us' }], [['US', 'a/e0 b/e0', 'order']]],
    ['other words', [dprk], [{ term: 'KCNA' }], []],
    ['the same entry twice', [{ term: 'A', forms: ['A', 'a'] }], [], []],
    ['two in one glossary that are always marked', [dprk, dprk], [], [['DPRK', 'a/e0 a/e1', 'order']]],
    ['two in one glossary that the page decides', [dprk, held], [], []],
    [
      'names in other languages',
      [{ term: 'A', native: [{ lang: 'ko', text: '조선' }] }],
      [{ term: '조선' }],
      [['조선', 'a/e0 b/e0', 'order']],
    ],
  ])('of %s', (_, one, other, conflicts) => {
    expect(told(glossaryOf('a', one), glossaryOf('b', other))).toEqual(conflicts);
  });

  test('of plain words need the same language', () => {
    const die = [{ term: 'die' }];
    expect(told(glossaryOf('a', die, 'de'), glossaryOf('b', die, 'en'))).toEqual([]);
    expect(told(glossaryOf('a', die, 'en-GB'), glossaryOf('b', die, 'en'))).toHaveLength(1);
  });

  test('come with those that the order decides first', () => {
    const [a, b] = [glossaryOf('a', [{ term: 'B' }, held]), glossaryOf('b', [{ term: 'B' }, dprk])];
    expect(told(a, b).map(([form]) => form)).toEqual(['B', 'DPRK']);
  });

  test('of the built-in glossaries are all for the page or the order to decide', () => {
    const packs = ['north-korea', 'world-affairs'].map((pack) =>
      parseGlossary(JSON.parse(readFileSync(`glossary/packs/${pack}.json`, 'utf8'))),
    );
    for (const { claimants } of findConflicts(packs)) expect(claimants.length).toBeGreaterThan(1);
  });
});
