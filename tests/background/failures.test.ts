import { describe, expect, test } from 'vitest';
import { checkSubscription } from '../../entrypoints/background/subscriptions/check.ts';
import { look } from '../../entrypoints/background/subscriptions/look.ts';
import { subscribe } from '../../entrypoints/platform/subscriptions.ts';
import {
  type Behaviour,
  endless,
  fileOf,
  redirect,
  serveGlossaries,
  status,
  stuck,
  text,
  truncated,
} from '../browser/launch/glossary-server.ts';
import { madeWorld, NOON } from './made-world.ts';
import { layGround, PATH } from './subscription-ground.ts';

const ground = layGround();

describe('what goes wrong leaves the version at hand whole', () => {
  const good = fileOf({ a: '1', b: '1' });
  test.each<[string, Behaviour, string, RegExp]>([
    ['404', status(404), 'unreachable', /nothing at this address \(404\)/],
    ['403', status(403), 'unreachable', /not let Glossator in \(403\)/],
    ['500', status(500), 'unreachable', /problem of its own \(500\)/],
    ['204', status(204), 'unreachable', /does not give the file \(204\)/],
    ['a file that breaks off', truncated(good), 'unreachable', /reached|broke off/],
    ['half a file, sent as a whole one', text(good.slice(0, 60)), 'unusable', /not whole/],
    ['a page to log in at', text('<!doctype html><html><form>'), 'unusable', /a web page/],
    ['an empty file', text(''), 'unusable', /an empty file/],
    ['an empty glossary', text(fileOf({})), 'unusable', /no entry/],
    ['a file that says it is too large', text('[]', { 'content-length': '99999999' }), 'unreachable', /MB/],
    ['a file without end', endless, 'unreachable', /larger than 1 MB/],
    ['a redirect to itself', redirect(PATH), 'unreachable', /reached|follow/],
    ['a redirect to no web address', redirect('file:///etc/passwd'), 'unreachable', /reached|follow/],
  ])('%s', async (_, behaviour, reason, why) => {
    const { library, subscribed, checked, shown } = ground();
    await subscribed(text(good));
    const before = await library.shelf();
    const state = await checked(behaviour);
    expect(state.failure).toEqual({ reason, text: expect.stringMatching(why) });
    expect(state).toMatchObject({ failures: 1, lastTry: NOON, lastSuccess: NOON });
    expect(await library.shelf()).toEqual(before);
    expect(await shown()).toEqual({ a: '1', b: '1' });
  });

  test('a server that takes its time', async () => {
    const { subscribed, checked, shown } = ground();
    await subscribed(text(good));
    const hasty = madeWorld({ limits: { bytes: 1024, time: 200 } });
    const { failure } = await checked(stuck, hasty);
    expect(failure?.text).toMatch(/did not come within/);
    expect(await shown()).toEqual({ a: '1', b: '1' });
  });

  test('a server that is gone', async () => {
    const { library, shown } = ground();
    const gone = await serveGlossaries();
    const url = gone.at(PATH, text(good));
    await look(library, url, madeWorld());
    await subscribe(library, url, NOON);
    await gone.close();
    const state = await checkSubscription(library, url, madeWorld());
    expect(state?.failure).toMatchObject({ reason: 'unreachable' });
    expect(await shown()).toEqual({ a: '1', b: '1' });
  });

  test('a permission that was taken back: nobody is asked', async () => {
    const { server, subscribed, checked } = ground();
    await subscribed(text(good));
    const before = server.asked(PATH).length;
    const { failure } = await checked(text(good), madeWorld({ allowed: async () => false }));
    expect(failure?.reason).toBe('not-allowed');
    expect(server.asked(PATH)).toHaveLength(before);
  });

  test('it is tried again later each time, and not before the server wants it', async () => {
    const { subscribed, checked } = ground();
    await subscribed(text(good));
    const minutes = async (behaviour: Behaviour) =>
      Math.round(((await checked(behaviour)).next - NOON) / 60_000);
    expect(await minutes(status(500))).toBe(15);
    expect(await minutes(status(500))).toBe(30);
    expect(await minutes(status(500))).toBe(60);
    expect(await minutes(status(503, { 'retry-after': '36000' }))).toBe(600);
    expect(await minutes(text(good))).toBe(24 * 60);
  });
});
