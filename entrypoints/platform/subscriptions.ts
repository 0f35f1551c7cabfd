import { changesBetween } from '../../glossary/subscriptions/changes.ts';
import { rebased } from '../../glossary/subscriptions/overrides.ts';
import { announceShelfChange } from './changes.ts';
import type { Library } from './library.ts';
import type { Subscription } from './subscription.ts';
import { type SubscriptionStore, withSubscriptions } from './subscription-store.ts';

/** What the reader does to subscriptions. Everyone hears of it; what takes it back is returned. */

/** Every subscription of this machine. */
export async function subscriptions(library: Library): Promise<Subscription[]> {
  return (await library.database()).getAll('subscriptions');
}

/**
 * Subscribes to what was looked at before: the reader gets just what they were shown. `next` is when to look
 * again. Returns the id of the glossary.
 */
export async function subscribe(library: Library, url: string, next: number): Promise<string> {
  const id = await withSubscriptions(library, async (store) => {
    const before = await store.get(url);
    if (before?.glossary !== undefined) return before.glossary;
    const arrival = await store.arrival(url);
    if (arrival === undefined) throw new Error('This was looked at too long ago. Look at it again.');
    const { glossary, at, ...file } = arrival;
    const id = await store.freeId(glossary.id);
    const published = { ...glossary, id };
    await store.write({ published, overrides: [] });
    await store.put({
      managed: false,
      ...file,
      ...(before && { managed: before.managed }),
      glossary: id,
      lastTry: at,
      lastSuccess: at,
      failures: 0,
      next,
      update: { ...changesBetween(undefined, published), at, to: published.version },
      rolledBack: false,
      turn: (before?.turn ?? 0) + 1,
    });
    await store.dropArrivals((one) => one.url === url);
    return id;
  });
  await announceShelfChange();
  return id;
}

/** Ends a subscription and takes its glossary off the shelf. @throws Error for one of an organisation. */
export async function unsubscribe(library: Library, url: string): Promise<() => Promise<void>> {
  const bringBack = await withSubscriptions(library, async (store) => {
    const subscription = await existing(store, url);
    if (subscription.managed) throw new Error('Your organisation keeps this glossary here.');
    const { glossary: id } = subscription;
    const shared = id === undefined ? undefined : await store.shared(id);
    const other = id === undefined ? undefined : await store.otherVersion(id);
    await store.remove(subscription);
    return async (again: SubscriptionStore) => {
      if ((await again.get(url)) !== undefined) throw new Error('There is a new subscription to it already.');
      if (id !== undefined && (await again.freeId(id)) !== id)
        throw new Error(`Another glossary is called ${id} now.`);
      await again.put({ ...subscription, turn: subscription.turn + 1 });
      if (shared !== undefined) await again.write(shared);
      if (id !== undefined && other !== undefined) await again.putOtherVersion(id, other);
    };
  });
  await announceShelfChange();
  return async () => {
    await withSubscriptions(library, bringBack);
    await announceShelfChange();
  };
}

/**
 * Goes back to the version before the last update, or forward again. What was gone back from does not come
 * again by itself: only what is published after it.
 */
export async function rollBack(library: Library, url: string): Promise<Subscription> {
  const changed = await withSubscriptions(library, async (store) => {
    const subscription = await existing(store, url);
    const { glossary: id = '' } = subscription;
    const [shared, other] = [await store.shared(id), await store.otherVersion(id)];
    if (shared === undefined || other === undefined) throw new Error('There is no other version of it.');
    const { published, overrides } = shared;
    await store.write({ published: other.glossary, overrides: rebased(overrides, other.glossary) });
    await store.putOtherVersion(id, { glossary: published });
    const changes = changesBetween(published, other.glossary);
    const update = {
      ...changes,
      at: Date.now(),
      from: published.version,
      to: other.glossary.version,
    };
    const next: Subscription = {
      ...subscription,
      update,
      rolledBack: !subscription.rolledBack,
      turn: subscription.turn + 1,
    };
    await store.put(next);
    return next;
  });
  await announceShelfChange();
  return changed;
}

async function existing(store: SubscriptionStore, url: string): Promise<Subscription> {
  const subscription = await store.get(url);
  if (subscription === undefined) throw new Error(`There is no subscription to ${url} any more.`);
  return subscription;
}
