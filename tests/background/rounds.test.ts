import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { adopt } from '../../entrypoints/background/subscriptions/managed.ts';
import { openRounds } from '../../entrypoints/background/subscriptions/rounds.ts';
import { withSubscriptions } from '../../entrypoints/platform/subscription-store.ts';
import { subscriptions } from '../../entrypoints/platform/subscriptions.ts';
import { fileOf, status, text } from '../browser/launch/glossary-server.ts';
import { madeWorld, NOON } from './made-world.ts';
import { DAY, layGround, PATH, there } from './subscription-ground.ts';

const ground = layGround();
const MINUTE = 60_000;
const alarm = async () => (await fakeBrowser.alarms.get('subscriptions'))?.scheduledTime;

describe('the alarm', () => {
  test('is set for the next look, and not at all without a subscription', async () => {
    const { library, subscribed } = ground();
    const rounds = openRounds(library, madeWorld());
    await rounds.arm();
    expect(await alarm()).toBeUndefined();
    await subscribed(text(fileOf({ a: '1' })));
    await rounds.arm();
    expect(await alarm()).toBe(NOON + DAY);
  });

  test('is not put off by a background that starts again and again', async () => {
    const { library, server } = ground();
    await adopt(library, [server.at(PATH, status(500))]);
    let chance = 0;
    const rounds = openRounds(library, madeWorld({ chance: () => chance }));
    await rounds.arm();
    expect(await alarm()).toBe(NOON + MINUTE);
    chance = 0.9;
    await rounds.armUnlessSooner();
    expect(await alarm()).toBe(NOON + MINUTE);
  });

  test('looks at what is due, and is set for the time after', async () => {
    const { library, server, subscribed, shown } = ground();
    await subscribed(text(fileOf({ a: '1' })));
    server.at(PATH, text(fileOf({ a: '2' })));
    const later = NOON + 2 * DAY;
    openRounds(library, madeWorld({ now: () => later }));
    await fakeBrowser.alarms.onAlarm.trigger({
      name: 'subscriptions',
      scheduledTime: later,
      persistAcrossSessions: true,
    });
    await vi.waitFor(async () => expect(await alarm()).toBe(later + DAY));
    expect(await shown()).toEqual({ a: '2' });
  });

  test('comes soon after a look that was cut short', async () => {
    const { library, server, subscribed } = ground();
    const url = await subscribed(text(fileOf({ a: '1' })));
    await openRounds(library, madeWorld()).arm();
    // As it is left when the background is stopped in the middle.
    const [before] = await subscriptions(library);
    const cut = { ...there(before), began: NOON, failures: 1, next: NOON + 15 * MINUTE };
    await withSubscriptions(library, (store) => store.put(cut));
    await openRounds(library, madeWorld()).armUnlessSooner();
    expect(await alarm()).toBe(NOON + 15 * MINUTE);
    expect(url).toContain(server.origin);
  });
});

test('two who ask at once get one look', async () => {
  const { library, server, subscribed } = ground();
  const url = await subscribed(text(fileOf({ a: '1' })));
  const rounds = openRounds(library, madeWorld());
  const before = server.asked(PATH).length;
  const [one, other] = await Promise.all([rounds.check(url), rounds.check(url)]);
  expect(one).toBe(other);
  expect(server.asked(PATH)).toHaveLength(before + 1);
});

describe('what a policy names', () => {
  test('is adopted, once, and told as never asked', async () => {
    const { library, server } = ground();
    const url = server.at(PATH, text(fileOf({ a: '1' })));
    expect(await adopt(library, [url])).toEqual([url]);
    await openRounds(library, madeWorld()).check(url);
    expect(await adopt(library, [url])).toEqual([]);
    expect(await subscriptions(library)).toMatchObject([{ url, managed: true, glossary: 'team' }]);
  });

  test('takes over what the reader had, and gives it back when it is named no more', async () => {
    const { library, subscribed, shown } = ground();
    const url = await subscribed(text(fileOf({ a: '1' })));
    await adopt(library, [url]);
    expect(await subscriptions(library)).toMatchObject([{ managed: true }]);
    await adopt(library, []);
    expect(await subscriptions(library)).toMatchObject([{ managed: false, glossary: 'team' }]);
    expect(await shown()).toEqual({ a: '1' });
  });

  test('goes when it is named no more and never came', async () => {
    const { library } = ground();
    await adopt(library, ['https://glossary.example.org/never.json']);
    await adopt(library, []);
    expect(await subscriptions(library)).toEqual([]);
  });
});
