import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { carryOutImport } from '../../entrypoints/options/import/carry-out.ts';
import type { Offer, Progress, Target, Wish } from '../../entrypoints/options/import/offer.ts';
import { planImport } from '../../entrypoints/options/import/plan.ts';
import { readInto } from '../../entrypoints/options/import/read-into.ts';
import { openLibrary } from '../../entrypoints/platform/library.ts';
import { shelf } from '../../entrypoints/platform/settings.ts';
import {
  addToContent,
  beginContent,
  dropAbandoned,
  holdContent,
  newContent,
} from '../../entrypoints/platform/staging.ts';
import type { Glossary } from '../../glossary/entry.ts';
import { EXPORTS, type ExportFormat } from '../../glossary/files/export.ts';
import { parseGlossary } from '../../glossary/format.ts';
import { dictionary } from '../glossary/files/made-dictionary.ts';

const glossaryOf = (id: string, ...terms: string[]): Glossary =>
  parseGlossary({
    format: 1,
    id,
    title: `Glossary ${id}`,
    entries: terms.map((term) => ({ id: term.toLowerCase(), term, definition: `What ${term} is.` })),
  });
const jsonOf = (glossary: Glossary, name = 'file.json') => new File([...EXPORTS.json.write(glossary)], name);

// Each test has glossaries of its own: the library that an import works on is the page's, opened once.
beforeEach(() => fakeBrowser.reset());
const library = openLibrary();
const offerOf = (file: File, wish: Wish = {}, told: Progress[] = []): Promise<Offer> =>
  readInto(library, { file, wish, content: newContent() }, (progress) => told.push(progress));
const idsOf = async (id: string) => (await library.glossary(id))?.entries.map((entry) => entry.id);
const contents = async () =>
  (await (await library.database()).getAllKeys('orders')).filter((key) => key.startsWith('~'));

describe('reading a file', () => {
  test.each(Object.keys(EXPORTS) as ExportFormat[])('takes what was saved as %s', async (format) => {
    const { write, extension } = EXPORTS[format];
    const file = new File([...write(glossaryOf('g', 'Alpha', 'Beta'))], `g.${extension}`);
    const { tally, first, plan } = await offerOf(file);
    expect(tally).toMatchObject({ entries: 2, skipped: 0 });
    expect(first.map(({ term, definition }) => [term, definition])).toEqual([
      ['Alpha', 'What Alpha is.'],
      ['Beta', 'What Beta is.'],
    ]);
    expect(plan.added).toEqual({ count: 2, first: ['Alpha', 'Beta'] });
  });

  test('takes a Yomitan dictionary', async () => {
    const zip = dictionary({ rows: [['読む', 'よむ', '', '', 0, ['to read'], 1, '']] });
    const { format, first } = await offerOf(new File([new Uint8Array(zip)], 'words.zip'));
    expect([format, first[0]?.term, first[0]?.definition]).toEqual(['yomitan', '読む', '[よむ] to read']);
  });

  test('says what was left out, and how far it is', async () => {
    const told: Progress[] = [];
    const file = new File(
      ['{"format":1,"id":"g","title":"G","entries":[{"id":"a"},{"id":"b","term":"B","definition":"d"}]}'],
      'g',
    );
    const { tally, complaints } = await offerOf(file, {}, told);
    expect(tally).toMatchObject({ entries: 1, skipped: 1 });
    expect(complaints[0]).toMatchObject({ effect: 'skipped', line: 1 });
    expect(told.at(-1)).toEqual({ done: file.size, total: file.size, entries: 1 });
  });

  test('says what a file is that is no glossary', async () => {
    const workbook = zipSync({
      '[Content_Types].xml': new Uint8Array(),
      'xl/workbook.xml': new Uint8Array(),
    });
    const file = new File([new Uint8Array(workbook)], 'terms.xlsx');
    await expect(offerOf(file)).rejects.toThrow('an Excel workbook; save it as CSV');
  });

  test('takes the columns of a table for what the reader says they are', async () => {
    const file = new File(['Wort;Sinn;Rest\nHaus;a house;ein Bau\n'], 'w.csv');
    const columns = {
      header: true,
      columns: [{ role: 'term' }, { role: 'ignore' }, { role: 'definition' }],
    } as const;
    expect((await offerOf(file)).first[0]?.definition).toBe('a house');
    expect((await offerOf(file, { columns })).first[0]?.definition).toBe('ein Bau');
  });

  test('shows nothing to anybody', async () => {
    const before = await library.shelf();
    await offerOf(jsonOf(glossaryOf('unseen', 'A')));
    expect(await library.shelf()).toEqual(before);
    expect(await library.entries(['unseen/a'])).toEqual([undefined]);
  });
});

describe('an import', () => {
  test('of a new glossary puts it on the shelf, switched on, and can be taken back', async () => {
    await shelf.update(() => ({ off: ['n'], order: [] }));
    const offer = await offerOf(jsonOf(glossaryOf('n', 'B', 'A')));
    const undo = await carryOutImport(offer);
    expect(await library.glossary('n')).toEqual(glossaryOf('n', 'B', 'A'));
    expect(await library.entries(['n/a', 'n/z'])).toMatchObject([{ term: 'A' }, undefined]);
    expect((await shelf.get()).off).toEqual([]);
    await undo();
    expect(await library.glossary('n')).toBeUndefined();
    expect(await contents()).not.toContain(offer.content);
  });

  test.each(['stored as a whole', 'imported before'])(
    'of a file that is there, %s, replaces it; undo brings it back',
    async (way) => {
      const id = way.replaceAll(' ', '-');
      if (way === 'imported before')
        await carryOutImport(await offerOf(jsonOf(glossaryOf(id, 'A', 'B', 'D'))));
      else await library.put(glossaryOf(id, 'A', 'B', 'D'), 'file');
      const { entries } = glossaryOf(id, 'A', 'B', 'C');
      const changed = entries.map((entry) => (entry.id === 'b' ? { ...entry, definition: 'Else.' } : entry));
      const offer = await offerOf(jsonOf({ ...glossaryOf(id), entries: changed }));
      expect(offer.plan).toEqual({
        target: { kind: 'update', id },
        id,
        added: { count: 1, first: ['C'] },
        changed: { count: 1, first: ['B'] },
        removed: { count: 1, first: ['D'] },
        same: 1,
      });
      const undo = await carryOutImport(offer);
      expect(await idsOf(id)).toEqual(['a', 'b', 'c']);
      await undo();
      expect(await idsOf(id)).toEqual(['a', 'b', 'd']);
      await library.put(glossaryOf(id, 'Z'), 'file');
      expect(await idsOf(id)).toEqual(['z']);
      await library.remove(id);
      expect(await library.entries([`${id}/a`, `${id}/z`])).toEqual([undefined, undefined]);
    },
  );

  test('never replaces a built-in or subscribed glossary', async () => {
    await library.put(glossaryOf('pack', 'A'), 'built-in');
    await library.put(glossaryOf('pack-2', 'A'), 'subscription');
    expect((await offerOf(jsonOf(glossaryOf('pack', 'Z')))).plan).toMatchObject({
      target: { kind: 'new' },
      id: 'pack-3',
    });
  });

  test('that was new when it was offered is refused when another took its place, and nothing is changed', async () => {
    const [one, two] = [
      await offerOf(jsonOf(glossaryOf('race', 'A'))),
      await offerOf(jsonOf(glossaryOf('race', 'B'))),
    ];
    await carryOutImport(one);
    await expect(carryOutImport(two)).rejects.toThrow('came onto the shelf meanwhile');
    expect(await idsOf('race')).toEqual(['a']);
  });

  test('of own terms joins them, and takes none away', async () => {
    await carryOutImport(await offerOf(jsonOf(glossaryOf('own', 'A', 'B'))));
    const offer = await offerOf(jsonOf(glossaryOf('own', 'B', 'C')));
    expect(offer.plan).toMatchObject({
      target: { kind: 'own' },
      removed: { count: 0 },
      added: { count: 1 },
      same: 1,
    });
    const undo = await carryOutImport(offer);
    expect(await idsOf('own')).toEqual(['a', 'b', 'c']);
    await undo();
    expect(await idsOf('own')).toEqual(['a', 'b']);
  });

  test.each<[Target, string]>([
    [{ kind: 'new' }, 'there-2'],
    [{ kind: 'update', id: 'there' }, 'there'],
    [{ kind: 'own' }, 'own'],
  ])('can be sent elsewhere: %j', async (target, id) => {
    if ((await library.glossary('there')) === undefined) await library.put(glossaryOf('there', 'A'), 'file');
    const { content, head } = await offerOf(jsonOf(glossaryOf('there', 'A')));
    expect(await planImport(library, { content, id: head.id }, target)).toMatchObject({ target, id });
  });

  test('compares glossaries that are larger than what is read at a time', async () => {
    const terms = Array.from({ length: 2_500 }, (_, at) => `T${at}`);
    await carryOutImport(await offerOf(jsonOf(glossaryOf('large', ...terms))));
    const { plan } = await offerOf(jsonOf(glossaryOf('large', ...terms.slice(1), 'New')));
    expect([plan.added, plan.removed.first, plan.same, plan.changed.count]).toEqual([
      { count: 1, first: ['New'] },
      ['T0'],
      2_499,
      0,
    ]);
  });
});

describe('what an import leaves that never came to an end', () => {
  test('is cleaned up, unless somebody holds it or a glossary has it', async () => {
    globalThis.indexedDB = new IDBFactory();
    const fresh = openLibrary();
    const [abandoned, held] = [newContent(), newContent()];
    for (const content of [abandoned, held]) {
      await beginContent(fresh, content);
      await addToContent(fresh, content, glossaryOf('x', 'A').entries);
    }
    await fresh.put(glossaryOf('kept', 'A'), 'file');
    // An import holds it, and then the undo of the one that follows.
    const releases = [await holdContent(held), await holdContent(held)];
    await dropAbandoned(fresh);
    const db = await fresh.database();
    expect(await db.getAllKeys('orders')).toEqual(['kept', held]);
    expect(await db.getAllKeys('entries')).toEqual(['kept/a', `${held}/a`]);
    for (const release of releases) release();
  });
});
