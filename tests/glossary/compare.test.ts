import { expect, test } from 'vitest';
import { compareGlossaries } from '../../glossary/compare.ts';
import type { Glossary } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';

const glossaryOf = (entries: Readonly<Record<string, string>>): Glossary =>
  parseGlossary({
    format: 1,
    id: 'g',
    title: 'G',
    entries: Object.entries(entries).map(([id, definition]) => ({ id, term: id, definition })),
  });
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

test('tells new, changed, removed and same entries apart', () => {
  const found = compareGlossaries(
    glossaryOf({ a: '1', b: '1', c: '1' }),
    glossaryOf({ d: '1', b: '2', a: '1' }),
  );
  expect([found.added, found.changed, found.removed, found.same].map(ids)).toEqual([
    ['d'],
    ['b'],
    ['c'],
    ['a'],
  ]);
});

test('everything is new where there was nothing', () => {
  expect(ids(compareGlossaries(undefined, glossaryOf({ a: '1', b: '2' })).added)).toEqual(['a', 'b']);
});

test('the order of members is no change', () => {
  const before = glossaryOf({ a: '1' });
  const turned = before.entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()));
  const after = { ...before, entries: turned as unknown as Glossary['entries'] };
  expect(ids(compareGlossaries(before, after).same)).toEqual(['a']);
});
