/** Fewer than this are sorted by insertion. */
const FEW = 12;

/**
 * Sorts the numbers in `order` by the unit strings they stand for: string `i` is `units` from `starts[i]`
 * to `ends[i]`. Three-way radix quicksort (Bentley and Sedgewick 1997): names share long prefixes,
 * and it looks at each shared unit only once.
 */
export function sortByUnits(
  order: Uint32Array,
  { units, starts, ends }: { units: Uint16Array; starts: Uint32Array; ends: Uint32Array },
): void {
  const unitAt = (item: number, depth: number) => {
    const at = (starts[item] ?? 0) + depth;
    return at < (ends[item] ?? 0) ? (units[at] ?? 0) : -1;
  };
  const todo = [0, order.length, 0];
  while (todo.length > 0) {
    const depth = todo.pop() ?? 0;
    const high = todo.pop() ?? 0;
    const low = todo.pop() ?? 0;
    if (high - low < FEW) insertionSort(low, high, depth);
    else partition(low, high, depth);
  }

  function partition(low: number, high: number, depth: number): void {
    const pivot = middle(
      unitAt(order[low] ?? 0, depth),
      unitAt(order[(low + high) >> 1] ?? 0, depth),
      unitAt(order[high - 1] ?? 0, depth),
    );
    let less = low;
    let more = high;
    for (let at = low; at < more; ) {
      const item = order[at] ?? 0;
      const unit = unitAt(item, depth);
      if (unit < pivot) {
        order[at++] = order[less] ?? 0;
        order[less++] = item;
      } else if (unit > pivot) {
        order[at] = order[--more] ?? 0;
        order[more] = item;
      } else at++;
    }
    todo.push(low, less, depth, more, high, depth);
    if (pivot >= 0) todo.push(less, more, depth + 1);
  }

  function insertionSort(low: number, high: number, depth: number): void {
    for (let at = low + 1; at < high; at++) {
      const item = order[at] ?? 0;
      let to = at;
      while (to > low && compare(order[to - 1] ?? 0, item, depth) > 0) order[to] = order[--to] ?? 0;
      order[to] = item;
    }
  }

  /** Equal strings keep the order of their numbers. */
  function compare(one: number, other: number, depth: number): number {
    for (let at = depth; ; at++) {
      const unit = unitAt(one, at);
      const difference = unit - unitAt(other, at);
      if (difference !== 0) return difference;
      if (unit < 0) return one - other;
    }
  }
}

function middle(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
