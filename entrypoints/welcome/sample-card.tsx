import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Card as CardData, EntryRef } from '../../glossary/entry.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

/** Pixels between term and card, and between card and window. */
const GAP = 8;
/** Pixels that the frame of a card takes, and the least that is left for its text. */
const FRAME = 26;
const LEAST = 120;

/** What does not fit between the term and the edge of the window is scrolled to. */
const fit = size({
  padding: GAP,
  apply: ({ availableHeight, elements }) =>
    elements.floating.style.setProperty('--room', `${Math.max(LEAST, availableHeight - FRAME)}px`),
});

async function place(term: Element, box: HTMLElement): Promise<void> {
  const { x, y } = await computePosition(term, box, {
    placement: 'bottom-start',
    middleware: [offset(GAP), flip({ padding: GAP }), shift({ padding: GAP }), fit],
  });
  Object.assign(box.style, { left: `${x}px`, top: `${y}px` });
}

export interface SampleCardProps {
  readonly card: CardData;
  /** The term that the card stands at. */
  readonly anchor: () => Element | undefined;
  /** Opened on purpose: the focus goes into it. */
  readonly held: boolean;
  readonly canGoBack: boolean;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onRelated: (ref: EntryRef) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** A card at its term, on top of the text. */
export function SampleCard({ card, anchor, held, canGoBack, ...on }: SampleCardProps) {
  const frame = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const [term, box] = [anchor(), frame.current];
    if (term === undefined || box === null) return;
    return autoUpdate(term, box, () => void place(term, box));
  }, [card]);
  useEffect(() => {
    if (held) heading.current?.focus();
  }, [card, held]);
  return (
    <div
      ref={frame}
      class="sample-card"
      role="dialog"
      aria-labelledby="sample-term"
      onPointerEnter={on.onEnter}
      onPointerLeave={on.onLeave}
    >
      <div class="sample-tools">
        {canGoBack && (
          <button class="tool" type="button" title={words.back} onClick={on.onBack}>
            <Icon name="back" />
          </button>
        )}
        <button class="tool" type="button" title={words.close} onClick={on.onClose}>
          <Icon name="close" />
        </button>
      </div>
      <Card
        card={card}
        language={navigator.language}
        heading={heading}
        headingId="sample-term"
        onRelated={on.onRelated}
      />
    </div>
  );
}
