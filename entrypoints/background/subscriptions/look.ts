import type { Library } from '../../platform/library.ts';
import type { Offer } from '../../platform/messages.ts';
import { withSubscriptions } from '../../platform/subscription-store.ts';
import { getPublished } from './get-published.ts';
import type { World } from './world.ts';

/** Milliseconds that a file waits for the reader's yes. */
const PATIENCE = 60 * 60_000;

/**
 * Fetches what is at an address, for the reader to see before they subscribe. It is kept for an hour, so that
 * they get just what they saw.
 *
 * @throws Error with a sentence for the reader.
 */
export async function look(library: Library, url: string, world: World): Promise<Offer> {
  const outcome = await getPublished(url, {}, world);
  if (outcome.kind === 'failed') throw new Error(outcome.failure.text);
  if (outcome.kind === 'same') throw new Error('There is no file.');
  const { kind: _, remarks, ...file } = outcome;
  const subscribed = await withSubscriptions(library, async (store) => {
    const now = world.now();
    await store.dropArrivals(({ at }) => at + PATIENCE < now);
    await store.putArrival({ url, at: now, ...file });
    return (await store.get(url))?.glossary !== undefined;
  });
  const { entries, context: _c, ...head } = file.glossary;
  return {
    head,
    entries: entries.length,
    first: entries.slice(0, SHOWN).map(({ term }) => term),
    size: file.size,
    format: file.format,
    skipped: file.skipped,
    remarks,
    subscribed,
  };
}

/** Terms that give an idea of a glossary. */
const SHOWN = 12;
