import { defineContentScript } from 'wxt/utils/define-content-script';
import { callBackground, serve } from '../platform/calls.ts';
import { onReaderWord } from '../platform/changes.ts';
import type { PageCalls } from '../platform/messages.ts';
import { type Cards, startCards } from './cards.ts';
import { Jumps } from './jump.ts';
import { readSelection } from './selection.ts';
import { showDefinition } from './show-definition.ts';
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
  async main({ signal }) {
    if (!isReadable(document)) return;
    await worthwhile(signal);
    let cards: Cards | undefined;
    const stay = new Stay({
      call: callBackground,
      start(terms, { settings }, whileOn) {
        const show = (ref: string): void => {
          showDefinition(terms.card(ref)?.question ?? '');
        };
        cards = startCards({ terms, settings, call: callBackground, showDefinition: show, signal: whileOn });
        whileOn.addEventListener('abort', () => {
          cards = undefined;
        });
        return cards;
      },
      signal,
    });
    const jumps = new Jumps(stay.terms);
    const stopServing = serve<PageCalls>({
      jump: (ref) => jumps.jump(ref),
      step: (direction) => cards?.step(direction) ?? { found: false },
      lookUp: (text) => cards?.lookUp(text),
      sentence: () => readSelection().sentence,
      pause: (paused) => stay.pause(paused),
      wake: () => stay.wake(),
    });
    signal.addEventListener('abort', stopServing);
    onReaderWord(() => void stay.ask(), signal);
    await stay.ask();
  },
});
