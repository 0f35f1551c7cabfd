import { type CardAct, cardFooter } from './card-footer.ts';
import { type CardLink, cardLinks } from './card-links.ts';
import { make } from './make.ts';
import { words } from './words.ts';

/** What is shown for words that no glossary knows. */
export interface NearFace {
  readonly title: string;
  readonly said: string;
  readonly near: readonly CardLink[];
  readonly add: CardAct | undefined;
}

/** The content of a card about words without an entry: what comes near, and how to add them. */
export function nearView({ title, said, near, add }: NearFace): readonly HTMLElement[] {
  const body = make(
    'div',
    { class: 'body' },
    make('h2', { id: 'term', dir: 'auto' }, title),
    make('p', { id: 'definition' }, said),
    cardLinks(words.near, near),
  );
  return add === undefined ? [body] : [body, cardFooter({ origin: undefined, acts: [add] })];
}
