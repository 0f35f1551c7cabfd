import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { compiled } from '../../entrypoints/background/compiled.ts';
import { openLibrary } from '../../entrypoints/platform/library.ts';
import { shelf } from '../../entrypoints/platform/settings.ts';
import type { Entry } from '../../glossary/entry.ts';
import type { Gathering } from '../../glossary/gathering.ts';
import { glossary } from './made-glossary.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
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
