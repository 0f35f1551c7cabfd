import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGlossary } from '../../glossary/format.ts';
import { buildSearchIndex, openSearchIndex, search } from '../../glossary/search.ts';
import { searchWords } from '../../glossary/search-words.ts';

const pack = (name: string) =>
  parseGlossary(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../glossary/packs/${name}.json`), 'utf8')),
  );
const packs = [pack('north-korea'), pack('world-affairs')];
const index = buildSearchIndex(packs);
const first = (query: string) => search(index, query, 5)[0]?.entry;

describe('the best answer', () => {
  test.each([
    ['dprk', 'north-korea/dprk'],
    ['d.p.r.k.', 'north-korea/dprk'],
    ['KCNA', 'north-korea/kcna'],
    ['workers party of korea', 'north-korea/wpk'],
    ["Workers' Party of K", 'north-korea/wpk'],
    ['workers’ p', 'north-korea/wpk'],
    ['조선로동', 'north-korea/wpk'],
    ['조선로동당', 'north-korea/wpk'],
    ['pyongyan', 'north-korea/pyongyang'],
    ['PYŎNGYANG', 'north-korea/pyongyang'],
    ['pyogyang', 'north-korea/pyongyang'],
    ['oyongyang', 'north-korea/pyongyang'],
    ['kim-jong-un', 'north-korea/kim-jong-un'],
    ['jong un kim', 'north-korea/kim-jong-un'],
    ['reconnaisance bureau', 'north-korea/reconnaissance-general-bureau'],
  ])('to “%s” is %s', (query, entry) => {
    expect(first(query)).toBe(entry);
  });

  test('names the form that answers where it is not the term', () => {
    expect(search(index, 'wpk', 1)[0]).toMatchObject({ entry: 'north-korea/wpk', form: 'WPK' });
    expect(search(index, 'pyongyang', 1)[0]).not.toHaveProperty('form');
  });

  test('is found in definitions when no name answers', () => {
    expect(search(index, 'state news agency', 20).map(({ entry }) => entry)).toContain('north-korea/kcna');
  });
});

test.each(['', ' ', '…', '\ud800', '<>&"', ')'.repeat(10_000)])(
  '%j finds nothing and breaks nothing',
  (query) => {
    expect(search(index, query, 10)).toEqual([]);
  },
);

test('any query is safe, best first, and no entry comes twice', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (query, limit) => {
        const hits = search(index, query, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        expect(new Set(hits.map(({ entry }) => entry)).size).toBe(hits.length);
        expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
      },
    ),
  );
});

const entries = packs.flatMap((glossary) =>
  glossary.entries.map((entry) => ({ entry, ref: `${glossary.id}/${entry.id}` })),
);

test('every form finds its entry with the best score there is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entries), fc.nat(), ({ entry, ref }, at) => {
      const form = entry.forms[at % entry.forms.length]?.text ?? entry.term;
      const hits = search(index, form, 50);
      expect(hits.find((hit) => hit.entry === ref)?.score).toBeGreaterThanOrEqual(
        (hits[0]?.score ?? 0) - 200,
      );
    }),
  );
});

test('every beginning of a term finds it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entries), fc.integer({ min: 2, max: 40 }), ({ entry, ref }, length) => {
      const query = entry.term.slice(0, length);
      if (searchWords(query).join('').length < 2) return;
      expect(search(index, query, 1_000).map((hit) => hit.entry)).toContain(ref);
    }),
  );
});

test('one slip in a long word is forgiven', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...entries),
      fc.nat(),
      fc.constantFrom('drop', 'swap', 'wrong'),
      ({ entry, ref }, at, how) => {
        const words = searchWords(entry.term);
        const long = words.findIndex((word) => word.length >= 5 && /^[a-z]+$/.test(word));
        if (long < 0) return;
        const word = words[long] ?? '';
        const place = 1 + (at % (word.length - 2));
        const [head, one, two, tail] = [
          word.slice(0, place),
          word[place],
          word[place + 1] ?? '',
          word.slice(place + 2),
        ];
        words[long] = {
          drop: head + two + tail,
          swap: head + two + one + tail,
          wrong: `${head}q${two}${tail}`,
        }[how];
        expect(search(index, words.join(' '), 1_000).map((hit) => hit.entry)).toContain(ref);
      },
    ),
  );
});

describe('a stored index', () => {
  test('answers like the one it was made of', () => {
    const opened = openSearchIndex(structuredClone(index.buffer));
    expect(search(opened, 'kim', 20)).toEqual(search(index, 'kim', 20));
  });

  test.each([
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 8)],
    ['empty', () => new Uint8Array()],
    ['of another kind', (bytes: Uint8Array) => bytes.slice().fill(7, 0, 4)],
    ['with wrong lengths', (bytes: Uint8Array) => bytes.slice().fill(255, 12, 16)],
  ])('%s is refused with a clear error', (_, damage) => {
    const damaged = damage(new Uint8Array(index.buffer));
    expect(() => openSearchIndex(damaged.slice().buffer)).toThrow('The stored index cannot be read');
  });

  test('of no glossary at all answers nothing', () => {
    expect(search(buildSearchIndex([]), 'a', 10)).toEqual([]);
  });
});
