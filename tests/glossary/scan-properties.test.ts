import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compile, openIndex } from '../../glossary/compile.ts';
import { fold } from '../../glossary/fold.ts';
import { scan } from '../../glossary/match.ts';
import { claimsIn, entryOf, glossaryOf, indexOf } from './matching.ts';

/** Characters that fold, join, part and end words in every way there is. */
const MIXED = [...'abAB sS’-–.,_@#/ééßﬁ1２北ｶかé조ก่حزבъЙ😀'].concat([
  '\u0301',
  '\u3099',
  '\u1161',
  '\u00ad',
  '\u200b',
  '\u00a0',
  '\ud83d',
  '\udc00',
  'U.N.',
  'ies',
  "'s",
  ' - ',
  'ال',
  'www.',
]);
const mixed = fc.string({ unit: fc.constantFrom(...MIXED), maxLength: 60 });
const binary = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});
const text = fc.oneof(mixed, mixed, binary);
const forms = fc.array(fc.oneof(fc.string({ unit: fc.constantFrom(...MIXED), maxLength: 4 }), binary), {
  minLength: 1,
  maxLength: 12,
});
const many = { numRuns: 200 };

// Each run compiles an index or two: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Plural endings that a match may have beyond its form. */
const ENDINGS = ['', 's', 'es'];

test('each match slices to text that folds to its form, with or without a plural ending', () => {
  fc.assert(
    fc.property(forms, text, (texts, page) => {
      const index = indexOf(texts);
      scan(index, page, (claim, start, end) => {
        const folded = fold(page.slice(start, end));
        const pattern = index.patternOf(claim);
        const writings = ENDINGS.map((ending) => pattern + ending).concat(pattern.replace(/y$/, 'ies'));
        expect(writings).toContain(folded);
      });
    }),
    many,
  );
});

test('a page that is a form alone is found whole', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdEFé한ßЖが北ﬁ'), minLength: 1, maxLength: 12 });
  const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(phrase), phrase, (others, form) => {
      const index = indexOf([form, ...others]);
      const whole: number[] = [];
      scan(index, form, (claim, start, end) => {
        if (index.targetOf(claim) === 0) whole.push(end - start);
      });
      expect(whole).toContain(form.length);
    }),
    many,
  );
});

test('what stands in two texts stands in both joined, and nothing else does', () => {
  fc.assert(
    fc.property(forms, text, text, (texts, first, second) => {
      const index = indexOf(texts.map((form) => form.replaceAll('|', '')));
      const gap = '\n|\n';
      const shifted: string[] = [];
      scan(index, second, (claim, start, end) => {
        shifted.push(`${claim} ${start + first.length + gap.length} ${end + first.length + gap.length}`);
      });
      const apart: string[] = [];
      scan(index, first, (claim, start, end) => apart.push(`${claim} ${start} ${end}`));
      const joined: string[] = [];
      scan(index, first + gap + second, (claim, start, end) => joined.push(`${claim} ${start} ${end}`));
      expect(joined).toEqual([...apart, ...shifted]);
    }),
    many,
  );
});

test('another glossary changes nothing that the first one claims', () => {
  fc.assert(
    fc.property(forms, forms, text, (ours, theirs, page) => {
      const own = glossaryOf(
        'own',
        ours.map((form, at) => entryOf(`e${at}`, [form], { context: [form] })),
        ours,
      );
      const other = glossaryOf(
        'other',
        theirs.map((form, at) => entryOf(`x${at}`, [form], { not: [form] })),
        theirs,
      );
      const alone = claimsIn(compile([own]), page);
      const mine = (claim: string) => / own(\/|$)/.test(claim);
      expect(claimsIn(compile([own, other]), page).filter(mine)).toEqual(alone);
      expect(claimsIn(compile([other, own]), page).filter(mine)).toEqual(alone);
    }),
    many,
  );
});

test('an index opened from a copy of its buffer finds the same', () => {
  fc.assert(
    fc.property(forms, text, (texts, page) => {
      const index = indexOf(texts);
      const opened = openIndex(structuredClone(index.buffer));
      expect(claimsIn(opened, page)).toEqual(claimsIn(index, page));
    }),
    many,
  );
});

test('matches begin in order and a scan within a scan disturbs neither', () => {
  fc.assert(
    fc.property(forms, text, (texts, page) => {
      const index = indexOf(texts);
      const plain: number[] = [];
      scan(index, page, (_claim, start) => plain.push(start));
      const outer: number[] = [];
      scan(index, page, (_claim, start) => {
        outer.push(start);
        const inner: number[] = [];
        scan(index, page, (_inner, from) => inner.push(from));
        expect(inner).toEqual(plain);
      });
      expect(outer).toEqual(plain);
      expect(plain).toEqual([...plain].sort((a, b) => a - b));
    }),
    many,
  );
});
