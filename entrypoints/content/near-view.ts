import { type CardAct, cardFooter } from './card-footer.ts';
import { type CardLink, cardLinks } from './card-links.ts';
import { make } from './make.ts';
import { words } from './words.ts';

/** What is shown for words that no glossary knows. */
export interface NearFace {
  readonly query: string;
  /** Why nothing could be looked up. */
  readonly trouble: string | undefined;
  readonly near: readonly CardLink[];
  readonly add: CardAct | undefined;
}

/** The content of a card about words without an entry: what comes near, and how to add them. */
export function nearView({ query, trouble, near, add }: NearFace): readonly HTMLElement[] {
  const said = trouble ?? (query === '' ? words.nothingSelected : words.notFound(query));
  const body = make(
    'div',
    { class: 'body' },
    make('h2', { id: 'term', dir: 'auto' }, query === '' ? words.lookUp : query),
    make('p', { id: 'definition' }, said),
    cardLinks(words.near, near),
  );
  return add === undefined ? [body] : [body, cardFooter({ origin: undefined, acts: [add] })];
}
