import { browser } from 'wxt/browser';
import { alarmTime } from '../../../glossary/subscriptions/schedule.ts';
import type { Library } from '../../platform/library.ts';
import { report } from '../../platform/report.ts';
import type { Subscription } from '../../platform/subscription.ts';
import { subscriptions } from '../../platform/subscriptions.ts';
import { staysAwake } from './awake.ts';
import { checkSubscription } from './check.ts';
import type { World } from './world.ts';

const ALARM = 'subscriptions';

/** The checks of subscriptions: at their time, and when the reader asks. */
export interface Rounds {
  /** Looks at one now; a check that is under way is joined. */
  check(url: string): Promise<Subscription | undefined>;
  /** Sets the alarm for the next check that is due. */
  arm(): Promise<void>;
}

export function openRounds(library: Library, world: World): Rounds {
  const under = new Map<string, Promise<Subscription | undefined>>();
  const check = (url: string) => {
    const joined = under.get(url);
    if (joined !== undefined) return joined;
    const checking = staysAwake(() => checkSubscription(library, url, world)).finally(() =>
      under.delete(url),
    );
    under.set(url, checking);
    return checking;
  };
  const arm = async () => {
    const times = (await subscriptions(library)).map(({ next }) => next);
    const when = alarmTime(times, { now: world.now(), chance: world.chance() });
    if (when === undefined) await browser.alarms.clear(ALARM);
    else await browser.alarms.create(ALARM, { when });
  };
  const round = async () => {
    // Before anything else: stopped in the middle, the round is taken up again.
    await arm();
    const now = world.now();
    const due = (await subscriptions(library)).filter(({ next }) => next <= now);
    // One after the other: nobody waits for them, and memory holds one file at a time.
    for (const { url } of due) await check(url);
    await arm();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) round().catch((error) => report('Looking for new glossaries', error));
  });
  return {
    arm,
    check: async (url) => {
      const checked = await check(url);
      await arm();
      return checked;
    },
  };
}

/** Sets the alarm where the browser has lost it: Firefox keeps none over a restart. */
export function armWhenNeeded(rounds: Rounds): void {
  browser.alarms
    .get(ALARM)
    .then((alarm) => (alarm === undefined ? rounds.arm() : undefined))
    .catch((error) => report('The alarm for new glossaries', error));
}
