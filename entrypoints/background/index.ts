import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { type Caller, callerOf, serve } from '../platform/calls.ts';
import type { BackgroundCalls } from '../platform/messages.ts';
import { report } from '../platform/report.ts';
import { answers } from './answers.ts';
import { listenToCommands } from './commands.ts';
import { listenToMenus, makeMenus } from './menus.ts';
import { openOffice } from './office.ts';
import { listenToOmnibox } from './omnibox.ts';
import { followOwnTerms } from './own-sync.ts';
import { followPolicy } from './subscriptions/managed.ts';
import { armAtStart } from './subscriptions/rounds.ts';
import { welcome } from './welcome.ts';

/** Milliseconds from the start of the background until it sees to what nobody waits for. */
const CHORES_AFTER = 1_000;

export default defineBackground(() => {
  const office = openOffice();
  serve<BackgroundCalls, Caller>(answers(office), callerOf);
  listenToCommands();
  listenToMenus();
  listenToOmnibox((query, limit) => office.search({ query, limit }));
  followOwnTerms(office.library);
  const adopt = followPolicy(office.library, office.rounds);
  // What wakes the background is mostly a page, which waits.
  setTimeout(() => {
    adopt();
    armAtStart(office.rounds);
  }, CHORES_AFTER);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    makeMenus();
    // Built now, so that the first page need not wait for it.
    office.terms.get().catch((error) => report('The index of terms', error));
    welcome(reason).catch((error) => report('The welcome page', error));
  });
});
