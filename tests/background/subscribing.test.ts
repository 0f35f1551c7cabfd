import { describe, expect, test } from 'vitest';
import { look } from '../../entrypoints/background/subscriptions/look.ts';
import { override } from '../../entrypoints/platform/overrides.ts';
import type { Subscription } from '../../entrypoints/platform/subscription.ts';
import { withSubscriptions } from '../../entrypoints/platform/subscription-store.ts';
import { rollBack, subscribe, subscriptions, unsubscribe } from '../../entrypoints/platform/subscriptions.ts';
import { fileOf, tagged, text } from '../browser/launch/glossary-server.ts';
import { madeWorld, NOON } from './made-world.ts';
import { DAY, layGround, PATH } from './subscription-ground.ts';

const ground = layGround();

describe('a subscription', () => {
  test('begins with what the reader was shown, also when the file changes meanwhile', async () => {
    const { library, server, shown } = ground();
    const url = server.at(PATH, tagged(fileOf({ a: '1', b: '1' }), '"v1"'));
    const offer = await look(library, url, madeWorld());
    expect(offer).toMatchObject({ head: { title: 'Team words' }, entries: 2, subscribed: false });
    expect(offer.size).toBe(fileOf({ a: '1', b: '1' }).length);
    server.at(PATH, tagged(fileOf({ a: '2' }), '"v2"'));
    await subscribe(library, url, NOON + DAY);
    expect(await shown()).toEqual({ a: '1', b: '1' });
    expect(await library.shelf()).toMatchObject([{ id: 'team', origin: 'subscription', count: 2 }]);
    expect(await subscriptions(library)).toMatchObject([{ url, etag: '"v1"', lastSuccess: NOON }]);
  });

  test('takes an id of its own where another glossary has it', async () => {
    const { library, server } = ground();
    const url = server.at(PATH, text(fileOf({ a: '1' })));
    await look(library, url, madeWorld());
    await library.put({ ...(await ground().arrived(url)), entries: [] }, 'file');
    expect(await subscribe(library, url, NOON)).toBe('team-2');
    expect((await library.glossary('team-2'))?.entries).toHaveLength(1);
  });

  test('is one, however often it is confirmed', async () => {
    const { library, subscribed } = ground();
    const url = await subscribed(text(fileOf({ a: '1' })));
    expect((await look(library, url, madeWorld())).subscribed).toBe(true);
    await subscribe(library, url, NOON);
    expect(await library.shelf()).toHaveLength(1);
  });

  test('cannot be made from what was never looked at', async () => {
    const { library } = ground();
    await expect(subscribe(library, 'https://example.org/x', NOON)).rejects.toThrow('Look at it again');
  });

  test('ends with everything that belongs to it, and comes back whole', async () => {
    const { library, subscribed, checked, shown, entry } = ground();
    const url = await subscribed(text(fileOf({ a: '1', b: '1' })));
    await checked(text(fileOf({ a: '2', b: '1' })));
    await override(library, 'team', { ...(await entry('b')), definition: 'mine' });
    const undo = await unsubscribe(library, url);
    expect([await library.shelf(), await subscriptions(library), await shown()]).toEqual([[], [], {}]);
    await undo();
    expect(await shown()).toEqual({ a: '2', b: 'mine' });
    await rollBack(library, url);
    expect(await shown()).toEqual({ a: '1', b: 'mine' });
  });
});

describe('what an organisation wants', () => {
  const wanted = (url: string): Subscription => ({
    url,
    managed: true,
    failures: 0,
    next: NOON,
    rolledBack: false,
    turn: 0,
  });

  test('comes with its first check, and needs no permission', async () => {
    const { library, server, checked, shown } = ground();
    const url = server.at(PATH, text(fileOf({ a: '1' })));
    await withSubscriptions(library, (store) => store.put(wanted(url)));
    await checked(text(fileOf({ a: '1' })), madeWorld({ allowed: async () => false }));
    expect(await shown()).toEqual({ a: '1' });
    expect(await subscriptions(library)).toMatchObject([{ managed: true, glossary: 'team' }]);
  });

  test('cannot be ended by the reader', async () => {
    const { library, server } = ground();
    const url = server.at(PATH, text(fileOf({ a: '1' })));
    await withSubscriptions(library, (store) => store.put(wanted(url)));
    await expect(unsubscribe(library, url)).rejects.toThrow('organisation');
  });
});
