import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followOwnTerms } from '../../entrypoints/background/own-sync.ts';
import { type Library, openLibrary } from '../../entrypoints/platform/library.ts';
import { changeOwnTerms } from '../../entrypoints/platform/own-terms.ts';
import { travelStatus, turnTravel } from '../../entrypoints/platform/travel.ts';
import { entryOf } from '../glossary/sync/made-versions.ts';

let library: Library;
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  library = openLibrary();
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const ownItems = async () => {
  const items: Record<string, unknown> = await fakeBrowser.storage.sync.get();
  return Object.keys(items).filter((key) => key.startsWith('own.'));
};
const wake = () =>
  fakeBrowser.alarms.onAlarm.trigger({ name: 'own-sync', scheduledTime: 0, persistAcrossSessions: true });
const isWaiting = async () => (await fakeBrowser.alarms.get('own-sync')) !== undefined;
const ended = (rounds: (at: number) => boolean) =>
  vi.waitFor(async () => expect(rounds((await travelStatus()).at)).toBe(true));

test('a change is sent after a moment, and nothing is left to do', async () => {
  followOwnTerms(library);
  await changeOwnTerms(library, { put: [entryOf('a')] });
  expect(await isWaiting()).toBe(true);
  expect(await ownItems()).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  await ended((at) => at > 0);
  expect(await ownItems()).toHaveLength(1);
  expect(await travelStatus()).toMatchObject({ travelling: 1, count: 1, tries: 0 });
});

test('a background that was stopped before is woken by the alarm, and sends then', async () => {
  await changeOwnTerms(library, { put: [entryOf('a')] });
  followOwnTerms(library);
  await wake();
  await ended((at) => at > 0);
  expect(await ownItems()).toHaveLength(1);
});

test('many changes in a row make few writes', async () => {
  followOwnTerms(library);
  const set = vi.spyOn(fakeBrowser.storage.sync, 'set');
  for (let at = 0; at < 60; at++) {
    await changeOwnTerms(library, { put: [entryOf(`t${at}`)] });
    await vi.advanceTimersByTimeAsync(500);
  }
  await vi.advanceTimersByTimeAsync(20_000);
  await vi.waitFor(async () => expect((await travelStatus()).travelling).toBe(60));
  // Fifty seconds, ten seconds between two rounds.
  expect(set.mock.calls.length).toBeLessThanOrEqual(6);
});

test('what the browser refuses is told, and tried again later', async () => {
  followOwnTerms(library);
  const refused = new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
  const set = vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValue(refused);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await changeOwnTerms(library, { put: [entryOf('a')] });
  await vi.advanceTimersByTimeAsync(2_000);
  await ended((at) => at > 0);
  expect(await travelStatus()).toMatchObject({
    tries: 1,
    problem: expect.stringContaining('no more changes'),
  });
  expect(await isWaiting()).toBe(true);
  expect((await library.glossary('own'))?.entries).toHaveLength(1);
  set.mockRestore();
  const failedAt = (await travelStatus()).at;
  vi.setSystemTime(failedAt + 120_000);
  await wake();
  await ended((at) => at > failedAt);
  expect(await travelStatus()).toMatchObject({ tries: 0, travelling: 1 });
  expect((await travelStatus()).problem).toBeUndefined();
});

test('terms that came to the store are here after a moment', async () => {
  const other = openLibrary();
  followOwnTerms(other);
  await changeOwnTerms(other, { put: [entryOf('a')] });
  await vi.advanceTimersByTimeAsync(2_000);
  await ended((at) => at > 0);
  const items = await fakeBrowser.storage.sync.get();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  followOwnTerms(library);
  await fakeBrowser.storage.sync.set(items);
  await vi.advanceTimersByTimeAsync(2_000);
  await ended((at) => at > 0);
  expect((await library.glossary('own'))?.entries).toEqual([entryOf('a')]);
});

test('nothing is sent from a machine where it is turned off, until it is on again', async () => {
  followOwnTerms(library);
  await turnTravel(false);
  await changeOwnTerms(library, { put: [entryOf('a')] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await ownItems()).toEqual([]);
  await turnTravel(true);
  await vi.advanceTimersByTimeAsync(2_000);
  await ended((at) => at > 0);
  expect(await ownItems()).toHaveLength(1);
});
