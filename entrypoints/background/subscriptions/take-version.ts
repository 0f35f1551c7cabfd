import type { Glossary } from '../../../glossary/entry.ts';
import { changesBetween } from '../../../glossary/subscriptions/changes.ts';
import { rebased } from '../../../glossary/subscriptions/overrides.ts';
import type { Subscription } from '../../platform/subscription.ts';
import type { SubscriptionStore } from '../../platform/subscription-store.ts';
import type { Got } from './get-published.ts';

/**
 * Puts what came in place of the version at hand, which is kept to go back to, and the reader's wordings over
 * it. The same content again is no new version, also where the reader went back from it.
 */
export async function takeVersion(
  store: SubscriptionStore,
  { etag: _e, lastModified: _l, ...current }: Subscription,
  got: Got,
): Promise<Subscription> {
  const { content, format, size, skipped, etag, lastModified } = got;
  const state = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
  const taken = { ...current, ...state, content, format, size, skipped };
  const id = current.glossary ?? (await store.freeId(got.glossary.id));
  const before = await store.shared(id);
  if (content === current.content && before !== undefined) return taken;
  const published: Glossary = { ...got.glossary, id };
  await store.write({ published, overrides: rebased(before?.overrides ?? [], published) });
  if (before !== undefined) await store.putOtherVersion(id, { glossary: before.published });
  const update = {
    ...changesBetween(before?.published, published),
    ...(before && { from: before.published.version }),
    to: published.version,
    at: current.lastTry ?? 0,
  };
  return { ...taken, glossary: id, update, rolledBack: false };
}
