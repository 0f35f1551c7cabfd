import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGlossary } from '../../glossary/format.ts';
import { buildSearchIndex, openSearchIndex, search } from '../../glossary/search.ts';

const pack = (name: string) =>
  parseGlossary(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../glossary/packs/${name}.json`), 'utf8')),
  );
const packs = [pack('north-korea'), pack('world-affairs')];
const index = buildSearchIndex(packs);
const first = (query: string) => search(index, query, 5)[0]?.entry;

test.each([
  ['D.P.R.K.', true],
  ['“dprk”,', true],
  ['Kim Jongun', true],
  ['new year’s address', true],
  ['조선로동당', true],
  ['Workers’ Party', true],
  ['Workers’ Party of', false],
  ['the DPRK', false],
  ['Central', false],
  ['pyogyang', false],
])('whether the best answer to “%s” has just that name: %s', (query, exact) => {
  const [best] = search(index, query, 5);
  expect(best?.exact === true).toBe(exact);
});

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
    ['kimjongun', 'north-korea/kim-jong-un'],
    ['jongun', 'north-korea/kim-jong-un'],
    ['kimj ongun', 'north-korea/kim-jong-un'],
    ['조선로', 'north-korea/wpk'],
    ['조선롣', 'north-korea/wpk'],
    ['조선노동당', 'north-korea/wpk'],
    ['중앙통신', 'north-korea/kcna'],
    ['"the Workers’ Party of Korea", said', 'north-korea/wpk'],
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

/** Any code units at all, halves of pairs among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

test('any query is safe, best first, and no entry comes twice', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 30 }), (query, limit) => {
      const hits = search(index, query, limit);
      expect(hits.length).toBeLessThanOrEqual(limit);
      expect(new Set(hits.map(({ entry }) => entry)).size).toBe(hits.length);
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    }),
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
      expect(search(index, query, 1_000).map((hit) => hit.entry)).toContain(ref);
    }),
  );
});

/** Four ways to mistype a text at a place, spaces included. */
const SLIPS = {
  drop: (text: string, at: number) => text.slice(0, at) + text.slice(at + 1),
  add: (text: string, at: number) => `${text.slice(0, at)}q${text.slice(at)}`,
  wrong: (text: string, at: number) => `${text.slice(0, at)}q${text.slice(at + 1)}`,
  swap: (text: string, at: number) =>
    text.slice(0, at) + text.slice(at + 1, at + 2) + text.charAt(at) + text.slice(at + 2),
};

test('one slip anywhere in a name is forgiven', () => {
  const names = entries.flatMap(({ entry, ref }) =>
    [entry.term, ...entry.forms.map(({ text }) => text)].map((text) => ({ text, ref })),
  );
  const long = names.filter(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '').length >= 5);
  fc.assert(
    fc.property(
      fc.constantFrom(...long),
      fc.nat(),
      fc.constantFrom(...Object.values(SLIPS)),
      ({ text, ref }, at, slip) => {
        const query = slip(text, at % text.length);
        expect(search(index, query, 30).map((hit) => hit.entry)).toContain(ref);
      },
    ),
    { numRuns: 300 },
  );
});

test('says what is only near', () => {
  expect(search(index, 'pyongyang', 1)[0]).not.toHaveProperty('near');
  expect(search(index, 'pyogyang', 1)[0]).toMatchObject({ near: true });
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
