import type { Card, EntryRef } from '../../glossary/entry.ts';
import { cardActs, isPageTerm, perform } from './card-acts.ts';
import type { CardAct, Outcome } from './card-footer.ts';
import type { CardRoom } from './card-room.ts';
import { cardView } from './card-view.ts';
import { nearView } from './near-view.ts';
import type { Popover } from './popover.ts';
import type { Topic, Unknown } from './topic.ts';
import { filled, words } from './words.ts';

/** Where the reader can go from a card. */
export interface CardMoves {
  /** In place of this topic. */
  readonly to: (topic: Topic) => void;
  /** To another card, with a way back to this topic. */
  readonly deeper: (topic: Topic, ref: EntryRef) => void;
  readonly back: () => void;
  readonly canGoBack: () => boolean;
  readonly close: () => void;
}

/** What is drawn, and where. */
interface Drawing {
  readonly topic: Topic;
  /** What came of the last act, if it was not done on this very card. */
  readonly said: Outcome | undefined;
  readonly known: (ref: EntryRef) => Card | undefined;
  readonly popover: Popover;
}

/** Draws a topic as far as its cards are known; false when none is. */
export function drawTopic(drawing: Drawing, moves: CardMoves, room: CardRoom): boolean {
  const { topic, known, popover } = drawing;
  const back = moves.canGoBack() ? moves.back : undefined;
  if (topic.unknown !== undefined) {
    popover.show(unknownView(topic, topic.unknown, moves, room), 'ltr', back);
    return true;
  }
  const [card, ...others] = topic.refs.map(known).filter((found) => found !== undefined);
  if (card === undefined) return false;
  popover.show(meaningView(card, others, drawing, moves, room), card.dir ?? 'ltr', back);
  return true;
}

function meaningView(
  card: Card,
  others: readonly Card[],
  { topic, said, popover }: Drawing,
  moves: CardMoves,
  room: CardRoom,
): readonly HTMLElement[] {
  const { refs, marked, why } = topic;
  const { root } = popover.frame;
  return cardView({
    card,
    others,
    // The reason speaks for the meaning that the page was read with, not for one the reader picks.
    why: card.ref === refs[0] ? why : undefined,
    said,
    acts: cardActs({ card, marked, several: others.length > 0, root }, room),
    onOther: ({ ref }) => moves.to({ refs: [ref, ...refs.filter((other) => other !== ref)], marked }),
    onRelated: (ref) => moves.deeper(topic, ref),
    onJump: jump(card, moves, room),
  });
}

function jump(card: Card, moves: CardMoves, { showDefinition }: CardRoom): (() => void) | undefined {
  if (showDefinition === undefined || !isPageTerm(card)) return undefined;
  return () => {
    moves.close();
    showDefinition(card.ref);
  };
}

function unknownView(
  topic: Topic,
  unknown: Unknown,
  moves: CardMoves,
  room: CardRoom,
): readonly HTMLElement[] {
  const { query, title, trouble } = unknown;
  return nearView({
    title: title ?? (query || words.lookUp),
    said: trouble ?? (query === '' ? words.nothingSelected : filled(words.notFound, query)),
    near: (topic.hits ?? []).map(({ card, form }) => ({
      label: card.term,
      note: form ?? card.glossary.title,
      open: () => moves.deeper(topic, card.ref),
    })),
    add: query === '' ? undefined : addAct(unknown, room),
  });
}

function addAct({ query, sentence }: Unknown, room: CardRoom): CardAct {
  const act = { act: 'add', term: query, ...(sentence !== undefined && { context: sentence }) } as const;
  return { label: words.add, run: () => perform(room, { act, done: words.editDone }) };
}
