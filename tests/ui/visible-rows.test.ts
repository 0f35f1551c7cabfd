import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scrollToRow, visibleRows } from '../../entrypoints/ui/visible-rows.ts';

const lists = fc
  .record({
    count: fc.nat(100_000),
    rowHeight: fc.integer({ min: 20, max: 200 }),
    height: fc.integer({ min: 200, max: 900 }),
  })
  .chain((list) =>
    fc.record({
      list: fc.constant(list),
      scrollTop: fc.nat(Math.max(0, list.count * list.rowHeight - list.height)),
      row: fc.nat(Math.max(0, list.count - 1)),
    }),
  )
  .map(({ list, scrollTop, row }) => ({ view: { ...list, scrollTop }, row }));

test('every row in view is drawn, and not many more', () => {
  fc.assert(
    fc.property(lists, ({ view }) => {
      const { from, to } = visibleRows(view);
      const { count, rowHeight, scrollTop, height } = view;
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
      expect(from * rowHeight <= scrollTop || from === 0).toBe(true);
      expect(to * rowHeight >= scrollTop + height || to === count).toBe(true);
      expect(to - from).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 10);
    }),
  );
});

test('after scrolling to a row it is whole in view; a row in view moves nothing', () => {
  fc.assert(
    fc.property(lists, ({ view, row }) => {
      const scrollTop = scrollToRow(view, row);
      const top = row * view.rowHeight;
      expect(top).toBeGreaterThanOrEqual(scrollTop);
      expect(top + view.rowHeight).toBeLessThanOrEqual(scrollTop + view.height);
      expect(scrollToRow({ ...view, scrollTop }, row)).toBe(scrollTop);
    }),
  );
});
