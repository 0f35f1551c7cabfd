import { useId, useMemo } from 'preact/hooks';
import type { Card as CardData, Entry } from '../../../glossary/entry.ts';
import { Card } from '../../ui/card.tsx';
import type { Draft } from './draft.ts';
import { Lines } from './field.tsx';
import { tryEntry } from './trial.ts';
import { MANAGER } from './words.ts';

const words = MANAGER.preview;

interface PreviewProps {
  /** The entry as it is now; absent while it cannot be saved. */
  readonly entry: Entry | undefined;
  readonly draft: Draft;
  readonly glossary: { readonly title: string; readonly language: string };
  readonly onSample: (sample: string) => void;
}

/** The card as a page shows it, and what would be marked. */
export function Preview({ entry, draft, glossary, onSample }: PreviewProps) {
  const heading = useId();
  return (
    <aside class="preview" aria-label={words.title}>
      {entry === undefined ? (
        <p class="note">{words.none}</p>
      ) : (
        <div class="card-frame">
          <Card
            card={cardOf(entry, draft, glossary)}
            language={navigator.language}
            onRelated={() => undefined}
            headingId={heading}
          />
        </div>
      )}
      <Lines label={words.sample} rows={2} value={draft.sample} onChange={onSample} />
      {entry !== undefined && draft.sample.trim() !== '' && <Tried entry={entry} sample={draft.sample} />}
    </aside>
  );
}

function Tried({ entry, sample }: { entry: Entry; sample: string }) {
  const { pieces, heldBack } = useMemo(() => tryEntry(entry, sample), [entry, sample]);
  const marked = pieces.filter((piece) => piece.marked).length;
  return (
    <>
      <p class="sample tried">
        {pieces.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}
      </p>
      <p class="note" aria-live="polite">
        {words.marked(marked)} {heldBack.length > 0 && words.heldBack(heldBack.join(', '))}
      </p>
    </>
  );
}

function cardOf(entry: Entry, draft: Draft, glossary: PreviewProps['glossary']): CardData {
  const { id, forms: _f, context: _c, not: _n, ...rest } = entry;
  return {
    ...rest,
    ref: `own/${id}`,
    lang: glossary.language,
    related: draft.related,
    glossary: { id: 'own', title: glossary.title },
  };
}
