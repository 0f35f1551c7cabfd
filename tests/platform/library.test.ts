import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openCards } from '../../entrypoints/background/cards.ts';
import { compiled } from '../../entrypoints/background/compiled.ts';
import { openLibrary } from '../../entrypoints/platform/library.ts';
import { shelf } from '../../entrypoints/platform/settings.ts';
import type { Entry, Glossary } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';
import type { Gathering } from '../../glossary/gathering.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
});

const glossary = (id: string, ...terms: string[]): Glossary =>
  parseGlossary({
    format: 1,
    id,
    title: `Glossary ${id}`,
    entries: terms.map((term) => ({
      id: term.toLowerCase(),
      term,
      definition: `What ${term} is.`,
      related: ['b', 'x/b'],
    })),
  });

describe('the library', () => {
  test('gives back a glossary as it was put, entries in order', async () => {
    const library = openLibrary();
    const put = glossary('g', 'B', 'A', 'C');
    await library.put(put, 'own');
    expect(await library.glossary('g')).toEqual(put);
    expect(await library.shelf()).toMatchObject([{ id: 'g', origin: 'own', count: 3 }]);
  });

  test('replaces a glossary whole, and leaves one whose id begins alike', async () => {
    const library = openLibrary();
    await library.put(glossary('g', 'A', 'B'), 'own');
    await library.put(glossary('g0', 'Z'), 'own');
    await library.put(glossary('g', 'C'), 'own');
    expect(await library.entries(['g/a', 'g/c', 'g0/z'])).toMatchObject([
      undefined,
      { id: 'c' },
      { id: 'z' },
    ]);
    await library.remove('g');
    expect(await library.glossary('g')).toBeUndefined();
    expect(await library.entries(['g/c', 'g0/z'])).toMatchObject([undefined, { id: 'z' }]);
  });

  test('keeps the old glossary whole when the new one cannot be stored', async () => {
    const library = openLibrary();
    await library.put(glossary('g', 'A', 'B'), 'own');
    const unstorable = { ...glossary('g', 'C'), homepage: (() => 1) as unknown as string };
    await expect(library.put(unstorable, 'own')).rejects.toThrow();
    expect((await library.glossary('g'))?.entries.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('cards', () => {
  test('name the related entries that exist, in the glossary or another', async () => {
    const library = openLibrary();
    await library.put(glossary('g', 'A', 'B'), 'own');
    await library.put(glossary('x', 'B'), 'file');
    const card = (await openCards(library).get(['g/a', 'g/none'])).get('g/a');
    expect(card).toMatchObject({ term: 'A', lang: 'en', glossary: { id: 'g', title: 'Glossary g' } });
    expect(card?.related).toEqual([
      { ref: 'g/b', term: 'B' },
      { ref: 'x/b', term: 'B' },
    ]);
  });

  test('are listed without reading any other entry, and linked when they are asked for', async () => {
    const library = openLibrary();
    await library.put(glossary('g', 'A', 'B'), 'own');
    const read: (readonly string[])[] = [];
    const cards = openCards({
      ...library,
      entries: (refs) => {
        read.push(refs);
        return library.entries(refs);
      },
    });
    const head = { ref: 'g/a', term: 'A', definition: 'What A is.', lang: 'en' };
    expect((await cards.heads(['g/a', 'g/none'])).get('g/a')).toEqual({
      ...head,
      glossary: { id: 'g', title: 'Glossary g' },
    });
    expect(read).toEqual([['g/a', 'g/none']]);
    expect((await cards.get(['g/a'])).get('g/a')).toMatchObject({ ...head, related: [{ ref: 'g/b' }] });
    expect(read.slice(1)).toEqual([['g/b', 'x/b']]);
  });

  test('are read again once the shelf has changed', async () => {
    const library = openLibrary();
    await library.put(glossary('g', 'A'), 'own');
    const cards = openCards(library);
    expect((await cards.get(['g/a'])).get('g/a')?.related).toEqual([]);
    await library.put(glossary('g', 'A', 'B'), 'own');
    cards.forget();
    expect((await cards.get(['g/a'])).get('g/a')?.related).toMatchObject([{ ref: 'g/b' }]);
  });
});

/** Remembers what was handed over: `glossary:` and the terms by their places. */
class Handed implements Gathering<{ bytes: Uint8Array<ArrayBuffer> }> {
  private readonly glossaries: string[][] = [];
  private readonly builds: string[];

  constructor(builds: string[]) {
    this.builds = builds;
  }

  begin({ id }: { readonly id: string }): void {
    this.glossaries.push([`${id}:`]);
  }

  add({ term }: Entry, place: number): void {
    const now = this.glossaries.at(-1) ?? [];
    now[place + 1] = term;
  }

  finish() {
    const built = this.glossaries.map((all) => all.join(' ')).join(' ');
    this.builds.push(built);
    return { bytes: new TextEncoder().encode(built) };
  }
}

describe('a compiled index', () => {
  const build = (builds: string[]) => ({
    key: 'terms' as const,
    layout: '1',
    ready: async () => false,
    begin: () => new Handed(builds),
    buffer: ({ bytes }: { bytes: Uint8Array<ArrayBuffer> }) => bytes.buffer,
    open(buffer: ArrayBuffer) {
      if (new Uint8Array(buffer)[0] === 0) throw new Error('damaged');
      return { bytes: new Uint8Array(buffer) };
    },
  });

  test('is built once and opened ever after, by whoever comes next', async () => {
    const library = openLibrary();
    await library.put(glossary('b', 'A'), 'own');
    await library.put(glossary('a', 'A'), 'built-in');
    const builds: string[] = [];
    await compiled(library, build(builds)).get();
    await compiled(library, build(builds)).get();
    expect(builds).toEqual(['b: A a: A']);
  });

  test('is built again when a glossary or the order changes, without those that are off', async () => {
    const library = openLibrary();
    await library.put(glossary('a', 'A'), 'file');
    await library.put(glossary('b', 'A'), 'file');
    const builds: string[] = [];
    const index = compiled(library, build(builds));
    await index.get();
    await library.put(glossary('b', 'A', 'B'), 'file');
    index.forget();
    await index.get();
    await shelf.update(() => ({ off: [], order: ['b', 'a'] }));
    index.forget();
    await index.get();
    await shelf.update(() => ({ off: ['b'], order: ['b', 'a'] }));
    index.forget();
    await index.get();
    expect(builds).toEqual(['a: A b: A', 'a: A b: A B', 'b: A B a: A', 'a: A']);
  });

  test('is that of the shelf as it is once it has been brought up to date', async () => {
    const library = openLibrary();
    await library.put(glossary('a', 'A'), 'built-in');
    const builds: string[] = [];
    await compiled(library, build(builds)).get();
    // A new package, of the same version.
    const ready = async () => {
      await library.put(glossary('a', 'A', 'B'), 'built-in');
      return true;
    };
    await compiled(library, { ...build(builds), ready }).get();
    expect(builds).toEqual(['a: A', 'a: A B']);
  });

  test('that is damaged is built again', async () => {
    const library = openLibrary();
    await library.put(glossary('a', 'A'), 'file');
    const builds: string[] = [];
    await compiled(library, build(builds)).get();
    const db = await library.database();
    const kept = await db.get('indexes', 'terms');
    await db.put(
      'indexes',
      { signature: kept?.signature ?? '', buffer: new ArrayBuffer(4), complaints: [] },
      'terms',
    );
    await compiled(library, build(builds)).get();
    expect(builds).toEqual(['a: A', 'a: A']);
  });

  test('leaves out what is damaged in the store, says what and where, and goes on', async () => {
    const library = openLibrary();
    await library.put(glossary('a', 'A', 'B'), 'file');
    await library.put(glossary('b', 'C'), 'file');
    const db = await library.database();
    await db.put('entries', { id: 'a', term: 7 } as unknown as Entry, 'a/a');
    const built: string[] = [];
    const recipe = build(built);
    const expected = [
      { where: 'The glossary “Glossary a”', what: expect.stringContaining('entries[0].term: expected text') },
    ];
    expect(await compiled(library, recipe).complaints()).toEqual([expected[0], expect.anything()]);
    expect(built).toEqual(['a:  B b: C']);
    // Also by a background that finds the index built.
    expect(await compiled(library, recipe).complaints()).toEqual([expected[0], expect.anything()]);
  });

  test('gets every entry of a large glossary in its place, though they are read in another order', async () => {
    const library = openLibrary();
    const terms = Array.from({ length: 1_203 }, (_, at) => `T${(at * 7) % 1_203}`);
    await library.put(glossary('a', ...terms), 'file');
    await library.put(glossary('a0', 'Z'), 'file');
    const built: string[] = [];
    await compiled(library, build(built)).get();
    expect(built).toEqual([`a: ${terms.join(' ')} a0: Z`]);
  });

  test('that was overtaken by a change is used and not kept', async () => {
    const library = openLibrary();
    await library.put(glossary('a', 'A'), 'file');
    const builds: string[] = [];
    let looks = 0;
    const changing = {
      ...library,
      async shelf() {
        const items = await library.shelf();
        // The second look is the one by which it is built.
        if (++looks === 2) await library.put(glossary('a', 'B'), 'file');
        return items;
      },
    };
    await compiled(changing, build(builds)).get();
    expect(await (await library.database()).get('indexes', 'terms')).toBeUndefined();
    await compiled(library, build(builds)).get();
    expect(builds.at(-1)).toBe('a: B');
  });
});
