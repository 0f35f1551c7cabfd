import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exchange, Machine, noise, type Stock, settle } from './machines.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date(2026, 5, 1, 12));
});
afterEach(() => {
  vi.useRealTimers();
});

type Step =
  | { readonly do: 'write' | 'remove'; readonly machine: number; readonly id: string; readonly text: number }
  | { readonly do: 'round'; readonly machine: number; readonly mend: boolean }
  | { readonly do: 'exchange'; readonly machine: number; readonly mine: boolean; readonly some: number };

const machine = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('write', 'write', 'remove'),
    machine,
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    text: fc.nat(20),
  }),
  fc.record({ do: fc.constant('round'), machine, mend: fc.boolean() }),
  fc.record({ do: fc.constant('exchange'), machine, mine: fc.boolean(), some: fc.nat(3) }),
);

async function play(
  steps: readonly Step[],
  machines: readonly Machine[],
  server: Stock,
): Promise<Map<string, { stamp: string; text: string | undefined }>> {
  const last = new Map<string, { stamp: string; text: string | undefined }>();
  for (const one of steps) {
    const at = machines[one.machine];
    if (at === undefined) continue;
    if (one.do === 'round') await at.round(one.mend);
    else if (one.do === 'exchange') {
      exchange(at, server, {
        mine: one.mine,
        some: (key) => one.some === 0 || Number(key.split('.')[1]) % 3 !== one.some - 1,
      });
    } else {
      const text = one.do === 'write' ? noise(one.text, 40 + one.text * 40) : undefined;
      if (text === undefined) await at.remove(one.id);
      else await at.write(one.id, text);
      const stamp = (await at.stamps())[one.id]?.stamp ?? '';
      if (stamp !== '' && stamp >= (last.get(one.id)?.stamp ?? ''))
        last.set(one.id, { stamp, text: (await at.terms())[one.id] });
    }
  }
  return last;
}

describe('three machines, in any order of edits, meetings, lost and half-arrived items', () => {
  test('end with the last word on every term', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 3, maxLength: 3 }),
        async (steps, skews) => {
          const machines = await Promise.all([0, 1, 2].map(async (at) => Machine.open(skews[at])));
          const server: Stock = new Map();
          const last = await play(steps, machines, server);
          await settle(machines, server);
          const expected = [...last].flatMap(([id, { text }]) => (text === undefined ? [] : [[id, text]]));
          for (const one of machines) expect(await one.terms()).toEqual(Object.fromEntries(expected));
        },
      ),
      { numRuns: 50 },
    );
  }, 60_000);

  test('lose nothing and come to rest where there is hardly any room', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const machines = await Promise.all([0, 0, 0].map(async () => Machine.open()));
        for (const { area } of machines) area.stock.set('settings', 'x'.repeat(93_000));
        const server: Stock = new Map();
        const last = await play(steps, machines, server);
        await settle(machines, server);
        const all = await Promise.all(machines.map((one) => one.stamps()));
        for (const [id, { stamp }] of last) {
          expect(all.some((stamps) => stamps[id]?.stamp === stamp)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
