import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openCards } from '../../entrypoints/background/cards.ts';
import { openLibrary } from '../../entrypoints/platform/library.ts';
import { glossary } from './made-glossary.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
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
