import { expect, test } from 'vitest';
import { openReader } from '../../../glossary/files/open.ts';

test('a million rows are read, and no more entries than a glossary may have are taken', () => {
  const reader = openReader('csv');
  const counts = { entries: 0 };
  counts.entries += reader.write('term,definition\n').entries.length;
  for (let thousand = 0; thousand < 1_001; thousand++) {
    const rows = Array.from({ length: 1_000 }, (_, at) => `t${thousand * 1_000 + at},d`).join('\n');
    counts.entries += reader.write(`${rows}\n`).entries.length;
  }
  const last = reader.end();
  expect(counts.entries + last.entries.length).toBe(1_000_000);
  expect(reader.tally).toMatchObject({ entries: 1_000_000, complaints: 1 });
}, 120_000);
