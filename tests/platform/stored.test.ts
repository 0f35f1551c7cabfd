import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../entrypoints/platform/settings.ts';
import { stored } from '../../entrypoints/platform/stored.ts';

const words = stored<readonly string[]>({
  key: 'words',
  version: 2,
  fallback: [],
  schema: v.array(v.string()),
});

beforeEach(() => fakeBrowser.reset());

describe('a stored value', () => {
  test('is the fallback until it is written', async () => {
    expect(await words.get()).toEqual([]);
  });

  test.each([
    ['short', ['a']],
    ['longer than one item of the browser', Array.from({ length: 900 }, (_, at) => `한국어 ${at} "quoted"`)],
  ])('comes back as written: %s', async (_, value) => {
    await words.update(() => value);
    expect(await words.get()).toEqual(value);
    const items: Record<string, unknown> = await fakeBrowser.storage.sync.get();
    for (const item of Object.values(items)) {
      expect(new TextEncoder().encode(JSON.stringify(item)).length).toBeLessThan(8_192);
    }
  });

  test('loses no change when several are made at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => words.update((now) => [...now, String(at)])));
    expect((await words.get()).length).toBe(20);
  });

  test('is told as an organisation lays it down now, also to who listened before the policy was first read', async () => {
    const told: number[] = [];
    const ending = new AbortController();
    settings.watch(({ delay }) => told.push(delay), ending.signal);
    expect((await settings.get()).delay).toBe(250);
    await fakeBrowser.storage.managed.set({ settings: { delay: 700 } });
    await vi.waitUntil(() => told.length > 0);
    expect(told).toEqual([700]);
    ending.abort();
  });

  test('that has shrunk does not read what is left of the longer one', async () => {
    await words.update(() => Array.from({ length: 900 }, String));
    await words.update(() => ['one']);
    expect(await words.get()).toEqual(['one']);
    expect(Object.keys(await fakeBrowser.storage.sync.get())).toEqual(['words']);
  });

  test('refuses what has no room, and keeps what it had', async () => {
    await words.update(() => ['kept']);
    await expect(words.update(() => ['x'.repeat(200_000)])).rejects.toThrow('no room');
    expect(await words.get()).toEqual(['kept']);
  });

  describe('that the browser refuses', () => {
    const { set } = fakeBrowser.storage.sync;
    afterEach(() => {
      fakeBrowser.storage.sync.set = set;
    });
    const refuse = (message: string) => {
      fakeBrowser.storage.sync.set = () => Promise.reject(new Error(message));
    };

    test.each([
      'Resource::kQuotaBytes quota exceeded',
      'QUOTA_BYTES quota exceeded',
      'MAX_ITEMS quota exceeded',
      'QuotaExceededError: storage.sync API call exceeded its quota limitations.',
    ])('for want of room says how full it is, with what, and what to do: %s', async (message) => {
      await fakeBrowser.storage.sync.set({ 'own.3.1': 'x'.repeat(51_000), sites: 'y'.repeat(20_480) });
      await words.update(() => ['kept']);
      refuse(message);
      await expect(words.update(() => ['more'])).rejects.toThrow(
        /^There is no room for this change\. Of the 100 KB that .* 70 KB are taken: your own terms 50 KB, your site rules 20 KB\. Everything is as it was before\. To make room, let your own terms stay on this machine\.$/,
      );
      expect(await words.get()).toEqual(['kept']);
    });

    test.each([
      ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', /in a minute\.$/],
      [
        'An unexpected error occurred',
        /did not store this change: An unexpected error occurred\. Everything/,
      ],
    ])('for another reason says so: %s', async (message, wanted) => {
      refuse(message);
      await expect(words.update(() => ['more'])).rejects.toThrow(wanted);
    });
  });

  test('that is damaged is set aside and the fallback used', async () => {
    await fakeBrowser.storage.sync.set({ words: { version: 2, parts: 1, text: '{"half' } });
    expect(await words.get()).toEqual([]);
    expect(await fakeBrowser.storage.local.get('damaged.words')).toHaveProperty(['damaged.words', 'words']);
  });

  test('of a newer version is not written over', async () => {
    const newer = { version: 3, parts: 1, text: '{"new":"shape"}' };
    await fakeBrowser.storage.sync.set({ words: newer });
    expect(await words.get()).toEqual([]);
    await expect(words.update(() => ['old'])).rejects.toThrow('newer Glossator');
    expect((await fakeBrowser.storage.sync.get('words')).words).toEqual(newer);
  });

  test('of an older version is migrated', async () => {
    await fakeBrowser.storage.sync.set({ words: { version: 1, parts: 1, text: '"a b"' } });
    const migrating = stored<readonly string[]>({
      key: 'words',
      version: 2,
      fallback: [],
      schema: v.array(v.string()),
      migrate: (value) => String(value).split(' '),
    });
    expect(await migrating.get()).toEqual(['a', 'b']);
  });

  test('tells who watches, until they stop', async () => {
    const stop = new AbortController();
    const heard: (readonly string[])[] = [];
    const first = new Promise<void>((resolve) =>
      words.watch((value) => {
        heard.push(value);
        resolve();
      }, stop.signal),
    );
    await words.update(() => ['a']);
    await first;
    stop.abort();
    await words.update(() => ['b']);
    expect(heard).toEqual([['a']]);
  });
});
