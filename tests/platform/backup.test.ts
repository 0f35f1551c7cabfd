import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ReadBackup } from '../../entrypoints/platform/backup/read-backup.ts';
import { readBackup } from '../../entrypoints/platform/backup/read-backup.ts';
import { restoreBackup } from '../../entrypoints/platform/backup/restore.ts';
import { writeBackup } from '../../entrypoints/platform/backup/write-backup.ts';
import { keepDraft, keptDrafts } from '../../entrypoints/platform/drafts.ts';
import { type Library, openLibrary } from '../../entrypoints/platform/library.ts';
import { override, overridesOf } from '../../entrypoints/platform/overrides.ts';
import { changeOwnTerms } from '../../entrypoints/platform/own-terms.ts';
import { choices, hidden, known, settings, shelf, sites } from '../../entrypoints/platform/settings.ts';
import { exportSettings, isSettingsFile, settingValues } from '../../entrypoints/platform/settings-file.ts';
import { withSubscriptions } from '../../entrypoints/platform/subscription-store.ts';
import { subscriptions } from '../../entrypoints/platform/subscriptions.ts';
import type { Glossary } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';

let library: Library;
const emptyProfile = () => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  library = openLibrary();
};
beforeEach(emptyProfile);

const URL = 'https://example.org/team.json';
const glossaryOf = (id: string, ...terms: string[]): Glossary =>
  parseGlossary({
    format: 1,
    id,
    title: `Glossary ${id}`,
    version: '2026.1',
    language: 'ko',
    license: 'MIT',
    context: ['Pyongyang'],
    entries: terms.map((term) => ({
      id: term.toLowerCase(),
      term,
      definition: `What ${term} is.\n“Quoted”\u2028`,
      forms: [{ text: `${term}s`, when: 'context' }],
      native: [{ lang: 'ko', text: '조선' }],
      question: `What is ${term}?`,
      sources: [{ title: 'T', url: 'https://example.com/' }],
    })),
  });

async function fullProfile(): Promise<void> {
  await library.put(glossaryOf('pack', 'P'), 'built-in');
  await library.put(glossaryOf('words', 'A', 'B'), 'file');
  await changeOwnTerms(library, { put: glossaryOf('own', 'X', 'Y').entries });
  await withSubscriptions(library, async (store) => {
    await store.put({
      url: URL,
      glossary: 'team',
      managed: false,
      failures: 2,
      next: 9,
      rolledBack: false,
      turn: 4,
    });
    await store.write({ published: glossaryOf('team', 'S', 'T'), overrides: [] });
  });
  const [shared] = await library.entries(['team/s']);
  if (shared === undefined) throw new Error('No entry.');
  await override(library, 'team', { ...shared, definition: 'In my words.' });
  await settings.update((now) => ({ ...now, delay: 700 }));
  await sites.update(() => ({ mode: 'only', rules: [{ pattern: 'example.com', on: true }] }));
  await hidden.update(() => ['words/a']);
  await known.update(() => ['own/x']);
  await choices.update(() => ({ 'example.com': { 'words/b': 'never' } }));
  await shelf.update(() => ({ off: ['words'], order: ['team', 'own'] }));
  await keepDraft('d1', { term: 'Half' });
}

async function everything(): Promise<unknown> {
  return {
    settings: await settingValues(),
    own: (await library.glossary('own'))?.entries,
    words: await library.glossary('words'),
    team: await library.glossary('team'),
    overrides: await overridesOf(library, 'team'),
    addresses: (await subscriptions(library)).map(({ url, glossary }) => [url, glossary]),
    origins: (await library.shelf()).map(({ id, origin }) => [id, origin]).filter(([id]) => id !== 'pack'),
    drafts: [...(await keptDrafts())],
  };
}

async function written(): Promise<string> {
  let text = '';
  for await (const piece of writeBackup(library, new Date(0))) text += piece;
  return text;
}

describe('a full backup', () => {
  test('brings everything back to an empty profile', async () => {
    await fullProfile();
    const before = await everything();
    const text = await written();
    expect(JSON.parse(text).saved).toBe('1970-01-01T00:00:00.000Z');
    expect(text).not.toContain('Glossary pack');
    emptyProfile();
    const { backup, complaints } = readBackup(text);
    expect(complaints).toEqual([]);
    await restoreBackup(library, backup);
    expect(await everything()).toEqual(before);
  });

  test('of an empty profile is one too', async () => {
    const empty = await everything();
    const { backup, complaints } = readBackup(await written());
    expect(complaints).toEqual([]);
    await restoreBackup(library, backup);
    expect(await everything()).toEqual(empty);
  });

  test('leaves what has come since, and can be taken back whole', async () => {
    await fullProfile();
    const { backup } = readBackup(await written());
    await changeOwnTerms(library, { put: glossaryOf('own', 'Z').entries, remove: ['x'] });
    await library.put(glossaryOf('later', 'L'), 'file');
    await settings.update((now) => ({ ...now, delay: 100 }));
    const before = await everything();
    const undo = await restoreBackup(library, backup);
    expect((await library.glossary('own'))?.entries.map(({ id }) => id).toSorted()).toEqual(['x', 'y', 'z']);
    expect(await library.glossary('later')).toBeDefined();
    expect((await settings.get()).delay).toBe(700);
    await undo();
    expect(await everything()).toEqual(before);
  });

  test('never takes the place of a glossary that comes from elsewhere', async () => {
    await library.put(glossaryOf('words', 'A'), 'file');
    const { backup } = readBackup(await written());
    emptyProfile();
    await library.put(glossaryOf('words', 'Shared'), 'subscription');
    await restoreBackup(library, backup);
    expect((await library.glossary('words'))?.entries[0]?.term).toBe('Shared');
    expect((await library.glossary('words-2'))?.entries[0]?.term).toBe('A');
  });

  test('that cannot be stored whole leaves everything as it was', async () => {
    await fullProfile();
    const { backup } = readBackup(await written());
    emptyProfile();
    const before = await everything();
    const tooMuch = { ...backup, settings: { ...backup.settings, hidden: ['x'.repeat(200_000)] } };
    await expect(restoreBackup(library, tooMuch)).rejects.toThrow('hidden');
    expect(await everything()).toEqual(before);
  });
});

const read = (json: unknown): ReadBackup => readBackup(JSON.stringify(json));

describe('a file that is to be restored', () => {
  test('is told from a file of settings alone', async () => {
    expect(isSettingsFile(await exportSettings())).toBe(true);
    expect(isSettingsFile(await written())).toBe(false);
    expect(isSettingsFile('{')).toBe(false);
  });

  test.each([
    ['no JSON', '{"half', 'not JSON'],
    ['another file', '{"format":1,"entries":[]}', 'no backup'],
    ['a list', '[]', 'no backup'],
    ['a newer one', '{"glossator":"backup","version":2}', 'newer Glossator'],
  ])('is refused where it is %s', (_, text, said) => {
    expect(() => readBackup(text)).toThrow(said);
  });

  test('gives what is right in it, and says where the rest is wrong', () => {
    const { backup, complaints } = read({
      glossator: 'backup',
      version: 1,
      settings: { hidden: 7, known: ['own/a'], __proto__: 1, unheardOf: {} },
      own: {
        format: 1,
        id: 'else',
        title: 'T',
        entries: [{ id: 'a' }, { id: 'b', term: 'B', definition: 'x' }],
      },
      files: [null, 7, { format: 1, id: 'g', title: 'G', entries: [] }],
      subscriptions: [
        { url: 'javascript:alert(1)' },
        { url: 'https://example.org/', overrides: [{ entry: 1, seen: 2 }] },
      ],
    });
    expect(backup).toMatchObject({
      settings: { known: ['own/a'] },
      own: { id: 'own', entries: [{ id: 'b' }] },
      files: [{ id: 'g' }],
      subscriptions: [{ url: 'https://example.org/', overrides: [] }],
    });
    expect(complaints).toEqual(
      expect.arrayContaining([
        { part: 'settings', name: '', path: ['hidden'], expected: 'Array', found: '7' },
        expect.objectContaining({ part: 'own', entry: { place: 1, term: undefined }, path: ['term'] }),
        { part: 'file', name: 2, path: [], expected: 'a glossary', found: '7' },
        expect.objectContaining({ part: 'subscription', name: 'javascript:alert(1)', path: ['url'] }),
        expect.objectContaining({ part: 'wording', name: 'https://example.org/', path: [] }),
      ]),
    );
  });
});
