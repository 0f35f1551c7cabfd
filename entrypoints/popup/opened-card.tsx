import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card as CardData, EntryRef } from '../../glossary/entry.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

export interface OpenedCardProps {
  readonly card: CardData;
  readonly hidden: boolean;
  readonly onBack: () => void;
  readonly onRelated: (ref: EntryRef) => void;
  readonly onHide: (hidden: boolean) => void;
}

/** A card in place of the list it was opened from. The focus goes to its heading. */
export function OpenedCard({ card, hidden, onBack, onRelated, onHide }: OpenedCardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (heading.current?.textContent === card.term) heading.current.focus({ preventScroll: true });
  }, [card]);
  return (
    <section class="opened" key={card.ref}>
      <button class="back" type="button" onClick={onBack}>
        <Icon name="back" />
        {words.back}
      </button>
      <Card
        card={card}
        language={navigator.language}
        heading={heading}
        headingId="opened-term"
        onRelated={onRelated}
      >
        <button class="quiet-button" type="button" onClick={() => onHide(!hidden)}>
          {hidden ? words.show : words.hide}
        </button>
      </Card>
    </section>
  );
}
