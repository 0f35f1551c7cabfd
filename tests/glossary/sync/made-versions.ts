import fc from 'fast-check';
import type { Entry } from '../../../glossary/entry.ts';
import { parseGlossary } from '../../../glossary/format.ts';
import type { Version, Versions } from '../../../glossary/sync/versions.ts';

/** An entry with nothing but what it must have. */
export function entryOf(id: string, definition = `What ${id} is.`): Entry {
  const [entry] = parseGlossary({
    format: 1,
    id: 'own',
    title: 'My terms',
    entries: [{ id, term: `Term ${id}`, definition }],
  }).entries;
  if (entry === undefined) throw new Error(`${id} makes no entry.`);
  return entry;
}

/** A stamp of the machine `m` (one letter) at a time. */
export function stampOf(time: number, m = 'a', count = 0): string {
  return time.toString(36).padStart(9, '0') + count.toString(36).padStart(3, '0') + m.repeat(5);
}

const version = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', '조선'),
    stamp: fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 'b'))
      .map(([time, m]) => stampOf(time, m)),
    definition: fc.option(fc.constantFrom('One.', 'Two.', 'Three.'), { nil: undefined }),
  })
  .map(
    ({ id, stamp, definition }): Version =>
      definition === undefined ? { id, stamp } : { id, stamp, entry: entryOf(id, definition) },
  );

/** What some machine may know: also stamps that occur twice with different words, as copied profiles make them. */
export const madeVersions: fc.Arbitrary<Versions> = fc
  .uniqueArray(version, { selector: ({ id }) => id, maxLength: 5 })
  .map((all) => new Map(all.map((one) => [one.id, one])));
