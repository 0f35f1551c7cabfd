import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { library } from '../../entrypoints/options/library.ts';
import { kindOf, WRITERS } from '../../entrypoints/options/manager/file-kinds.ts';
import { carryOutImport, planImport } from '../../entrypoints/options/manager/import-plan.ts';
import { readFile } from '../../entrypoints/options/manager/read-file.ts';
import { shelf } from '../../entrypoints/platform/settings.ts';
import type { Glossary } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';

const glossaryOf = (id: string, ...terms: string[]): Glossary =>
  parseGlossary({
    format: 1,
    id,
    title: `Glossary ${id}`,
    entries: terms.map((term) => ({ id: term.toLowerCase(), term, definition: `What ${term} is.` })),
  });
const never = new AbortController().signal;

describe('the format of a file', () => {
  test.each([
    ['{ "format": 1', 'json'],
    ['\uFEFF[{"id"', 'json'],
    ['term,definition', 'table'],
    ['<?xml version="1.0"?><tbx xmlns=', 'tbx'],
    ['<?xml version="1.0"?><martif type="TBX"', 'tbx'],
    ['<rdf:RDF xmlns:rdf', 'rdf-xml'],
    ['# words\n@prefix skos: <', 'turtle'],
    ['PK\u0003\u0004', undefined],
    ['  ', undefined],
  ])('%j is %s', (beginning, kind) => {
    expect(kindOf(beginning)).toBe(kind);
  });
});

describe('reading a file', () => {
  test.each(Object.keys(WRITERS) as (keyof typeof WRITERS)[])(
    'takes what was saved as %s',
    async (format) => {
      const glossary = glossaryOf('g', 'Alpha', 'Beta');
      const file = new File([...WRITERS[format].write(glossary)], `g.${WRITERS[format].ending}`);
      const read = await readFile(file, never);
      expect(read.skipped).toBe(0);
      expect(read.glossary.entries.map(({ term, definition }) => [term, definition])).toEqual(
        glossary.entries.map(({ term, definition }) => [term, definition]),
      );
    },
  );

  test('says what was left out', async () => {
    const file = new File(
      ['{"format":1,"id":"g","title":"G","entries":[{"id":"a"},{"id":"b","term":"B","definition":"d"}]}'],
      'g',
    );
    const { glossary, complaints, skipped } = await readFile(file, never);
    expect([glossary.entries.length, skipped]).toEqual([1, 1]);
    expect(complaints[0]).toMatchObject({ effect: 'skipped' });
  });

  test('stops when it is called off', async () => {
    await expect(readFile(new File(['term,definition\na,b'], 'x'), AbortSignal.abort())).rejects.toThrow();
  });
});

describe('an import', () => {
  test('of a new glossary puts it on the shelf, switched on, and can be taken back', async () => {
    await shelf.update(() => ({ off: ['n'], order: [] }));
    const plan = await planImport(glossaryOf('n', 'A'));
    expect(plan.kind).toBe('new');
    const undo = await carryOutImport(plan);
    expect(await library.glossary('n')).toEqual(plan.glossary);
    expect((await shelf.get()).off).toEqual([]);
    await undo();
    expect(await library.glossary('n')).toBeUndefined();
  });

  test('of a file that is there already replaces it; undo brings the old one back', async () => {
    await library.put(glossaryOf('u', 'A', 'B'), 'file');
    const plan = await planImport(glossaryOf('u', 'A', 'C'));
    expect(plan.kind).toBe('update');
    expect(plan.differences.removed.map(({ id }) => id)).toEqual(['b']);
    const undo = await carryOutImport(plan);
    expect((await library.glossary('u'))?.entries.map(({ id }) => id)).toEqual(['a', 'c']);
    await undo();
    expect((await library.glossary('u'))?.entries.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('never replaces a built-in or subscribed glossary', async () => {
    await library.put(glossaryOf('pack', 'A'), 'built-in');
    await library.put(glossaryOf('pack-2', 'A'), 'subscription');
    const plan = await planImport(glossaryOf('pack', 'Z'));
    expect(plan).toMatchObject({ kind: 'new', glossary: { id: 'pack-3' } });
  });

  test('of own terms joins them, and takes none away', async () => {
    await carryOutImport(await planImport(glossaryOf('own', 'A', 'B')));
    const plan = await planImport(glossaryOf('own', 'B', 'C'));
    expect([plan.kind, plan.differences.removed]).toEqual(['own', []]);
    const undo = await carryOutImport(plan);
    expect((await library.glossary('own'))?.entries.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    await undo();
    expect((await library.glossary('own'))?.entries.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
