import { defineContentScript } from 'wxt/utils/define-content-script';
import { callBackground, serve } from '../platform/calls.ts';
import { onReaderWord } from '../platform/changes.ts';
import type { PageCalls } from '../platform/messages.ts';
import { Jumps } from './jump.ts';
import { clearOrphans } from './orphans.ts';
import { PageCards } from './page-cards.ts';
import { readSelection } from './selection.ts';
import { isReadable } from './skips.ts';
import { Stay } from './visit.ts';
import { worthwhile } from './worthwhile.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_end',
  // A page must not get messages from us.
  noScriptStartedPostMessage: true,
  async main({ signal }) {
    clearOrphans();
    if (!isReadable(document)) return;
    const isLate = await worthwhile(signal);
    const stay: Stay = new Stay({
      isLate,
      call: callBackground,
      start: (_, visit, whileOn) => cards.open(visit, whileOn),
      signal,
    });
    const cards = new PageCards(stay.terms);
    const jumps = new Jumps(stay.terms);
    const stopServing = serve<PageCalls, void>(
      {
        jump: (ref) => jumps.jump(ref),
        step: (direction) => cards.step(direction),
        lookUp: (text) => cards.lookUp(text, stay.visit),
        sentence: () => readSelection().sentence,
        pause: (paused) => stay.pause(paused),
        wake: () => stay.wake(),
        ask: () => stay.ask(),
        rest: () => stay.rest(),
      },
      () => {},
    );
    signal.addEventListener('abort', stopServing);
    onReaderWord(() => void stay.ask(), signal);
    await stay.ask();
  },
});
