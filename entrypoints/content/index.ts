import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { callBackground, serve } from '../platform/calls.ts';
import type { PageCalls } from '../platform/messages.ts';
import { Jumps } from './jump.ts';
import { isReadable } from './skips.ts';
import { Stay, worthwhile } from './visit.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_end',
  // A page must not get messages from us.
  noScriptStartedPostMessage: true,
  async main(context) {
    const { signal } = context;
    if (!isReadable(document)) return;
    await worthwhile(signal);
    const stay = new Stay({
      call: callBackground,
      // Cards: startCards({ terms, settings: visit.settings, call: callBackground, signal })
      start: () => {},
      signal,
    });
    const jumps = new Jumps(stay.terms);
    const stopServing = serve<PageCalls>({
      jump: (ref) => jumps.jump(ref),
      step: () => ({ found: false }),
      lookUp: () => {},
      pause: (paused) => stay.pause(paused),
      wake: () => stay.wake(),
    });
    const ask = (): void => void stay.ask();
    browser.storage.sync.onChanged.addListener(ask);
    signal.addEventListener('abort', () => {
      stopServing();
      browser.storage.sync.onChanged.removeListener(ask);
    });
    await stay.ask();
  },
});
