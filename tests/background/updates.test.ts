import { describe, expect, test } from 'vitest';
import { checkSubscription } from '../../entrypoints/background/subscriptions/check.ts';
import { override } from '../../entrypoints/platform/overrides.ts';
import { rollBack, subscriptions, unsubscribe } from '../../entrypoints/platform/subscriptions.ts';
import { changesText } from '../../glossary/subscriptions/changes.ts';
import { fileOf, status, stuck, tagged, text } from '../browser/launch/glossary-server.ts';
import { madeWorld, NOON } from './made-world.ts';
import { DAY, layGround, PATH } from './subscription-ground.ts';

const ground = layGround();

describe('an update', () => {
  test('is taken and told', async () => {
    const { subscribed, checked, shown } = ground();
    await subscribed(text(fileOf({ a: '1', b: '1', c: '1' })));
    const { update, failures, lastSuccess, next } = await checked(
      text(fileOf({ a: '2', d: '1', e: '1', f: '1' }, '2')),
    );
    expect(await shown()).toEqual({ a: '2', d: '1', e: '1', f: '1' });
    expect(update).toMatchObject({ from: '1', to: '2', at: NOON, added: { terms: ['d', 'e', 'f'] } });
    expect(update && changesText(update)).toBe('3 new, 1 changed, 2 gone');
    expect([failures, lastSuccess, next]).toEqual([0, NOON, NOON + DAY]);
  });

  test('is not sent twice: the server is told what is at hand', async () => {
    const { server, subscribed, checked } = ground();
    const file = tagged(fileOf({ a: '1' }), '"x"');
    await subscribed(file);
    const later = NOON + DAY;
    const state = await checked(file, madeWorld({ now: () => later }));
    expect(server.asked(PATH).at(-1)).toMatchObject({ 'if-none-match': '"x"' });
    expect(state).toMatchObject({ lastTry: later, lastSuccess: later, failures: 0 });
    expect(state.update?.at).toBe(NOON);
  });

  test('is asked for by date where there is no tag, without cookie or referrer', async () => {
    const { server, subscribed, checked } = ground();
    const date = 'Wed, 25 Nov 2026 10:00:00 GMT';
    await subscribed(text(fileOf({ a: '1' }), { 'last-modified': date, 'set-cookie': 'a=b' }));
    await checked(status(304));
    const headers = server.asked(PATH).at(-1);
    expect(headers).toMatchObject({ 'if-modified-since': date });
    expect([headers?.cookie, headers?.referer, headers?.['if-none-match']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('forgets a tag that the server gives no more', async () => {
    const { subscribed, checked } = ground();
    await subscribed(tagged(fileOf({ a: '1' }), '"x"'));
    const { etag } = await checked(text(fileOf({ a: '2' })));
    expect(etag).toBeUndefined();
  });

  test('with the same content is no news, though the file is another', async () => {
    const { subscribed, checked } = ground();
    await subscribed(text(fileOf({ a: '1' })));
    const { update, etag } = await checked(tagged(` ${fileOf({ a: '1' })}\n`, '"y"'));
    expect([update?.at, update?.from, etag]).toEqual([NOON, undefined, '"y"']);
  });

  test('comes again when the glossary is lost, though the server says that nothing is new', async () => {
    const { library, subscribed, checked, shown } = ground();
    const file = tagged(fileOf({ a: '1' }), '"x"');
    await subscribed(file);
    await library.remove('team');
    await checked(file);
    expect(await shown()).toEqual({ a: '1' });
  });

  test('of another format under the same address is read as what it is', async () => {
    const { subscribed, checked, shown } = ground();
    await subscribed(text(fileOf({ a: '1' })));
    const { format } = await checked(text('term,definition\nzork,A game\n'));
    expect([format, Object.values(await shown())]).toEqual(['csv', ['A game']]);
  });
});

describe('going back', () => {
  test('brings the version before, and the same update does not come again', async () => {
    const { library, subscribed, checked, shown } = ground();
    const url = await subscribed(text(fileOf({ a: '1', b: '1' }, '1')));
    const second = text(fileOf({ a: '2' }, '2'));
    await checked(second);
    const back = await rollBack(library, url);
    expect(await shown()).toEqual({ a: '1', b: '1' });
    expect(back).toMatchObject({ rolledBack: true, update: { from: '2', to: '1' } });
    const state = await checked(second);
    expect([state.rolledBack, await shown()]).toEqual([true, { a: '1', b: '1' }]);
    const third = await checked(text(fileOf({ a: '3' }, '3')));
    expect([third.rolledBack, await shown()]).toEqual([false, { a: '3' }]);
    await rollBack(library, url);
    expect(await shown()).toEqual({ a: '1', b: '1' });
  });

  test('can be taken back itself', async () => {
    const { library, subscribed, checked, shown } = ground();
    const url = await subscribed(text(fileOf({ a: '1' })));
    await checked(text(fileOf({ a: '2' })));
    await rollBack(library, url);
    expect(await rollBack(library, url)).toMatchObject({ rolledBack: false });
    expect(await shown()).toEqual({ a: '2' });
  });

  test('is not possible before the first update', async () => {
    const { library, subscribed } = ground();
    const url = await subscribed(text(fileOf({ a: '1' })));
    await expect(rollBack(library, url)).rejects.toThrow('no other version');
  });
});

describe('a check that is overtaken', () => {
  test('by a stop of the background leaves the old state whole, and is due again', async () => {
    const { library, server, subscribed, checked, shown } = ground();
    const url = await subscribed(text(fileOf({ a: '1' })));
    // Never comes back: as if the background had been stopped while it waited.
    const asked = server.nextRequest(PATH);
    server.at(PATH, stuck);
    void checkSubscription(library, url, madeWorld({ limits: { bytes: 1024, time: 500 } }));
    await asked;
    const [state] = await subscriptions(library);
    expect(state).toMatchObject({ began: NOON, failures: 1, next: NOON + 15 * 60_000 });
    expect(await shown()).toEqual({ a: '1' });
    const { began } = await checked(text(fileOf({ a: '2' })));
    expect([began, await shown()]).toEqual([undefined, { a: '2' }]);
  });

  test('by the end of the subscription does nothing', async () => {
    const { library, server, subscribed } = ground();
    const url = await subscribed(text(fileOf({ a: '1' })));
    let ended: Promise<unknown> = Promise.resolve();
    const state = await checkSubscription(
      library,
      server.at(PATH, (request, response) => {
        ended = unsubscribe(library, url).then(() => text(fileOf({ a: '2' }))(request, response));
      }),
      madeWorld(),
    );
    await ended;
    expect([state, await library.shelf()]).toEqual([undefined, []]);
  });

  test('by a wording of the reader does not lose it', async () => {
    const { library, server, subscribed, shown, entry } = ground();
    await subscribed(text(fileOf({ a: '1' })));
    const mine = { ...(await entry('a')), definition: 'mine' };
    const url = server.at(PATH, (request, response) => {
      void override(library, 'team', mine).then(() => text(fileOf({ a: '2' }))(request, response));
    });
    expect(await checkSubscription(library, url, madeWorld())).toBeUndefined();
    expect(await shown()).toEqual({ a: 'mine' });
  });
});
