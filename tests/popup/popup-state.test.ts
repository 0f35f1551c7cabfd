import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrowTarget, popupKey, searchKey } from '../../entrypoints/popup/popup-keys.ts';
import {
  after,
  begin,
  canGoBack,
  type PopupEvent,
  type PopupState,
} from '../../entrypoints/popup/popup-state.ts';
import type { Card } from '../../glossary/entry.ts';

const card = (ref: string): Card => ({
  ref,
  term: ref,
  native: [],
  definition: '',
  lang: 'en',
  related: [],
  sources: [],
  glossary: { id: 'g', title: 'G' },
});
const answer = (query: string, count: number): PopupEvent => ({
  type: 'answered',
  answer: { query, near: false, hits: Array.from({ length: count }, (_, at) => ({ card: card(`g/${at}`) })) },
});
const opened = (ref: string): PopupEvent[] => [
  { type: 'wanted', ref },
  { type: 'opened', card: card(ref) },
];
const typed = (query: string): PopupEvent => ({ type: 'typed', query });
const run = (...events: PopupEvent[]): PopupState => events.reduce(after, begin(''));
const shown = ({ trail }: PopupState) => trail.map(({ ref }) => ref);

test('the answer to an earlier query is passed over, and shown until the next comes', () => {
  const late = run(typed('a'), answer('a', 3), typed('ab'), answer('a', 9));
  expect(late.answer?.query).toBe('a');
  expect(late.answer?.hits).toHaveLength(3);
  expect(after(late, answer('ab', 1)).answer?.hits).toHaveLength(1);
});

test('a new answer begins at its first hit; more of the same leaves the reader where they are', () => {
  const moved = run(typed('a'), answer('a', 3), { type: 'moved', by: 2 });
  expect(after(moved, answer('a', 30)).active).toBe(2);
  expect(after(after(moved, typed('ab')), answer('ab', 30)).active).toBe(0);
});

test('Enter asks for the chosen hit; before the answer it waits for it, unless the reader types on', () => {
  const enter: PopupEvent = { type: 'chosen' };
  expect(run(typed('a'), answer('a', 3), { type: 'moved', by: 1 }, enter).wanted).toBe('g/1');
  expect(run(typed('a'), enter).wanted).toBeUndefined();
  expect(run(typed('a'), enter, answer('a', 3)).wanted).toBe('g/0');
  expect(run(typed('a'), enter, typed('ab'), answer('ab', 3)).wanted).toBeUndefined();
  expect(run(typed('a'), enter, answer('a', 0)).wanted).toBeUndefined();
  expect(run(enter, typed('a'), answer('a', 1)).wanted).toBeUndefined();
});

test('a card opens when it has come, unless the reader has gone on', () => {
  const asked = [typed('a'), answer('a', 3), { type: 'chosen' } as const];
  const come = opened('g/0');
  expect(shown(run(...asked, ...come.slice(1)))).toEqual(['g/0']);
  expect(run(...asked, ...come.slice(1)).wanted).toBeUndefined();
  for (const gone of [typed('ab'), { type: 'back' } as const, { type: 'wanted', ref: 'g/x' } as const]) {
    expect(shown(run(...asked, gone, ...come.slice(1)))).toEqual([]);
  }
  expect(run(...asked, { type: 'back' }).query).toBe('a');
});

test('Escape goes back card by card, then clears the field, then is the browser’s', () => {
  const path: PopupEvent[] = [typed('a'), answer('a', 3), ...opened('g/0'), ...opened('g/x')];
  let state = run(...path);
  const steps: unknown[] = [];
  for (let event = popupKey('Escape', state); event !== undefined; event = popupKey('Escape', state)) {
    state = after(state, event);
    steps.push([shown(state), state.query]);
  }
  expect(steps).toEqual([
    [['g/0'], 'a'],
    [[], 'a'],
    [[], ''],
  ]);
  expect(state.answer).toBeUndefined();
});

test('typing leaves the cards and what went wrong', () => {
  const state = run(...opened('g/x'), { type: 'troubled', trouble: 'no' }, typed('k'));
  expect(state).toMatchObject({ trail: [], trouble: undefined, query: 'k' });
});

const events = fc.oneof(
  fc.constantFrom('', 'a', 'ab', ' ').map(typed),
  fc.tuple(fc.constantFrom('a', 'ab'), fc.nat(40)).map(([query, count]) => answer(query, count)),
  fc.integer({ min: -9, max: 9 }).map((by): PopupEvent => ({ type: 'moved', by })),
  fc.constantFrom<PopupEvent>({ type: 'chosen' }, { type: 'back' }, ...opened('g/x')),
);

test('whatever happens, the chosen hit is one of the hits, and there is always a way back to the start', () => {
  fc.assert(
    fc.property(fc.array(events), (all) => {
      let state = run(...all);
      const count = state.answer?.hits.length ?? 0;
      expect(state.active).toBeGreaterThanOrEqual(0);
      expect(state.active).toBeLessThan(Math.max(1, count));
      for (let step = 0; step <= all.length + 1; step++) state = after(state, { type: 'back' });
      expect(canGoBack(state)).toBe(false);
    }),
  );
});

test.each([
  ['ArrowDown', { type: 'moved', by: 1 }],
  ['ArrowUp', { type: 'moved', by: -1 }],
  ['PageDown', { type: 'moved', by: 5 }],
  ['Enter', { type: 'chosen' }],
  ['Home', undefined],
  ['a', undefined],
])('the key %s in the field means %o', (key, event) => {
  expect(searchKey(key, run(typed('a'), answer('a', 3)))).toEqual(event);
});

test('arrow keys go between the field and the terms, and stop at the ends', () => {
  const go = (key: string, from: string) => arrowTarget(key, from, 'field', ['one', 'two']);
  expect([go('ArrowDown', 'field'), go('ArrowDown', 'one'), go('ArrowDown', 'two')]).toEqual([
    'one',
    'two',
    undefined,
  ]);
  expect([go('ArrowUp', 'one'), go('ArrowUp', 'field')]).toEqual(['field', undefined]);
  expect([go('x', 'field'), go('ArrowDown', 'elsewhere')]).toEqual([undefined, undefined]);
});
