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
  /** The same, unless it rings sooner: a background that starts every minute must not put it off for ever. */
  armUnlessSooner(): Promise<void>;
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
  const armBefore = async (sooner: number) => {
    const times = (await subscriptions(library)).map(({ next }) => next);
    const when = alarmTime(times, { now: world.now(), chance: world.chance() });
    if (when === undefined) await browser.alarms.clear(ALARM);
    else if (when < sooner) await browser.alarms.create(ALARM, { when });
  };
  const arm = () => armBefore(Number.POSITIVE_INFINITY);
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
    async armUnlessSooner() {
      const set = (await browser.alarms.get(ALARM))?.scheduledTime;
      await armBefore(set !== undefined && set > world.now() ? set : Number.POSITIVE_INFINITY);
    },
    check: async (url) => {
      const checked = await check(url);
      await arm();
      return checked;
    },
  };
}

/** Sets the alarm anew: Firefox keeps none over a restart, and a look that was cut short is due sooner. */
export function armAtStart(rounds: Rounds): void {
  rounds.armUnlessSooner().catch((error) => report('The alarm for new glossaries', error));
}
