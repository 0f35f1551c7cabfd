import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../glossary/entry.ts';
import { visibleRows } from '../../ui/visible-rows.ts';
import { matching, searchable } from './entry-filter.ts';
import { useChoosing } from './use-choosing.ts';
import { MANAGER } from './words.ts';

const words = MANAGER.list;

/** Where the acts of an entry stand below it, as in manager.css. */
const NARROW = matchMedia('(max-width: 30rem)');
/** CSS pixels: two lines of text; and below them, where there is no room beside, buttons. */
const rowHeight = () => (NARROW.matches ? 100 : 60);
const MOST_ROWS_SHOWN = 8;
/** Characters of a definition that a row can show at most. */
const GIST = 160;

export interface EntryListProps {
  /** Name of the list for screen readers. */
  readonly label: string;
  readonly entries: readonly Entry[];
  /** What can be done with an entry. */
  readonly acts: (entry: Entry) => ComponentChildren;
  /** What can be done with those that are ticked; without it, none can be. */
  readonly many?: (chosen: readonly Entry[], clear: () => void) => ComponentChildren;
}

/** Entries to search and scroll through. However many there are, only what is in view is in the document. */
export function EntryList({ label, entries, acts, many }: EntryListProps) {
  const [query, setQuery] = useState('');
  const [scrollTop, setScrollTop] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const count = useId();
  const all = useMemo(() => searchable(entries), [entries]);
  const found = useMemo(() => matching(all, query), [all, query]);
  const choosing = useChoosing(entries);
  const { chosen } = choosing;
  const row = useRowHeight();
  const height = Math.min(found.length, MOST_ROWS_SHOWN) * row;
  const { from, to } = visibleRows({ count: found.length, rowHeight: row, scrollTop, height });
  return (
    <>
      <div class="row">
        <label class="grow">
          {words.search}
          <input
            type="search"
            value={query}
            aria-describedby={count}
            onInput={(event) => {
              setQuery(event.currentTarget.value);
              list.current?.scrollTo(0, 0);
            }}
          />
        </label>
      </div>
      <p id={count} class="note" aria-live="polite">
        {found.length === 0 ? words.none : words.found(found.length, entries.length)}
      </p>
      {many !== undefined && found.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={found.every(choosing.has)}
            onChange={(event) => choosing.toggleAll(found, event.currentTarget.checked)}
          />
          {words.all(found.length)}
        </label>
      )}
      {chosen.length > 0 && many?.(chosen, choosing.clear)}
      <div
        ref={list}
        class="entries"
        style={{ blockSize: `${height}px` }}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      >
        <ul aria-label={label} style={{ blockSize: `${found.length * row}px` }}>
          {found.slice(from, to).map((entry, at) => (
            <li
              key={entry.id}
              aria-setsize={found.length}
              aria-posinset={from + at + 1}
              style={{ blockSize: `${row}px`, insetBlockStart: `${(from + at) * row}px` }}
            >
              {many !== undefined && (
                <input
                  type="checkbox"
                  aria-label={words.choose(entry.term)}
                  checked={choosing.has(entry)}
                  onChange={(event) => choosing.toggle(entry, event.currentTarget.checked)}
                />
              )}
              <span class="gist">
                <bdi>{entry.term}</bdi>
                <small class="note">{entry.definition.slice(0, GIST)}</small>
              </span>
              <span class="acts">{acts(entry)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function useRowHeight(): number {
  const [height, setHeight] = useState(rowHeight);
  useEffect(() => {
    const follow = () => setHeight(rowHeight());
    NARROW.addEventListener('change', follow);
    return () => NARROW.removeEventListener('change', follow);
  }, []);
  return height;
}
