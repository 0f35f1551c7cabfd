import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByUnits } from '../../../glossary/search/sort-units.ts';
import { packList, prefixRange } from '../../../glossary/search/sorted-list.ts';
import { FAR, findNear } from '../../../glossary/search/typo.ts';

const unitsOf = (text: string) => Uint16Array.from(text.split(''), (letter) => letter.charCodeAt(0));

function listOf(texts: readonly string[]) {
  const units = unitsOf(texts.join(''));
  const ends = new Uint32Array(texts.length);
  const starts = new Uint32Array(texts.length);
  let at = 0;
  texts.forEach((text, item) => {
    starts[item] = at;
    at += text.length;
    ends[item] = at;
  });
  const order = Uint32Array.from(texts, (_, item) => item);
  sortByUnits(order, { units, starts, ends });
  return {
    list: packList(order, { units, starts, ends }),
    sorted: Array.from(order, (item) => texts[item] ?? ''),
  };
}

/** Optimal string alignment by the book, over the whole table. */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let best = Math.min(
        (rows[row - 1]?.[column] ?? FAR) + 1,
        (now[column - 1] ?? FAR) + 1,
        (rows[row - 1]?.[column - 1] ?? FAR) + (same ? 0 : 1),
      );
      if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1] && row > 1 && column > 1) {
        best = Math.min(best, (rows[row - 2]?.[column - 2] ?? FAR) + 1);
      }
      now.push(best);
    }
    rows.push(now);
  }
  return rows.at(-1)?.at(-1) ?? FAR;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });

test('sorts as plain comparison does and keeps every string', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\u00e9', '\uac00', '\ud83d'), maxLength: 8 }), {
        maxLength: 60,
      }),
      (texts) => {
        const plain = [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(listOf(texts).sorted).toEqual(plain);
      },
    ),
  );
});

test('finds just the strings that begin with a query', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), word, (texts, query) => {
      const { list, sorted } = listOf(texts);
      const { from, to } = prefixRange(list, unitsOf(query));
      expect(sorted.slice(from, to)).toEqual(sorted.filter((text) => text.startsWith(query)));
    }),
  );
});

test.each([1, 2])('finds just what is within %d typos, whole or by its beginning', (budget) => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), word, (texts, query) => {
      const { list, sorted } = listOf(texts);
      const found: unknown[] = [];
      findNear(list, unitsOf(query), budget, (item, beginning, whole, sameStart) => {
        found.push([sorted[item], beginning, whole > budget ? FAR : whole, sameStart]);
      });
      const expected = sorted.flatMap((text) => {
        const beginnings = Array.from({ length: text.length }, (_, at) =>
          distance(query, text.slice(0, at + 1)),
        );
        const beginning = Math.min(...beginnings);
        const whole = distance(query, text);
        if (beginning > budget) return [];
        return [[text, beginning, whole > budget ? FAR : whole, text[0] === query[0]]];
      });
      expect(found).toEqual(expected);
    }),
  );
});
