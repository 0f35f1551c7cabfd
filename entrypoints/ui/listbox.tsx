import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type RowView, scrollToRow, visibleRows } from './visible-rows.ts';

export interface ListboxProps {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Index of the option that the keyboard is on. */
  readonly active: number;
  readonly optionId: (at: number) => string;
  readonly option: (at: number) => ComponentChildren;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (at: number) => void;
  /** The same keys as in the field that the list belongs to. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Height of a row (CSS px) until one has been measured: what the style gives it at the usual size of text. */
export const USUAL_ROW = 46;

/** Where the list is scrolled to, and how high it and its rows are. */
type Place = Omit<RowView, 'count'>;

/** Whether the same rows are drawn at the same places: then nothing need be drawn again. */
function looksAlike(count: number, one: Place, other: Place): boolean {
  const [a, b] = [visibleRows({ count, ...one }), visibleRows({ count, ...other })];
  return one.rowHeight === other.rowHeight && a.from === b.from && a.to === b.to;
}

/**
 * A list to choose one from, steered from a text field. However long it is, only what is in view is in the
 * document. All rows are of one height, given by the style `.option`.
 */
export function Listbox(props: ListboxProps) {
  const { id, label, count, active, onKeyDown } = props;
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ scrollTop: 0, height: 600, rowHeight: USUAL_ROW });
  const move = (next: Place) => setPlace((last) => (looksAlike(count, last, next) ? last : next));
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const rowHeight = element.querySelector<HTMLElement>('[role=option]')?.offsetHeight || USUAL_ROW;
    const measured = { count, rowHeight, scrollTop: element.scrollTop, height: element.clientHeight };
    element.scrollTop = scrollToRow(measured, active);
    move({ rowHeight, height: element.clientHeight, scrollTop: element.scrollTop });
  }, [active, count]);
  const { from, to } = visibleRows({ count, ...place });
  return (
    <div
      ref={list}
      class="listbox"
      id={id}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={props.optionId(active)}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        move({ ...place, scrollTop, height: clientHeight })
      }
    >
      <div role="presentation" style={{ height: `${count * place.rowHeight}px` }}>
        {Array.from({ length: to - from }, (_, row) => (
          <Option
            key={props.optionId(from + row)}
            at={from + row}
            top={(from + row) * place.rowHeight}
            {...props}
          />
        ))}
      </div>
    </div>
  );
}

function Option({ at, top, ...props }: ListboxProps & { at: number; top: number }) {
  return (
    <div
      class="option"
      id={props.optionId(at)}
      role="option"
      tabIndex={-1}
      aria-selected={at === props.active}
      aria-setsize={props.count}
      aria-posinset={at + 1}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => at === props.active || props.onPoint(at)}
      onClick={() => props.onChoose(at)}
      onKeyDown={props.onKeyDown}
    >
      {props.option(at)}
    </div>
  );
}
