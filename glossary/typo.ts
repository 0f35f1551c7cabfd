/**
 * Slips of the keyboard between two words: letters left out, added, mistaken, or two neighbours swapped
 * (Damerau 1964, optimal string alignment). Returns `most + 1` as soon as there are more than `most`.
 *
 * @example slips('pyogyang', 'pyongyang', 2) // 1
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = cheapest(a, b, { i, j, before, last, row });
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

interface Place {
  readonly i: number;
  readonly j: number;
  readonly before: readonly number[];
  readonly last: readonly number[];
  readonly row: readonly number[];
}

function cheapest(a: string, b: string, { i, j, before, last, row }: Place): number {
  const same = a[i - 1] === b[j - 1];
  const cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost;
}

/** How many slips a word of a query is forgiven. */
export function forgiven(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}
