import { expect, test } from 'vitest';
import { openReader } from '../../../glossary/files/open.ts';

// In JSON, whose reader does least beside what is asked here: it is the entries that are many.
test('a million entries are read, and no more than a glossary may have are taken', () => {
  const reader = openReader('json');
  let entries = reader.write('[').entries.length;
  for (let thousand = 0; thousand < 1_001; thousand++) {
    const text = Array.from(
      { length: 1_000 },
      (_, at) => `{"id":"t${thousand * 1_000 + at}","term":"t","definition":"d"},`,
    ).join('');
    entries += reader.write(text).entries.length;
  }
  expect(entries + reader.end().entries.length).toBe(1_000_000);
  expect(reader.tally).toMatchObject({ entries: 1_000_000, complaints: 1 });
}, 120_000);
