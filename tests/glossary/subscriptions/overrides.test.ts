import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Glossary } from '../../../glossary/entry.ts';
import { parseGlossary } from '../../../glossary/format.ts';
import { changesBetween, changesText } from '../../../glossary/subscriptions/changes.ts';
import {
  type Override,
  rebased,
  standingOf,
  withOverrides,
  withoutOverrides,
} from '../../../glossary/subscriptions/overrides.ts';

const glossaryOf = (texts: Readonly<Record<string, string>>): Glossary =>
  parseGlossary({
    format: 1,
    id: 'team',
    title: 'Team',
    entries: Object.entries(texts).map(([id, definition]) => ({ id, term: id.toUpperCase(), definition })),
  });

/** The reader writes `text` over an entry of a glossary. */
function over(glossary: Glossary, id: string, text: string): Override {
  const seen = glossary.entries.find((entry) => entry.id === id);
  if (seen === undefined) throw new Error(`There is no ${id}.`);
  return { entry: { ...seen, definition: text }, seen, shared: seen };
}

const definitions = ({ entries }: Glossary) =>
  Object.fromEntries(entries.map(({ id, definition }) => [id, definition]));

describe('a wording of the reader', () => {
  const first = glossaryOf({ a: 'one', b: 'two', c: 'three' });
  const own = [over(first, 'b', 'mine')];

  test('stands in the place of the shared entry', () => {
    const shown = withOverrides(first, own);
    expect(shown.entries.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(definitions(shown)).toEqual({ a: 'one', b: 'mine', c: 'three' });
  });

  test.each([
    ['as-seen', { a: 'new', b: 'two' }, { a: 'new', b: 'mine' }],
    ['changed', { a: 'new', b: 'new' }, { a: 'new', b: 'mine' }],
    ['gone', { a: 'new' }, { a: 'new', b: 'mine' }],
  ])('stays when the shared entry is %s in an update', (standing, texts, shown) => {
    const after = glossaryOf(texts);
    const kept = rebased(own, after);
    expect(kept.map(standingOf)).toEqual([standing]);
    expect(definitions(withOverrides(after, kept))).toEqual(shown);
  });

  test('can always be taken off again, whatever was published meanwhile', () => {
    const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y', 'z'));
    fc.assert(
      fc.property(texts, (published) => {
        const after = glossaryOf(published);
        const kept = rebased([...own, over(first, 'c', 'mine too')], after);
        expect(withoutOverrides(withOverrides(after, kept), kept)).toEqual(after);
      }),
    );
  });
});

describe('what an update brought', () => {
  test('is counted and named', () => {
    const changes = changesBetween(
      glossaryOf({ a: '1', b: '1', c: '1' }),
      glossaryOf({ a: '2', d: '1', e: '1', f: '1' }),
    );
    expect(changesText(changes)).toBe('3 new, 1 changed, 2 gone');
    expect(changes.added).toEqual({ count: 3, terms: ['D', 'E', 'F'] });
    expect(changes.removed.terms).toEqual(['B', 'C']);
  });

  test('can be nothing', () => {
    const same = glossaryOf({ a: '1' });
    expect(changesText(changesBetween(same, same))).toBe('no entry changed');
  });

  test('names some of very many, and counts all', () => {
    const many = glossaryOf(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`e${at}`, 'x'])));
    const { added } = changesBetween(undefined, many);
    expect([added.count, added.terms.length]).toEqual([500, 200]);
  });
});
