import { make, makeButton } from './make.ts';
import { words } from './words.ts';

/** What is said after an act, and how to take it back. */
export interface Outcome {
  readonly said: string;
  readonly undo?: () => Promise<Outcome>;
}

/** Something the reader can do with a card. */
export interface CardAct {
  readonly label: string;
  readonly run: () => Promise<Outcome>;
}

/** What a footer shows. */
export interface FooterFace {
  /** Where the card comes from; without it the acts are few and all in sight. */
  readonly origin: string | undefined;
  readonly acts: readonly CardAct[];
  /** What came of something done before. */
  readonly said?: Outcome | undefined;
}

/**
 * The quiet end of a card: where it comes from, and the acts behind a word. After an act its place
 * says what happened and offers to undo it.
 */
export function cardFooter({ origin, acts, said }: FooterFace): HTMLElement {
  const list = make('ul', { class: 'acts', id: 'acts' });
  const status = make('p', { class: 'status', role: 'status' });
  const more = moreButton(list);
  const say = (outcome: Outcome) => {
    if (origin !== undefined) more.fold();
    showOutcome(status, outcome, say);
  };
  list.append(...acts.map((act) => make('li', {}, actButton(act, say))));
  if (said !== undefined) say(said);
  if (origin === undefined) return make('div', { class: 'footer' }, list, status);
  more.fold();
  return make(
    'div',
    { class: 'footer' },
    make('div', { class: 'line' }, make('bdi', { class: 'origin' }, origin), more.button),
    status,
    list,
  );
}

function moreButton(list: HTMLElement): { readonly button: HTMLElement; fold(): void } {
  const set = (open: boolean) => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  const button = makeButton({ class: 'more', 'aria-controls': list.id }, words.more, () =>
    set(list.hidden !== false),
  );
  return { button, fold: () => set(false) };
}

function actButton({ label, run }: CardAct, say: (outcome: Outcome) => void): HTMLButtonElement {
  return makeButton({ class: 'act' }, label, () => void run().then(say));
}

function showOutcome(status: HTMLElement, { said, undo }: Outcome, say: (outcome: Outcome) => void): void {
  const footer = status.parentElement;
  const focused = footer?.matches(':focus-within') === true;
  const button = undo && makeButton({ class: 'undo' }, words.undo, () => void undo().then(say));
  status.replaceChildren(said, ...(button === undefined ? [] : [' ', button]));
  // The act that had the focus is folded away.
  if (focused) (button ?? footer?.querySelector<HTMLElement>('.more'))?.focus();
}
