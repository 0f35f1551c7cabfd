import { describe, expect, test } from 'vitest';
import { dropOverride, override } from '../../entrypoints/platform/overrides.ts';
import { rollBack } from '../../entrypoints/platform/subscriptions.ts';
import { fileOf, text } from '../browser/launch/glossary-server.ts';
import { layGround, there } from './subscription-ground.ts';

const ground = layGround();

describe('a wording of the reader', () => {
  test('stays over updates and going back, and can be dropped', async () => {
    const { library, subscribed, checked, shown, entry } = ground();
    const url = await subscribed(text(fileOf({ a: '1', b: '1' })));
    await override(library, 'team', { ...(await entry('a')), definition: 'mine' });
    await checked(text(fileOf({ a: '2', b: '2' })));
    expect(await shown()).toEqual({ a: 'mine', b: '2' });
    await rollBack(library, url);
    expect(await shown()).toEqual({ a: 'mine', b: '1' });
    const undo = await dropOverride(library, 'team', 'a');
    expect(await shown()).toEqual({ a: '1', b: '1' });
    await undo();
    expect(await shown()).toEqual({ a: 'mine', b: '1' });
  });

  test('stays when its entry is published no more, until it is dropped', async () => {
    const { library, subscribed, checked, shown, entry } = ground();
    await subscribed(text(fileOf({ a: '1', b: '1' })));
    await override(library, 'team', { ...(await entry('a')), definition: 'mine' });
    const { update } = await checked(text(fileOf({ b: '1' })));
    expect(update?.removed.terms).toEqual(['a']);
    expect(await shown()).toEqual({ b: '1', a: 'mine' });
    await dropOverride(library, 'team', 'a');
    expect(await shown()).toEqual({ b: '1' });
    expect(await library.shelf()).toMatchObject([{ count: 1 }]);
  });

  test('that says the same as the shared one is none', async () => {
    const { library, subscribed, entry } = ground();
    await subscribed(text(fileOf({ a: '1' })));
    await override(library, 'team', await entry('a'));
    expect(await (await library.database()).getAllKeys('overrides')).toEqual([]);
  });

  test('changes the revision, so that the index is built anew', async () => {
    const { library, subscribed, entry } = ground();
    await subscribed(text(fileOf({ a: '1' })));
    const [before] = await library.shelf();
    await override(library, 'team', { ...(await entry('a')), definition: 'mine' });
    const [after] = await library.shelf();
    expect(after?.revision).not.toBe(before?.revision);
  });

  test('is refused for a glossary that is not subscribed', async () => {
    const { library, subscribed, entry } = ground();
    await subscribed(text(fileOf({ a: '1' })));
    const one = await entry('a');
    await library.put({ ...there(await library.glossary('team')), id: 'other' }, 'file');
    await expect(override(library, 'other', one)).rejects.toThrow('not subscribed');
  });
});
