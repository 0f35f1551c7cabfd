import { expect, test } from 'vitest';
import { matching, searchable } from '../../entrypoints/options/manager/entry-filter.ts';
import { parseGlossary } from '../../glossary/format.ts';

const { entries } = parseGlossary({
  format: 1,
  id: 'g',
  title: 'G',
  entries: [
    { id: 'b', term: 'Pyŏngyang', definition: 'Seat of the KCNA.' },
    { id: 'a', term: 'Agency', forms: ['KCNA'], native: [{ lang: 'ko', text: '통신' }], definition: 'News.' },
    { id: 'c', term: 'Item 10', definition: 'Ten.' },
    { id: 'd', term: 'Item 9', definition: 'Nine.' },
  ],
});

test.each([
  ['', ['a', 'd', 'c', 'b']],
  ['kcna', ['a', 'b']],
  ['pyongyang', ['b']],
  ['kcna  SEAT', ['b']],
  ['통신', ['a']],
  ['nothing', []],
])('%j finds %j', (query, ids) => {
  expect(matching(searchable(entries), query).map(({ id }) => id)).toEqual(ids);
});
