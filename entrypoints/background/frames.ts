import { CallError, type Caller, callPage } from '../platform/calls.ts';
import type { Resting, Visit } from '../platform/messages.ts';
import { type FrameTally, read } from '../platform/shown.ts';

/** What a frame must know of the others in its tab: a page and its frames are one thing to the reader. */
export async function restOf({ tabId, frameId }: Caller): Promise<Visit['rest']> {
  if (tabId === undefined) return undefined;
  const told = await read(tabId);
  const [top, ...secretive] = await Promise.all([
    frameId === 0 ? undefined : askFrame(tabId, 0),
    // Asked again: what a frame once said outlives it if it went without a word.
    ...told
      .filter((frame) => frame.resting === 'secrets' && frame.frameId !== frameId)
      .map((frame) => askFrame(tabId, frame.frameId)),
  ]);
  const said = top && { paused: top.paused, awake: top.awake };
  return { ...said, hushed: secretive.some((frame) => frame?.secrets === true) };
}

/** Whether what a frame has just told may have others of its tab begin or end being read. */
export function concernsOthers(before: readonly FrameTally[], now: readonly FrameTally[]): boolean {
  const state = (frames: readonly FrameTally[]): string =>
    JSON.stringify([
      frames.some(({ resting }) => resting === 'secrets'),
      frames.some(({ resting, frameId }) => resting === 'paused' && frameId === 0),
    ]);
  return state(before) !== state(now);
}

/** Has every frame of a tab ask anew whether it is read. */
export async function askAll(tabId: number): Promise<void> {
  await unlessGone(callPage({ tabId, frameId: 'every' }, 'ask'));
}

function askFrame(tabId: number, frameId: number): Promise<Resting | undefined> {
  return unlessGone(callPage({ tabId, frameId }, 'rest'));
}

async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CallError && error.gone) return undefined;
    throw error;
  }
}
