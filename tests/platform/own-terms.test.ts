import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openLibrary } from '../../entrypoints/platform/library.ts';
import { changeOwnTerms, freeId, replaceOwnTerms, snapshots } from '../../entrypoints/platform/own-terms.ts';
import { hashOfRequest, requestOfHash } from '../../entrypoints/platform/term-request.ts';
import type { Entry } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
});
afterEach(() => {
  vi.useRealTimers();
});

const entriesOf = (...terms: string[]): readonly Entry[] =>
  parseGlossary({
    format: 1,
    id: 'own',
    title: 'My terms',
    entries: terms.map((term) => ({ id: term.toLowerCase(), term, definition: `What ${term} is.` })),
  }).entries;

describe('own terms', () => {
  test('make their glossary with the first term', async () => {
    const library = openLibrary();
    await changeOwnTerms(library, { put: entriesOf('A') });
    expect(await library.shelf()).toMatchObject([{ id: 'own', title: 'My terms', origin: 'own', count: 1 }]);
    expect((await library.glossary('own'))?.entries).toEqual(entriesOf('A'));
  });

  test('every change has another revision, and can be taken back', async () => {
    const library = openLibrary();
    await changeOwnTerms(library, { put: entriesOf('A', 'B') });
    const [before] = await library.shelf();
    const changed = entriesOf('A').map((entry) => ({ ...entry, definition: 'Else.' }));
    const back = await changeOwnTerms(library, { put: [...changed, ...entriesOf('C')], remove: ['b'] });
    const [after] = await library.shelf();
    expect(after?.revision).not.toBe(before?.revision);
    expect((await library.glossary('own'))?.entries.map(({ id }) => id)).toEqual(['a', 'c']);
    await changeOwnTerms(library, back);
    const entries = (await library.glossary('own'))?.entries ?? [];
    expect([...entries].sort((x, y) => (x.id < y.id ? -1 : 1))).toEqual(entriesOf('A', 'B'));
  });

  test('two windows that add at once lose nothing', async () => {
    const [one, two] = [openLibrary(), openLibrary()];
    await Promise.all(
      ['A', 'B', 'C', 'D'].map((term, at) => changeOwnTerms(at % 2 ? one : two, { put: entriesOf(term) })),
    );
    expect((await one.glossary('own'))?.entries.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(await one.shelf()).toMatchObject([{ count: 4 }]);
  });

  test('stay whole when one of a change cannot be stored', async () => {
    const library = openLibrary();
    await changeOwnTerms(library, { put: entriesOf('A') });
    const bad = entriesOf('C').map((entry) => ({ ...entry, question: (() => 1) as unknown as string }));
    await expect(changeOwnTerms(library, { put: [...entriesOf('B'), ...bad] })).rejects.toThrow();
    expect((await library.glossary('own'))?.entries.map(({ id }) => id)).toEqual(['a']);
  });

  test.each([
    ['Workers’ Party', [], 'workers-party-k3x9'],
    ['MSMT', ['msmt-k3x9', 'msmt-k3x9-2'], 'msmt-k3x9-3'],
    ['조선', [], '조선-k3x9'],
    ['—', [], 'term-k3x9'],
  ])('get an id from their letters: %s', (term, taken, id) => {
    expect(freeId(term, new Set(taken), 'k3x9')).toBe(id);
  });
});

describe('snapshots', () => {
  const DAY = 86_400_000;
  const noon = new Date(2026, 5, 1, 12).getTime();

  test('hold the terms as they were before the first change of a day; ten are kept', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const library = openLibrary();
    for (let day = 0; day < 14; day++) {
      vi.setSystemTime(noon + day * DAY);
      await changeOwnTerms(library, { put: entriesOf(`A${day}`) });
      await changeOwnTerms(library, { put: entriesOf(`B${day}`) });
    }
    const kept = await snapshots(library);
    expect(kept.map(({ at }) => (at - noon) / DAY)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    expect(kept[0]?.glossary.entries).toHaveLength(26);
  });

  test('a restore keeps what it replaces, and can be undone', async () => {
    const library = openLibrary();
    await changeOwnTerms(library, { put: entriesOf('A', 'B') });
    const whole = await library.glossary('own');
    if (whole === undefined) throw new Error('No own terms.');
    const undo = await replaceOwnTerms(library, { ...whole, entries: entriesOf('C') });
    expect((await library.glossary('own'))?.entries).toEqual(entriesOf('C'));
    expect((await library.entries(['own/a']))[0]).toBeUndefined();
    expect((await snapshots(library))[0]).toMatchObject({ kind: 'before', glossary: whole });
    await undo();
    expect(await library.glossary('own')).toEqual(whole);
  });

  test('a library of the first version keeps everything and gains a place for them', async () => {
    const old = await openDB('glossator', 1, {
      upgrade(db) {
        db.createObjectStore('glossaries', { keyPath: 'id' });
        for (const name of ['entries', 'orders', 'indexes', 'packs']) db.createObjectStore(name);
      },
    });
    await old.put('packs', 'r1', 'north-korea');
    old.close();
    const library = openLibrary();
    expect(await (await library.database()).get('packs', 'north-korea')).toBe('r1');
    expect(await snapshots(library)).toEqual([]);
  });
});

describe('a request for a term', () => {
  test.each([
    [
      {
        add: { term: 'MSMT', context: 'The “MSMT” met; 100 %.', url: 'https://x.example/?a=1#b', title: 'T' },
      },
    ],
    [{ add: { term: '{"term":1}' } }],
    [{ edit: 'a-b' }],
  ])('comes back as it was put into an address: %j', (request) => {
    expect(requestOfHash(hashOfRequest(request))).toEqual(request);
  });

  test.each([
    ['#add=Juche%20idea', { add: { term: 'Juche idea' } }],
    ['#add=%7B%22term%22%3A%22a%22%2C%22url%22%3A%22javascript%3Ax%22%7D', { add: { term: 'a' } }],
    ['#edit=own%2Fa', { edit: 'a' }],
    ['#add=%E0%A4%A', undefined],
    ['#looks', undefined],
  ])('reads %s', (hash, request) => {
    expect(requestOfHash(hash)).toEqual(request);
  });
});
