import { make, makeButton } from './make.ts';

/** Another card that this one leads to. */
export interface CardLink {
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly note?: string;
  readonly open: () => void;
}

/** A titled list of cards to open in place, in one line if its notes are short; `undefined` when it is empty. */
export function cardLinks(
  title: string,
  links: readonly CardLink[],
  length: 'short' | 'long' = 'short',
): HTMLElement | undefined {
  if (links.length === 0) return undefined;
  return make(
    'div',
    { class: `links ${length}`, role: 'group', 'aria-label': title },
    make('h3', {}, title),
    make('ul', {}, ...links.map(item)),
  );
}

function item({ label, note, open }: CardLink): HTMLElement {
  return make(
    'li',
    {},
    makeButton({ class: 'link' }, make('bdi', {}, label), open),
    ...(note === undefined ? [] : [' ', make('bdi', { class: 'note' }, note)]),
  );
}
