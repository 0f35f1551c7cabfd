import type { ShelfItem } from '../../../platform/database.ts';
import type { Say } from '../say.ts';
import { SubscriptionRow } from './subscription-row.tsx';
import type { KnownSubscription } from './use-subscriptions.ts';
import { SUBSCRIPTIONS } from './words.ts';

interface SubscriptionListProps {
  readonly subscriptions: readonly KnownSubscription[] | undefined;
  readonly items: readonly ShelfItem[];
  readonly say: Say;
}

/** Every subscription with its state, and the way to a new one. */
export function SubscriptionList({ subscriptions, items, say }: SubscriptionListProps) {
  return (
    <div class="subscriptions">
      <h3>{SUBSCRIPTIONS.title}</h3>
      <p class="note">{subscriptions?.length === 0 ? SUBSCRIPTIONS.none : SUBSCRIPTIONS.note}</p>
      <ul>
        {subscriptions?.map((subscription) => (
          <SubscriptionRow
            key={subscription.url}
            subscription={subscription}
            item={items.find(({ id }) => id === subscription.glossary)}
            say={say}
          />
        ))}
      </ul>
      <div class="row">
        <a class="button" href="/subscribe.html">
          {SUBSCRIPTIONS.add}
        </a>
      </div>
    </div>
  );
}
