/** A list of rows of one height, and the part of it that is in view; all in CSS pixels. */
export interface RowView {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly height: number;
}

/** Rows drawn beyond each edge, so that a quick scroll shows no gap. */
const BEYOND = 4;

/**
 * The rows to draw: from the first up to, but not including, the last.
 *
 * @example visibleRows({ count: 500, rowHeight: 50, scrollTop: 1000, height: 300 }) // { from: 16, to: 30 }
 */
export function visibleRows({ count, rowHeight, scrollTop, height }: RowView): { from: number; to: number } {
  const first = Math.floor(scrollTop / rowHeight) - BEYOND;
  const last = Math.ceil((scrollTop + height) / rowHeight) + BEYOND;
  return { from: Math.max(0, Math.min(first, count)), to: Math.max(0, Math.min(last, count)) };
}

/**
 * Where to scroll so that a row is whole in view; the same place if it is.
 *
 * @example scrollToRow({ count: 9, rowHeight: 50, scrollTop: 0, height: 100 }, 2) // 50
 */
export function scrollToRow({ rowHeight, scrollTop, height }: RowView, row: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - height);
}
