import { expect, test } from 'vitest';
import { checkPacks } from './check-pack.ts';
import { formatComplaint } from './complaint.ts';
import { readPacks } from './read-packs.ts';

const packs = readPacks();
const report = checkPacks(packs);

test.each(packs)('$name is named for its id', ({ name, json }) => {
  expect(json).toMatchObject({ id: name.replace(/\.json$/u, '') });
});

test('nothing is wrong with the built-in glossaries', () => {
  expect(report.complaints.map(formatComplaint)).toEqual([]);
  expect(report.statistics).toHaveLength(packs.length);
});
