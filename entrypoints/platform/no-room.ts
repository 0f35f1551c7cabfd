import { bytesOf, isOwnItem } from '../../glossary/sync/items.ts';
import { isFull, isTooOften, QUOTA, syncArea } from './sync-area.ts';

/** What takes room, as the reader knows it, and how to have less of it. */
const TAKERS: Readonly<Record<string, readonly [name: string, advice: string]>> = {
  own: ['your own terms', 'let your own terms stay on this machine'],
  sites: ['your site rules', 'delete site rules that you no longer need'],
  hidden: ['terms that you hid', 'show terms again that you hid'],
  known: ['terms that you know', 'let go of some of the terms that you know'],
  choices: ['meanings that you chose', 'let go of some of the meanings that you chose'],
  settings: ['your settings', 'set back what you set'],
  shelf: ['the order of your glossaries', 'remove glossaries that you no longer need'],
};
/** Takers that are named. */
const NAMED = 2;

/**
 * What the reader is told when the browser refuses to store something that follows them from machine to
 * machine: how full it is and with what, that nothing is lost, and what to do.
 */
export async function refusalText(error: unknown): Promise<string> {
  if (isTooOften(error)) {
    return 'There were more changes in the last minute than the browser takes. Everything is as it was before this one: make it again in a minute.';
  }
  const why = error instanceof Error ? error.message : String(error);
  if (!isFull(error)) return `The browser did not store this change: ${why}. Everything is as it was before.`;
  const sizes = sizesOf(await syncArea.get());
  const [first] = sizes;
  const taken = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const most = sizes
    .slice(0, NAMED)
    .map(({ key, bytes }) => `${TAKERS[key]?.[0] ?? key} ${kilobytes(bytes)}`);
  const advice = TAKERS[first?.key ?? '']?.[1] ?? 'remove what you no longer need';
  return `There is no room for this change. Of the ${kilobytes(QUOTA)} that the browser keeps for Glossator on all your machines, ${kilobytes(taken)} are taken: ${most.join(', ')}. Everything is as it was before. To make room, ${advice}.`;
}

function sizesOf(items: Readonly<Record<string, unknown>>): { key: string; bytes: number }[] {
  const sizes = new Map<string, number>();
  for (const [name, value] of Object.entries(items)) {
    const key = isOwnItem(name) ? 'own' : name.replace(/\.\d+$/, '');
    sizes.set(key, (sizes.get(key) ?? 0) + bytesOf({ [name]: value }));
  }
  return [...sizes].map(([key, bytes]) => ({ key, bytes })).sort((a, b) => b.bytes - a.bytes);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_024).toLocaleString('en', { maximumFractionDigits: bytes < 10_240 ? 1 : 0 })} KB`;
}
