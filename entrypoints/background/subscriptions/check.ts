import { nextCheck } from '../../../glossary/subscriptions/schedule.ts';
import { announceShelfChange, announceSubscriptionChange } from '../../platform/changes.ts';
import type { Library } from '../../platform/library.ts';
import type { Subscription } from '../../platform/subscription.ts';
import { withSubscriptions } from '../../platform/subscription-store.ts';
import { failed, getPublished, type Outcome } from './get-published.ts';
import { takeVersion } from './take-version.ts';
import type { World } from './world.ts';

/**
 * Looks whether a subscription has something new, and takes it. What fails changes nothing but the state of the
 * subscription. Returns that; `undefined` where the subscription is gone, or was changed meanwhile.
 */
export async function checkSubscription(
  library: Library,
  url: string,
  world: World,
): Promise<Subscription | undefined> {
  const begun = await begin(library, url, world);
  if (begun === undefined) return undefined;
  await announceSubscriptionChange();
  const outcome = await outcomeOf(library, begun, world);
  try {
    return await settle(library, begun, { outcome, world });
  } catch (error) {
    // The browser refuses to store it: no room, say. What there was is still whole.
    const text = `It could not be stored: ${error instanceof Error ? error.message : String(error)}`;
    return settle(library, begun, { outcome: failed('unusable', text), world });
  }
}

/**
 * Written before anything is tried: when the background is stopped in the middle, the check counts as failed
 * and is tried again, later each time.
 */
function begin(library: Library, url: string, world: World): Promise<Subscription | undefined> {
  return withSubscriptions(library, async (store) => {
    const subscription = await store.get(url);
    if (subscription === undefined) return undefined;
    const failures = subscription.failures + 1;
    const now = world.now();
    const begun: Subscription = {
      ...subscription,
      began: now,
      failures,
      next: nextCheck({ now, failures, chance: world.chance() }),
      turn: subscription.turn + 1,
    };
    await store.put(begun);
    return begun;
  });
}

async function outcomeOf(
  library: Library,
  { url, managed, ...known }: Subscription,
  world: World,
): Promise<Outcome> {
  // An organisation cannot give the permission; where the server lets everybody read, none is needed.
  if (!managed && !(await world.allowed(url))) {
    return failed('not-allowed', `You do not let Glossator read ${new URL(url).hostname} any more.`);
  }
  const { etag, lastModified, glossary = '' } = known;
  // “Not modified” is of use only to one who has it.
  if (!(await library.shelf()).some(({ id }) => id === glossary)) return getPublished(url, {}, world);
  const state = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
  return getPublished(url, state, world);
}

interface Ending {
  readonly outcome: Outcome;
  readonly world: World;
}

async function settle(
  library: Library,
  begun: Subscription,
  { outcome, world }: Ending,
): Promise<Subscription | undefined> {
  const settled = await withSubscriptions(library, async (store) => {
    const current = await store.get(begun.url);
    if (current === undefined || current.turn !== begun.turn) return undefined;
    const ended = { ...after(current, outcome, world), turn: current.turn + 1 };
    const next = outcome.kind === 'got' ? await takeVersion(store, ended, outcome) : ended;
    await store.put(next);
    return { subscription: next, isNew: next.update !== current.update };
  });
  await (settled?.isNew === true ? announceShelfChange() : announceSubscriptionChange());
  return settled?.subscription;
}

/** The state of a subscription after a check, as far as it does not depend on the glossary. */
function after(
  { began: _b, failure: _f, ...current }: Subscription,
  outcome: Outcome,
  world: World,
): Subscription {
  const now = world.now();
  const pace = { now, chance: world.chance() };
  if (outcome.kind !== 'failed') {
    return {
      ...current,
      lastTry: now,
      lastSuccess: now,
      failures: 0,
      next: nextCheck({ ...pace, failures: 0 }),
    };
  }
  const { failure, notBefore } = outcome;
  const offline = failure.reason === 'offline';
  // Being offline is nobody's failure.
  const failures = offline ? current.failures - 1 : current.failures;
  const next = nextCheck({ ...pace, failures, offline, ...(notBefore !== undefined && { notBefore }) });
  return { ...current, lastTry: now, failures, failure, next };
}
