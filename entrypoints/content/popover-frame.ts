import { styleCard } from './card-style.ts';
import { make, makeButton, makeIcon } from './make.ts';
import { words } from './words.ts';

const PIN = 'M5.5 2.5h5M6.5 2.5v4l-2 3h7l-2-3v-4M8 9.5v4';
const CROSS = 'M4 4l8 8M12 4l-8 8';
const ARROW = 'M9.5 3.5L5 8l4.5 4.5';

/** What happens in a card is no business of the page: its own handlers must not take it for theirs. */
const KEPT = [
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'wheel', 'mousedown', 'mouseup', 'mousemove'],
  ...['pointerdown', 'pointerup', 'pointermove', 'touchstart', 'touchmove', 'touchend'],
  ...['keydown', 'keyup', 'keypress', 'copy', 'cut', 'selectstart', 'dragstart'],
];

/** What the buttons at the top of a card do. */
export interface FrameActs {
  readonly onClose: () => void;
  readonly onPin: () => void;
}

/** The parts of a popover that stay the same whatever it shows. */
export interface Frame {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly card: HTMLElement;
  /** Puts content into the card; `onBack` puts a way back before it. */
  fill(content: readonly HTMLElement[], direction: string, onBack: (() => void) | undefined): void;
  /** Shows that the card stays. */
  pinned(): void;
}

/** Builds a popover that is not on the page yet. `mode` is `open` only where a test wants to look inside. */
export function makeFrame({ onClose, onPin }: FrameActs, mode: ShadowRootMode): Frame {
  const host = makeHost();
  const root = host.attachShadow({ mode });
  const pin = makeButton({ class: 'tool', 'aria-label': words.pin, title: words.pin }, makeIcon(PIN), onPin);
  const close = makeButton(
    { class: 'tool', 'aria-label': words.close, title: words.close },
    makeIcon(CROSS),
    onClose,
  );
  const card = make('div', {
    class: 'card',
    role: 'dialog',
    'aria-labelledby': 'term',
    'aria-describedby': 'definition',
    lang: words.language,
    tabindex: '-1',
  });
  styleCard(root);
  root.append(card);
  return {
    host,
    root,
    card,
    fill(content, direction, onBack) {
      // The focus must not fall back to the page when the button that has it goes away.
      const focused = card.matches(':focus-within');
      if (focused) card.focus();
      card.dir = direction;
      const back =
        onBack &&
        makeButton(
          { class: 'tool back', 'aria-label': words.back, title: words.back },
          makeIcon(ARROW),
          onBack,
        );
      card.replaceChildren(make('div', { class: 'tools' }, back, pin, close), ...content);
    },
    pinned: () => pin.remove(),
  };
}

function makeHost(): HTMLElement {
  // No definition is registered for the name: to the page it is an element without a meaning.
  const host = make('glossator-popover' as 'div', { popover: 'manual', tabindex: '-1' });
  for (const type of KEPT) host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  return host;
}
