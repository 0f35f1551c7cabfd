import { dateLanguage, readableDate } from '../../glossary/card-date.ts';
import type { Card } from '../../glossary/entry.ts';
import { isPageTerm } from './card-acts.ts';
import { type CardAct, cardFooter, type Outcome } from './card-footer.ts';
import { cardLinks } from './card-links.ts';
import { cardSources } from './card-sources.ts';
import { make, makeButton } from './make.ts';
import { filled, words } from './words.ts';

/** Everything that a card shows of one meaning, and what its parts lead to. */
export interface CardFace {
  readonly card: Card;
  readonly others: readonly Card[];
  readonly why: string | undefined;
  readonly acts: readonly CardAct[];
  /** What came of something done before. */
  readonly said: Outcome | undefined;
  readonly onOther: (card: Card) => void;
  readonly onRelated: (ref: string) => void;
  /** Present for an abbreviation that the page defines: leads to the place. */
  readonly onJump: (() => void) | undefined;
}

/** The content of a card about one meaning, ready for `Popover.show`. */
export function cardView(face: CardFace): readonly HTMLElement[] {
  return [
    body(face),
    cardFooter({
      origin: isPageTerm(face.card) ? words.definedHere : face.card.glossary.title,
      acts: face.acts,
      said: face.said,
    }),
  ];
}

function body({ card, others, why, onOther, onRelated, onJump }: CardFace): HTMLElement {
  return make(
    'div',
    { class: 'body' },
    make('h2', { id: 'term', lang: card.lang, dir: 'auto' }, card.term),
    subtitle(card),
    make('p', { id: 'definition', lang: card.lang, dir: 'auto' }, card.definition),
    ownWords(card),
    onJump && makeButton({ class: 'jump' }, words.jump, onJump),
    remarks(card, why),
    cardLinks(
      words.otherMeanings,
      others.map((other) => ({ label: other.term, note: other.definition, open: () => onOther(other) })),
      'long',
    ),
    cardLinks(
      words.seeAlso,
      card.related.map(({ ref, term }) => ({ label: term, open: () => onRelated(ref) })),
    ),
    cardSources(card.sources),
  );
}

/** The names in their own scripts, and what sort of thing it is. */
function subtitle({ native, kind }: Card): HTMLElement | undefined {
  const names = native.map(({ lang, text }) => make('bdi', { class: 'native', lang }, text));
  const label = kind && make('span', { class: 'kind' }, words.kinds[kind]);
  return names.length > 0 || label ? make('p', { class: 'subtitle' }, ...names, label) : undefined;
}

/** The sentence of the page that defines an abbreviation of its own: the expansion alone seldom tells what it is. */
function ownWords(card: Card): HTMLElement | undefined {
  const { question: sentence, lang } = card;
  if (!isPageTerm(card) || sentence === undefined) return undefined;
  return make('p', { class: 'own-words', lang, dir: 'auto' }, make('q', {}, sentence));
}

/** How far the definition can be trusted here: why it is this meaning, and how old it is. */
function remarks({ asOf }: Card, why: string | undefined): HTMLElement | undefined {
  const date =
    asOf !== undefined &&
    filled(words.asOf, readableDate(asOf, dateLanguage(words.language, navigator.language)));
  if (!date && !why) return undefined;
  return make(
    'p',
    { class: 'remarks' },
    why ? make('span', { class: 'why' }, why) : undefined,
    date ? make('span', { class: 'as-of' }, date) : undefined,
  );
}
