import { announceSubscriptionChange } from '../../platform/changes.ts';
import type { Library } from '../../platform/library.ts';
import { onPolicyChange, policyReading } from '../../platform/policy.ts';
import { report } from '../../platform/report.ts';
import type { Subscription } from '../../platform/subscription.ts';
import { withSubscriptions } from '../../platform/subscription-store.ts';
import { subscriptions } from '../../platform/subscriptions.ts';
import type { Rounds } from './rounds.ts';

/** Keeps the subscriptions that an organisation wants: from each change of its mind on, and when the result is called. */
export function followPolicy(library: Library, rounds: Rounds): () => void {
  const follow = async () => {
    const { policy } = await policyReading();
    const unseen = await adopt(library, policy.subscriptions);
    // The glossary is wanted now, not when the alarm rings.
    for (const url of unseen) await rounds.check(url);
  };
  const followAndTell = () => void follow().catch((error) => report('The policy', error));
  onPolicyChange(followAndTell);
  return followAndTell;
}

/**
 * Makes the subscriptions that a policy names, and leaves to the reader those that it names no more. Returns
 * the addresses that were never asked.
 */
export async function adopt(library: Library, wanted: readonly string[]): Promise<string[]> {
  const urls = new Set(wanted);
  const isSettled = ({ url, managed }: Subscription) => managed === urls.has(url);
  const known = await subscriptions(library);
  const made = wanted.filter((url) => !known.some((one) => one.url === url));
  if (made.length > 0 || !known.every(isSettled)) await write(library, urls);
  return (await subscriptions(library))
    .filter(({ managed, lastTry, began }) => managed && lastTry === undefined && began === undefined)
    .map(({ url }) => url);
}

async function write(library: Library, wanted: ReadonlySet<string>): Promise<void> {
  await withSubscriptions(library, async (store) => {
    const known = await store.all();
    for (const one of known.filter(({ url, managed }) => managed !== wanted.has(url))) {
      const managed = wanted.has(one.url);
      // One that never came is of no use to anybody.
      if (!managed && one.glossary === undefined) await store.remove(one);
      else await store.put({ ...one, managed, turn: one.turn + 1 });
    }
    for (const url of wanted) {
      if (known.some((one) => one.url === url)) continue;
      await store.put({ url, managed: true, failures: 0, next: 0, rolledBack: false, turn: 0 });
    }
  });
  await announceSubscriptionChange();
}
