/**
 * What a page's main thread does because of us, by Chromium's own trace, in time of the thread (`tdur`): what other
 * programs take meanwhile does not count.
 *
 * The page has no scripts of its own, so a task is ours if script ran in it in our world, if it took in one of our
 * messages, or if it ran nothing but promises. All of such a task counts: also what the browser does in it for us
 * (writing and parsing messages, style that we ask for, collecting garbage).
 *
 * Of rendering, each frame counts that comes after the page's own first layout, with all that the browser does in it;
 * a page that we leave alone has few of those, and they are subtracted by the caller.
 */
import type { Page } from 'puppeteer-core';

const SCRIPT = 'content-scripts/content.js';
const WORLD = 'Glossator';
const COMPILING = new Set(['v8.compile', 'V8.CompileCode']);

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  /** Time of the thread. */
  readonly tts?: number;
  readonly args?: {
    readonly data?: { readonly url?: string };
    readonly worldName?: string;
    readonly src_func?: string;
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

/** Milliseconds of the main thread. */
export interface Cost {
  /** Reading the script and each function of it that is used: once a document, whatever is in it. */
  readonly compile: number;
  /** Running it once, up to the question whether this document is read. */
  readonly start: number;
  /** All other tasks of ours: reading, sending, taking in the answers, drawing. */
  readonly work: number;
  /** Frames after the page's own first layout, but for our part in them. */
  readonly rendering: number;
  /** The longest task of ours, or frame drawn because of us. */
  readonly longest: number;
  /** Between the marks `walk` and `walked`. */
  readonly walk: number;
}

/** Traces what a page does while `work` goes on. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Cost> {
  await page.tracing.start({
    categories: [
      'toplevel',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'disabled-by-default-v8.compile',
      'v8',
      'blink.user_timing',
    ],
  });
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: Event[] };
  return costOf(traceEvents);
}

interface Task {
  readonly event: Event;
  readonly inside: Event[];
}

function costOf(events: readonly Event[]): Cost {
  const script = events.find(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(SCRIPT) === true,
  );
  if (script === undefined) throw new Error(`${SCRIPT} did not run.`);
  const tasks = tasksOf(events, script);
  const own = tasks.findIndex(({ event }) => covers(event, script));
  const laidOut = tasks.findIndex(({ inside }) => inside.some(({ name }) => name === 'Layout'));
  const [first = { event: script, inside: [] }, ...others] = tasks.slice(own);
  const compiling = [first, ...others.filter(isOurs)].map(compileIn);
  const work = others.map(workIn);
  const rendering = tasks.map((task, at) => (at > Math.max(own, laidOut) ? renderingIn(task) : 0));
  const longest = work.map((one, at) => one + (rendering[own + 1 + at] ?? 0));
  return {
    compile: total(compiling),
    start: time(script) - (compiling[0] ?? 0),
    work: total(work) - total(compiling.slice(1)),
    rendering: total(rendering),
    longest: Math.max(time(script), ...longest),
    walk: markedAt(events, 'walked') - markedAt(events, 'walk'),
  };
}

function tasksOf(events: readonly Event[], { pid, tid }: Event): Task[] {
  const own = events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid);
  own.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: Task[] = [];
  for (const event of own) {
    const last = tasks.at(-1);
    if (last !== undefined && covers(last.event, event)) last.inside.push(event);
    else if (event.name === 'RunTask') tasks.push({ event, inside: [] });
  }
  return tasks;
}

function covers({ ts, dur = 0 }: Event, other: Event): boolean {
  return ts <= other.ts && other.ts < ts + dur;
}

const isFrame = ({ inside }: Task): boolean =>
  inside.some(({ args }) => args?.src_func === 'ScheduledActionSendBeginMainFrame');

/** Of a frame, what runs in our world; of another task, all of it or nothing. */
function workIn(task: Task): number {
  if (!isFrame(task)) return isOurs(task) ? time(task.event) : 0;
  return sum(task.inside.filter(({ name, args }) => name === 'v8.callFunction' && args?.worldName === WORLD));
}

function compileIn({ inside }: Task): number {
  return sum(outermost(inside.filter(({ name }) => COMPILING.has(name))));
}

function isOurs({ event, inside }: Task): boolean {
  const speaks = inside.some(
    ({ args }) =>
      args?.worldName === WORLD ||
      args?.chrome_mojo_event_info?.mojo_interface_tag?.startsWith('extensions.') === true,
  );
  const promises = sum(inside.filter(({ name }) => name === 'BlinkScheduler_PerformMicrotaskCheckpoint'));
  return speaks || promises > time(event) / 2;
}

function renderingIn(task: Task): number {
  return isFrame(task) ? time(task.event) - workIn(task) : 0;
}

/** Without those that stand in others, which count already. */
function outermost(events: readonly Event[]): readonly Event[] {
  let end = 0;
  return events.filter(({ ts, dur = 0 }) => {
    const isOuter = ts >= end;
    if (isOuter) end = ts + dur;
    return isOuter;
  });
}

function markedAt(events: readonly Event[], mark: string): number {
  return (events.find(({ name, tts }) => name === mark && tts !== undefined)?.tts ?? Number.NaN) / 1_000;
}

const time = ({ tdur = 0 }: Event): number => tdur / 1_000;
const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const sum = (events: readonly Event[]): number => total(events.map(time));
