import { describe, expect, test } from 'vitest';
import { type BulkChange, changedBy } from '../../entrypoints/options/manager/bulk.ts';
import { parseGlossary } from '../../glossary/format.ts';

const [entry] = parseGlossary({
  format: 1,
  id: 'g',
  title: 'G',
  entries: [{ id: 'a', term: 'A', kind: 'law', forms: ['AA'], definition: 'd', context: ['x'] }],
}).entries;
if (entry === undefined) throw new Error('There is no entry.');

describe('a change to many entries', () => {
  test.each<[BulkChange, object]>([
    [{ kind: 'event' }, { kind: 'event' }],
    [
      { when: 'context' },
      {
        forms: [
          { text: 'A', when: 'context' },
          { text: 'AA', when: 'context' },
        ],
      },
    ],
    [{ context: ['y', 'x'] }, { context: ['x', 'y'] }],
  ])('%j', (change, part) => {
    expect(changedBy(entry, change)).toMatchObject({ ...part, id: 'a', definition: 'd' });
  });

  test('takes a kind away', () => {
    expect(changedBy(entry, { kind: undefined })).not.toHaveProperty('kind');
  });

  test.each<BulkChange>([{ kind: 'law' }, { when: 'always' }, { context: ['x'] }])(
    'that changes nothing gives the same: %j',
    (change) => expect(changedBy(entry, change)).toBe(entry),
  );

  test('never makes a list longer than a glossary may have', () => {
    const many = Array.from({ length: 600 }, (_, at) => `w${at}`);
    expect(changedBy(entry, { context: many }).context).toHaveLength(500);
  });
});
