import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShelfItem } from '../../platform/database.ts';
import type { Shelf } from '../../platform/settings.ts';
import { inOrder, moved } from '../../platform/shelf-order.ts';
import type { Held } from '../use-stored.ts';
import type { Say } from './say.ts';
import { tried } from './say.ts';
import { placed, removeGlossary, turned } from './shelf-changes.ts';
import { type DragStep, ShelfRow } from './shelf-row.tsx';
import { MANAGER } from './words.ts';

const words = MANAGER.shelf;

export interface ShelfListProps {
  readonly items: readonly ShelfItem[];
  readonly shelf: Held<Shelf>;
  /** Ids of those that an organisation keeps here. */
  readonly managed: ReadonlySet<string>;
  readonly say: Say;
  onBrowse(id: string): void;
  onExport(id: string): void;
}

/** The glossaries in the reader's order. */
export function ShelfList({ items, shelf, managed, say, onBrowse, onExport }: ShelfListProps) {
  const list = useRef<HTMLUListElement>(null);
  const focus = useRef<string>(undefined);
  const [drag, setDrag] = useState<{ id: string; over: number }>();
  const [said, setSaid] = useState('');
  const now = shelf.value ?? { off: [], order: [] };
  const ordered = inOrder(items, now);
  const ids = ordered.map((item) => item.id);
  const shown = drag === undefined ? ids : moved(ids, drag.id, drag.over);
  // A row that changes places in the document loses the focus.
  useLayoutEffect(() => {
    if (focus.current !== undefined) {
      list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(focus.current)}"]`)?.focus();
      focus.current = undefined;
    }
  }, [ids.join(' ')]);
  const place = (id: string, to: number) => shelf.change((stored) => placed(stored, items, { id, to }));
  const step = (item: ShelfItem, by: -1 | 1) => {
    const to = ids.indexOf(item.id) + by;
    if (to < 0 || to >= ids.length) return;
    focus.current = `${item.id} ${by}`;
    setSaid(words.movedTo(item.title, to + 1, ids.length));
    place(item.id, to);
  };
  const onDrag = (id: string, state: DragStep) => {
    if (state === 'start') setDrag({ id, over: ids.indexOf(id) });
    else if (drag === undefined) return;
    else if (state === 'over') setDrag({ ...drag, over: shown.indexOf(id) });
    else {
      if (state === 'drop') place(drag.id, drag.over);
      setDrag(undefined);
    }
  };
  const remove = (item: ShelfItem) =>
    tried(say, async () => say(words.removed(item.title, item.count), await removeGlossary(item)));
  return (
    <>
      <p class="note">{words.note}</p>
      <ul class="glossaries" ref={list}>
        {shown
          .flatMap((id) => ordered.find((item) => item.id === id) ?? [])
          .map((item, at) => (
            <ShelfRow
              key={item.id}
              item={item}
              on={!now.off.includes(item.id)}
              first={at === 0}
              last={at === ids.length - 1}
              managed={managed.has(item.id)}
              dragged={drag?.id === item.id}
              onTurn={(on) => shelf.change((stored) => turned(stored, item.id, on))}
              onStep={(by) => step(item, by)}
              onRemove={() => void remove(item)}
              onBrowse={() => onBrowse(item.id)}
              onExport={() => onExport(item.id)}
              onDrag={(state) => onDrag(item.id, state)}
            />
          ))}
      </ul>
      <p class="unseen" aria-live="polite">
        {said}
      </p>
    </>
  );
}
