import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryRef } from '../../glossary/entry.ts';
import { Icon } from '../ui/icon.tsx';
import type { PopupSource } from './source.ts';
import { words } from './words.ts';

/** Those hidden last are the likeliest to be wanted back; the settings list them all. */
const SHOWN = 20;

export interface HiddenTermsProps {
  readonly refs: readonly EntryRef[];
  readonly source: PopupSource;
  readonly attempt: (work: () => Promise<unknown>) => void;
}

/** The terms that the reader does not want to see, folded away, each with a way back. */
export function HiddenTerms({ refs, source, attempt }: HiddenTermsProps) {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // The list unfolds below what is in view.
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [open]);
  if (refs.length === 0) return null;
  const last = refs.slice(-SHOWN).reverse();
  return (
    <details class="hidden-terms" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name="next" />
        {words.hidden} <span class="count">{refs.length}</span>
      </summary>
      {open && (
        <ul ref={list}>
          {last.map((ref) => (
            <HiddenTerm key={ref} entry={ref} source={source} attempt={attempt} />
          ))}
        </ul>
      )}
      {open && refs.length > SHOWN && (
        <a class="more" href="/options.html#hidden" target="_blank" rel="noreferrer">
          {words.moreHidden(refs.length - SHOWN)}
        </a>
      )}
    </details>
  );
}

function HiddenTerm({ entry, source, attempt }: { entry: EntryRef } & Omit<HiddenTermsProps, 'refs'>) {
  const [term, setTerm] = useState(nameOf(entry));
  useEffect(() => {
    const ending = new AbortController();
    attempt(async () => {
      const card = await source.card(entry);
      if (card !== undefined && !ending.signal.aborted) setTerm(card.term);
    });
    return () => ending.abort();
  }, [entry]);
  return (
    <li class="term-row">
      <bdi class="term-name">{term}</bdi>
      <button
        class="quiet-button"
        type="button"
        aria-label={words.unhide(term)}
        onClick={() => attempt(() => source.act({ act: 'hide', ref: entry, hidden: false }))}
      >
        {words.unhideShort}
      </button>
    </li>
  );
}

/** What can be said of an entry before its card is there, or if it is gone. */
function nameOf(ref: EntryRef): string {
  return ref.slice(ref.search(/[/:]/) + 1);
}
