import type { ShelfItem } from '../../../platform/database.ts';
import { ActButton } from '../act-button.tsx';
import type { Say } from '../say.ts';
import { allow, checkNow, goBack } from './acts.ts';
import { relative } from './ago.ts';
import { UpdatePart } from './update-part.tsx';
import type { KnownSubscription } from './use-subscriptions.ts';
import { Wordings } from './wordings.tsx';
import { SUBSCRIPTIONS as words } from './words.ts';

export interface SubscriptionRowProps {
  readonly subscription: KnownSubscription;
  /** The glossary; absent while nothing has come. */
  readonly item: ShelfItem | undefined;
  readonly say: Say;
}

/** One subscription: what it is, how it stands, and what can be done with it. */
export function SubscriptionRow({ subscription, item, say }: SubscriptionRowProps) {
  const { url, rolledBack, managed } = subscription;
  const title = item?.title ?? new URL(url).host;
  return (
    <li class="subscription" data-subscription={url}>
      <div class="line">
        <span class="label">
          <bdi>{title}</bdi>
          <small class="note">
            <bdi dir="ltr">{url}</bdi>
          </small>
          <State {...subscription} />
        </span>
        <span class="acts">
          <ActButton name={words.checkOf(title)} onClick={() => void checkNow({ url, title, say })}>
            {words.check}
          </ActButton>
        </span>
      </div>
      <Problem {...subscription} say={say} />
      {subscription.update !== undefined && <UpdatePart update={subscription.update} />}
      {rolledBack && <p class="note">{words.rolledBack}</p>}
      {(rolledBack || subscription.update?.from !== undefined) && (
        <button
          type="button"
          class="quiet"
          aria-label={rolledBack ? words.forwardOf(title) : words.backOf(title)}
          onClick={() => void goBack({ url, title, say })}
        >
          {rolledBack ? words.forward : words.back}
        </button>
      )}
      {item !== undefined && <Wordings item={item} say={say} />}
      {managed && <p class="note">{words.managed}</p>}
    </li>
  );
}

/** Milliseconds after which a look that has not ended was cut short. */
const LONGEST_LOOK = 60_000;

function State({ lastSuccess, next, began, skipped = 0 }: KnownSubscription) {
  const now = Date.now();
  const looking = began !== undefined && now - began < LONGEST_LOOK;
  const facts = [
    lastSuccess === undefined ? words.never : words.success(relative(lastSuccess, now)),
    words.next(relative(Math.max(next, now), now)),
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
  ];
  const absolute = lastSuccess === undefined ? '' : new Date(lastSuccess).toLocaleString('en');
  return (
    <small class="note" title={absolute}>
      {looking ? words.looking : facts.join(' · ')}
    </small>
  );
}

function Problem({
  url,
  failure,
  began,
  allowed,
  managed,
  lastTry = 0,
  say,
}: KnownSubscription & { say: Say }) {
  const now = Date.now();
  const cut = began !== undefined && now - began >= LONGEST_LOOK;
  const { hostname } = new URL(url);
  const forbidden = !allowed && !managed;
  const text = forbidden ? words.notAllowed(hostname) : cut ? words.interrupted : failure?.text;
  if (text === undefined) return null;
  return (
    <p class="problem">
      {text} {!forbidden && <small>({relative(cut ? (began ?? 0) : lastTry, now)})</small>}{' '}
      {!allowed && (
        <button
          type="button"
          class="quiet"
          aria-label={words.allowOf(hostname)}
          onClick={() => void allow({ url, title: hostname, say })}
        >
          {words.allow}
        </button>
      )}
    </p>
  );
}
