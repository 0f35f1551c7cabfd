import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Dwell,
  type DwellEvent,
  dueAt,
  dwell,
  LEAVE_DELAY,
  QUIET,
  REST_RADIUS,
  SWITCH_DELAY,
  WARM_TIME,
} from '../../entrypoints/content/dwell.ts';

type Event = DwellEvent<string>;

const DELAY = 250;
const CARD = { left: 0, top: 120, right: 400, bottom: 300 };
const START = { x: 100, y: 100 };

const over = (at: number, term: string, point = START): Event => ({
  type: 'over',
  at,
  term,
  point,
  card: CARD,
});
const off = (at: number, point = { x: 600, y: 100 }): Event => ({ type: 'off', at, point, card: CARD });
const time = (at: number): Event => ({ type: 'time', at });
const inside = (at: number): Event => ({ type: 'inside', at });
const tap = (at: number, term?: string): Event => ({ type: 'tap', at, term });
const press = (at: number, term?: string): Event => ({ type: 'press', at, term });
const focus = (at: number, now: boolean): Event => ({ type: 'focus', at, inside: now });

/** Runs events in order; between them time passes as a browser's timers would let it. */
function after(...events: readonly Event[]): Dwell<string> {
  let state: Dwell<string> = QUIET;
  for (const event of events) {
    state = dwell(passed(state, event.at), event, DELAY);
  }
  return state;
}

/** Fires the timers that are due before a time. */
function passed(state: Dwell<string>, before: number): Dwell<string> {
  const due = dueAt(state);
  if (due === undefined || due >= before) return state;
  return passed(dwell(state, time(due), DELAY), before);
}

function openTerm(state: Dwell<string>): string | undefined {
  return state.phase === 'open' ? state.term : undefined;
}

const OPEN_A = [over(0, 'a'), time(250)];

describe('the card that is open', () => {
  test.each<[string, readonly Event[], string | undefined]>([
    ['none before the rest is over', [over(0, 'a'), time(249)], undefined],
    ['a term after a rest on it', OPEN_A, 'a'],
    ['none when the pointer only passed', [over(0, 'a'), off(100), time(400)], undefined],
    [
      'none while the pointer keeps moving over a long term',
      [over(0, 'a'), over(200, 'a', { x: 130, y: 100 }), time(300)],
      undefined,
    ],
    [
      'the term, if the hand only trembled',
      [over(0, 'a'), over(200, 'a', { x: 100 + REST_RADIUS, y: 100 }), time(250)],
      'a',
    ],
    ['none after a button went down', [over(0, 'a'), press(100, 'a'), time(400)], undefined],
    [
      'none after the pointer left the document',
      [over(0, 'a'), { type: 'gone', at: 100 }, time(400)],
      undefined,
    ],
    [
      'the second of two terms, counted from its own rest',
      [over(0, 'a'), over(200, 'b'), time(449)],
      undefined,
    ],
    ['the second of two terms after its rest', [over(0, 'a'), over(200, 'b'), time(450)], 'b'],

    ['still the term, within the time to turn back', [...OPEN_A, off(1000), time(999 + LEAVE_DELAY)], 'a'],
    ['none after that time', [...OPEN_A, off(1000), time(1000 + LEAVE_DELAY)], undefined],
    [
      'none after that time, though the pointer keeps moving',
      [...OPEN_A, off(1000), off(1200), time(1300)],
      undefined,
    ],
    ['still the term, as the pointer came back', [...OPEN_A, off(1000), over(1200, 'a'), time(5000)], 'a'],
    ['still the term, as the pointer is in the card', [...OPEN_A, off(1000), inside(1200), time(9000)], 'a'],
    [
      'still the term on a slow way to the card',
      [...OPEN_A, off(1000, { x: 110, y: 108 }), off(1250, { x: 110, y: 112 }), time(1500)],
      'a',
    ],
    [
      'none when the pointer stops on the way for good',
      [...OPEN_A, off(1000, { x: 110, y: 108 }), time(1300)],
      undefined,
    ],
    [
      'still the term while it crosses another on the way',
      [...OPEN_A, over(1000, 'b', { x: 110, y: 112 }), inside(1150), time(3000)],
      'a',
    ],
    [
      'another term after a short rest',
      [...OPEN_A, over(1000, 'b', { x: 600, y: 100 }), time(1000 + SWITCH_DELAY)],
      'b',
    ],
    [
      'another term soon after a card was open',
      [...OPEN_A, off(1000), off(1310), over(1500, 'b'), time(1500 + SWITCH_DELAY)],
      'b',
    ],
    [
      'none yet long after a card was open',
      [...OPEN_A, off(1000), off(1310), over(1301 + WARM_TIME, 'b'), time(1301 + WARM_TIME + SWITCH_DELAY)],
      undefined,
    ],

    ['none after a press elsewhere', [...OPEN_A, press(1000)], undefined],
    ['still the term after a press on it', [...OPEN_A, press(1000, 'a')], 'a'],
    ['a term that was tapped, at once', [tap(0, 'a')], 'a'],
    ['none after a tap elsewhere', [tap(0, 'a'), tap(100)], undefined],
    ['another term that was tapped', [tap(0, 'a'), tap(100, 'b')], 'b'],
    ['none after it was closed', [...OPEN_A, { type: 'close', at: 400 }], undefined],
    [
      'none on the same term until the pointer has left it',
      [...OPEN_A, { type: 'close', at: 400 }, over(500, 'a'), time(5000)],
      undefined,
    ],
    [
      'one again after it was closed when the pointer had left already',
      [...OPEN_A, off(350), { type: 'close', at: 400 }, over(2000, 'a'), time(2250)],
      'a',
    ],
    [
      'the same term when the pointer comes back',
      [...OPEN_A, { type: 'close', at: 400 }, off(500), over(2000, 'a'), time(2250)],
      'a',
    ],

    [
      'still the term with the focus in it, wherever the pointer goes',
      [...OPEN_A, focus(500, true), off(600), over(700, 'b'), time(9000)],
      'a',
    ],
    [
      'none soon after the focus left',
      [...OPEN_A, focus(500, true), focus(600, false), time(600 + LEAVE_DELAY)],
      undefined,
    ],
    [
      'a term opened by keys, wherever the pointer is',
      [{ type: 'keys', at: 0, term: 'a' }, off(100), time(9000)],
      'a',
    ],
  ])('%s', (_, events, expected) => {
    expect(openTerm(after(...events))).toBe(expected);
  });
});

const event: fc.Arbitrary<(at: number) => Event> = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(500), fc.nat(400)).map(
    ([term, x, y]) =>
      (at: number) =>
        over(at, term, { x, y }),
  ),
  fc.tuple(fc.nat(500), fc.nat(400)).map(
    ([x, y]) =>
      (at: number) =>
        off(at, { x, y }),
  ),
  fc.constantFrom(
    time,
    inside,
    (at: number) => tap(at, 'a'),
    (at: number) => tap(at),
    (at: number) => press(at),
  ),
  fc.boolean().map((now) => (at: number) => focus(at, now)),
);
const story = fc.array(fc.tuple(fc.nat(400), event), { maxLength: 30 }).map((steps) => {
  let at = 0;
  return steps.map(([pause, make]) => {
    at += pause;
    return make(at);
  });
});

test('whatever happened, a pointer that is gone and a focus that has left end in quiet', () => {
  fc.assert(
    fc.property(story, (events) => {
      const end = (events.at(-1)?.at ?? 0) + 1;
      const state = after(...events, focus(end, false), { type: 'gone', at: end + 1 }, time(end + 10_000));
      // A rest on a term that outlived its neighbour's card may still open one; it then closes by itself.
      const settled = after(
        ...events,
        focus(end, false),
        { type: 'gone', at: end + 1 },
        off(end + 10_000),
        time(end + 20_000),
      );
      expect([openTerm(state), settled.phase]).toEqual([undefined, 'quiet']);
    }),
  );
});

test('time alone opens nothing that the pointer did not rest on', () => {
  fc.assert(
    fc.property(story, fc.nat(5000), (events, wait) => {
      const rested = new Set(events.map((happened) => ('term' in happened ? happened.term : undefined)));
      const state = after(...events, time((events.at(-1)?.at ?? 0) + wait));
      expect(openTerm(state) === undefined || rested.has(openTerm(state))).toBe(true);
    }),
  );
});
