import { callBackground } from '../../platform/calls.ts';
import { announceShelfChange } from '../../platform/changes.ts';
import { contentOf, type ShelfItem } from '../../platform/database.ts';
import { clearOwnTerms, OWN } from '../../platform/own-terms.ts';
import type { Shelf } from '../../platform/settings.ts';
import { shelf } from '../../platform/settings.ts';
import { inOrder, moved } from '../../platform/shelf-order.ts';
import { holdContent, shelve, unshelve } from '../../platform/staging.ts';
import { subscriptions, unsubscribe } from '../../platform/subscriptions.ts';
import { library } from '../library.ts';

/** Turns a glossary on or off. */
export function turned(now: Shelf, id: string, on: boolean): Shelf {
  const off = now.off.filter((one) => one !== id);
  return { ...now, off: on ? off : [...off, id] };
}

/** Brings a glossary to another place; from then on the reader's order holds for all that are there. */
export function placed(
  now: Shelf,
  items: readonly ShelfItem[],
  { id, to }: { id: string; to: number },
): Shelf {
  const ids = inOrder(items, now).map((item) => item.id);
  const gone = now.order.filter((one) => !ids.includes(one));
  return { ...now, order: [...moved(ids, id, to), ...gone] };
}

/**
 * Takes a glossary off the shelf. Its place and switch stay known, so that the returned function brings it
 * back as it was.
 */
export async function removeGlossary(item: ShelfItem): Promise<() => Promise<void>> {
  if (item.id === OWN) return clearOwnTerms(library);
  const subscription = (await subscriptions(library)).find(({ glossary }) => glossary === item.id);
  if (subscription !== undefined) return endSubscription(subscription.url);
  // What it holds stays as long as this page is open.
  await holdContent(contentOf(item));
  await unshelve(library, item.id);
  await announceShelfChange();
  return async () => {
    if ((await library.shelf()).some(({ id }) => id === item.id)) {
      throw new Error(`${item.title} is on the shelf again already.`);
    }
    await shelve(library, item);
    await announceShelfChange();
  };
}

async function endSubscription(url: string): Promise<() => Promise<void>> {
  const undo = await unsubscribe(library, url);
  return async () => {
    await undo();
    await callBackground('arm');
  };
}

/** Makes sure that a glossary is switched on. */
export async function switchOn(id: string): Promise<void> {
  if ((await shelf.get()).off.includes(id)) await shelf.update((now) => turned(now, id, true));
}
