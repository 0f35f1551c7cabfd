import type { Card, EntryRef } from '../../glossary/entry.ts';
import { complaint } from './card-acts.ts';
import { type CardMoves, drawTopic } from './card-drawing.ts';
import type { Outcome } from './card-footer.ts';
import type { CardRoom } from './card-room.ts';
import type { Popover } from './popover.ts';
import type { Topic } from './topic.ts';

/** Where a session shows its cards, and how it ends. */
interface Stage {
  readonly popover: Popover;
  readonly close: () => void;
}

/** Shows a topic in a popover and follows the reader to other meanings, related terms and back. */
export function startSession(first: Topic, { popover, close }: Stage, room: CardRoom): void {
  const past: Topic[] = [];
  const fetched = new Map<EntryRef, Card>();
  let turn = 0;

  const known = (ref: EntryRef): Card | undefined => fetched.get(ref) ?? room.terms.card(ref);
  const draw = (topic: Topic, said?: Outcome) => drawTopic({ topic, said, known, popover }, moves, room);
  const fetchCard = async (ref: EntryRef) => {
    const card = (await room.call('card', ref)) ?? undefined;
    if (card !== undefined) fetched.set(ref, card);
  };
  // Back to what was shown before, or to nothing.
  const giveUp = (said?: Outcome) => {
    const before = past.pop();
    if (before === undefined) close();
    else draw(before, said);
  };

  /** Draws at once what is known, and the rest when it has come, unless the reader has gone on by then. */
  const show = async (topic: Topic) => {
    const mine = ++turn;
    const missing = topic.refs.filter((ref) => known(ref) === undefined);
    const drawn = draw(topic);
    if (missing.length === 0) return;
    const trouble = await Promise.all(missing.map(fetchCard)).then(() => undefined, complaint);
    if (mine !== turn) return;
    const said = trouble === undefined ? undefined : { said: trouble };
    if (topic.refs.some(known)) draw(topic, drawn ? undefined : said);
    else giveUp(said);
  };

  const moves: CardMoves = {
    to: (topic) => void show(topic),
    deeper: (topic, ref) => {
      past.push(topic);
      void show({ refs: [ref], marked: false });
    },
    back: () => {
      const before = past.pop();
      if (before !== undefined) void show(before);
    },
    canGoBack: () => past.length > 0,
    close,
  };
  void show(first);
}
