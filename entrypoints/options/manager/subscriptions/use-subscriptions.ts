import { useEffect, useState } from 'preact/hooks';
import { onSubscriptionChange } from '../../../platform/changes.ts';
import { mayRead, onPermissionChange } from '../../../platform/host-permission.ts';
import type { Subscription } from '../../../platform/subscription.ts';
import { subscriptions } from '../../../platform/subscriptions.ts';
import { library } from '../../library.ts';
import { type Say, tried } from '../say.ts';

/** A subscription, and whether its host may be read. */
export interface KnownSubscription extends Subscription {
  readonly allowed: boolean;
}

/** Every subscription by address; follows every change. `undefined` until they have been read. */
export function useSubscriptions(say: Say): readonly KnownSubscription[] | undefined {
  const [all, setAll] = useState<readonly KnownSubscription[]>();
  useEffect(() => {
    const ending = new AbortController();
    const read = () =>
      void tried(say, async () => {
        const read = await subscriptions(library);
        const known = await Promise.all(
          read.map(async (one) => ({ ...one, allowed: await mayRead(one.url) })),
        );
        if (!ending.signal.aborted) setAll(known);
      });
    read();
    onSubscriptionChange(read, ending.signal);
    onPermissionChange(read, ending.signal);
    return () => ending.abort();
  }, []);
  return all;
}
