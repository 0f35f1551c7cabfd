import type { Card } from '../../glossary/entry.ts';
import type { Act } from '../platform/messages.ts';
import type { CardAct, Outcome } from './card-footer.ts';
import type { CardRoom } from './card-room.ts';
import { citation, copyText } from './copy.ts';
import { filled, words } from './words.ts';

/** The glossary of the terms that the reader wrote. */
const OWN = 'own';

/** What a card is about, as far as the acts on it depend on it. */
export interface Subject {
  readonly card: Card;
  /** It stands on the page, and was not just looked up. */
  readonly marked: boolean;
  /** The form has other meanings too. */
  readonly several: boolean;
  /** Holds the field that some pages need for copying. */
  readonly root: ShadowRoot;
}

/** The acts on a card, the most frequent first. */
export function cardActs({ card, marked, several, root }: Subject, room: CardRoom): readonly CardAct[] {
  const { ref } = card;
  const tell = (label: string, done: string, act: Act, undo?: Act): CardAct => ({
    label,
    run: () => perform(room, { act, done, ...(undo && { undo }) }),
  });
  const sense = (choice: 'never' | 'always' | 'ask') =>
    ({ act: 'sense', ref, choice, where: 'site' }) as const;
  const known = (now: boolean) => ({ act: 'known', ref, known: now }) as const;
  const hidden = (now: boolean) => ({ act: 'hide', ref, hidden: now }) as const;
  const isKnown = room.settings().known.includes(ref);
  const fromPage = isPageTerm(card);
  const offered: readonly (CardAct | false)[] = [
    { label: words.copy, run: () => copyCard(card, root) },
    card.glossary.id === OWN && tell(words.edit, words.editDone, { act: 'edit', ref }),
    marked && several && tell(words.always, words.alwaysDone, sense('always'), sense('ask')),
    marked && !fromPage && tell(words.notThis, words.notThisDone, sense('never'), sense('ask')),
    !fromPage && !isKnown && tell(words.know, words.knowDone, known(true), known(false)),
    !fromPage && isKnown && tell(words.forget, words.forgetDone, known(false), known(true)),
    marked && tell(words.hide, words.hideDone, hidden(true), hidden(false)),
    marked && tell(words.siteOff, words.siteOffDone, { act: 'site', on: false }, { act: 'site', on: true }),
  ];
  return offered.filter((act) => act !== false);
}

/** Whether the page itself defines it. */
export function isPageTerm({ ref }: Card): boolean {
  return ref.startsWith('page:');
}

/** Sends an act to the background; what came of it is always an outcome, never an exception. */
export async function perform(
  room: CardRoom,
  { act, done, undo }: { readonly act: Act; readonly done: string; readonly undo?: Act },
): Promise<Outcome> {
  try {
    await room.call('act', act);
  } catch (error) {
    return { said: complaint(error) };
  }
  return undo === undefined
    ? { said: done }
    : { said: done, undo: () => perform(room, { act: undo, done: words.undone }) };
}

/** A failed call in words for the reader. */
export function complaint(error: unknown): string {
  if (error instanceof Error && 'gone' in error && error.gone === true) return words.gone;
  return filled(words.failed, error instanceof Error ? error.message : String(error));
}

async function copyCard(card: Card, root: ShadowRoot): Promise<Outcome> {
  return { said: (await copyText(citation(card), root)) ? words.copied : words.notCopied };
}
