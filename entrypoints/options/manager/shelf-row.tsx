import type { ShelfItem } from '../../platform/database.ts';
import { Switch } from '../../ui/switch.tsx';
import { useSize } from './use-size.ts';
import { counted, MANAGER, sizeText } from './words.ts';

const words = MANAGER.shelf;

/** A drag begins, is over this row, was let go over this row, or has ended either way. */
export type DragStep = 'start' | 'over' | 'drop' | 'end';

export interface ShelfRowProps {
  readonly item: ShelfItem;
  readonly on: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly dragged: boolean;
  /** An organisation keeps it here. */
  readonly managed: boolean;
  onTurn(on: boolean): void;
  /** Up is -1, down is 1. */
  onStep(by: -1 | 1): void;
  onRemove(): void;
  onBrowse(): void;
  onExport(): void;
  onDrag(state: DragStep): void;
}

/** One glossary on the shelf, and what can be done with it. */
export function ShelfRow(props: ShelfRowProps) {
  const { id, title } = props.item;
  const facts = useFacts(props).join(' · ');
  return (
    <li
      class="glossary"
      draggable
      data-glossary={id}
      data-dragged={props.dragged}
      onDragStart={(event) => {
        event.dataTransfer?.setData('text/plain', title);
        props.onDrag('start');
      }}
      onDragOver={(event) => {
        event.preventDefault();
        props.onDrag('over');
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrag('drop');
      }}
      onDragEnd={() => props.onDrag('end')}
    >
      <span class="handle" aria-hidden="true" title={words.drag}>
        ⠿
      </span>
      <Steps {...props} />
      <Switch label={title} on={props.on} onChange={props.onTurn}>
        {facts}
      </Switch>
      <RowActs {...props} />
    </li>
  );
}

function useFacts({ item, managed }: ShelfRowProps): string[] {
  const size = useSize(item);
  const { origin, version, count } = item;
  const known = [managed ? words.managed : words.origins[origin], words.version(version), counted(count)];
  return size === undefined ? known : [...known, sizeText(size)];
}

// Not disabled at the ends: the focus would be lost on the way there.
function Steps({ item: { id, title }, first, last, onStep }: ShelfRowProps) {
  return (
    <span class="steps">
      <button
        type="button"
        class="quiet"
        data-step={`${id} -1`}
        aria-label={words.up(title)}
        aria-disabled={first}
        onClick={() => onStep(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="quiet"
        data-step={`${id} 1`}
        aria-label={words.down(title)}
        aria-disabled={last}
        onClick={() => onStep(1)}
      >
        ↓
      </button>
    </span>
  );
}

function RowActs({ item: { title, origin }, managed, onBrowse, onExport, onRemove }: ShelfRowProps) {
  return (
    <span class="acts">
      <button type="button" class="quiet" aria-label={words.browse(title)} onClick={onBrowse}>
        {words.browseShort}
      </button>
      <button type="button" class="quiet" aria-label={words.export(title)} onClick={onExport}>
        {words.exportShort}
      </button>
      {origin !== 'built-in' && !managed && (
        <button type="button" class="quiet" aria-label={words.remove(title)} onClick={onRemove}>
          {words.removeShort}
        </button>
      )}
    </span>
  );
}
