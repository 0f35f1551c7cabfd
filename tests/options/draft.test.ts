import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  checkDraft,
  copyOf,
  draftOf,
  draftOfRequest,
  draftSchema,
  EMPTY_DRAFT,
  isWritten,
} from '../../entrypoints/options/manager/draft.ts';
import { hintsOf } from '../../entrypoints/options/manager/hints.ts';
import { tryEntry } from '../../entrypoints/options/manager/trial.ts';
import { compile } from '../../glossary/compile.ts';
import type { Entry } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';

const glossaryOf = (...entries: object[]) =>
  parseGlossary({
    format: 1,
    id: 'g',
    title: 'G',
    entries: entries.map((entry, at) => ({ id: `e${at}`, definition: 'What it is.', ...entry })),
  });
const entryOf = (entry: object): Entry => {
  const [first] = glossaryOf(entry).entries;
  if (first === undefined) throw new Error('No entry.');
  return first;
};

const FULL = entryOf({
  term: 'Workers’ Party of Korea',
  kind: 'organization',
  forms: ['WPK', { text: 'the party', when: 'context' }, { text: 'Pig', case: 'exact', lang: 'de' }],
  native: [{ lang: 'ko', text: '조선로동당' }],
  question: 'What is it?',
  asOf: '2026-02',
  context: ['Pyongyang', 'KCNA'],
  not: ['Vietnam'],
  related: ['e9', 'other/x'],
  sources: [{ title: 'A source', url: 'https://example.com/a' }],
});

describe('a draft', () => {
  test('of an entry makes the same entry again', () => {
    expect(checkDraft(draftOf(FULL, (ref) => ref))).toEqual({ entry: FULL, problems: {} });
  });

  test('comes whole through JSON, as it does over a crash', () => {
    const draft = draftOf(FULL, (ref) => ref);
    expect(v.parse(draftSchema, JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  test('of a page’s words has their sentence and page as its source and the sentence to try it in', () => {
    const draft = draftOfRequest({ term: 'MSMT', context: 'The MSMT met.', url: 'https://example.com/x' });
    expect(draft).toMatchObject({
      term: 'MSMT',
      sample: 'The MSMT met.',
      sources: [{ title: '“The MSMT met.” (example.com)', url: 'https://example.com/x' }],
    });
    expect(draftOfRequest({ term: 'MSMT', url: 'https://example.com/x', title: 'News' }).sources).toEqual([
      { title: 'News', url: 'https://example.com/x' },
    ]);
  });

  test('as a copy is a new term that keeps everything', () => {
    const copy = copyOf(draftOf(FULL, (ref) => ref));
    expect(checkDraft(copy)).toEqual({ entry: { ...FULL, id: 'new' }, problems: {} });
  });

  test('that was kept before the form showed a field takes it from the entry it began with', () => {
    const { native: _, question: __, asOf: ___, ...older } = draftOf(FULL, (ref) => ref);
    expect(checkDraft(v.parse(draftSchema, older)).entry).toEqual(FULL);
  });

  test('from which names, question and date were deleted makes an entry without them', () => {
    const draft = draftOf(FULL, (ref) => ref);
    const { question: _, asOf: __, ...rest } = FULL;
    const emptied = { ...draft, native: [{ lang: ' ', text: '' }], question: ' ', asOf: '' };
    expect(checkDraft(v.parse(draftSchema, emptied)).entry).toEqual({ ...rest, native: [] });
  });

  test.each(['{"half', '7', '{"native":"x"}', '{"native":[{"lang":"ko"}],"question":7}'])(
    'with a damaged memory of what it was is still saved: %s',
    (base) => {
      const { native: _, question: __, asOf: ___, ...older } = EMPTY_DRAFT;
      const draft = v.parse(draftSchema, { ...older, base, term: 'A', definition: 'B' });
      const { entry } = checkDraft(draft);
      expect(entry).toMatchObject({ term: 'A', native: [] });
    },
  );

  test.each([
    [EMPTY_DRAFT, false],
    [{ ...EMPTY_DRAFT, sample: 'x' }, false],
    [{ ...EMPTY_DRAFT, term: 'x' }, true],
    [{ ...EMPTY_DRAFT, sources: [{ title: '', url: 'h' }] }, true],
  ])('is worth keeping only when something was written (%#)', (draft, worth) => {
    expect(isWritten(draft)).toBe(worth);
  });

  test.each([
    [{ term: ' ' }, 'term'],
    [{ definition: '' }, 'definition'],
    [{ sources: [{ title: 'x', url: 'javascript:alert(1)' }] }, 'sources'],
    [{ sources: [{ title: 'x', url: '' }] }, 'sources'],
    [{ native: [{ lang: '', text: '조선' }] }, 'native'],
    [{ native: [{ lang: 'not a tag', text: '조선' }] }, 'native'],
    [{ native: [{ lang: 'ko', text: ' ' }] }, 'native'],
    [{ question: 'x'.repeat(2_000) }, 'question'],
    [{ asOf: 'last year' }, 'asOf'],
    [{ asOf: '2026-13' }, 'asOf'],
    [{ forms: [{ text: 'x'.repeat(2_000), when: 'always', case: 'usual' }] }, 'forms'],
  ] as const)('says which field is wrong (%#)', (part, field) => {
    const draft = v.parse(draftSchema, { ...EMPTY_DRAFT, term: 'a', definition: 'b', ...part });
    const { entry, problems } = checkDraft(draft);
    expect(entry).toBeUndefined();
    expect(Object.keys(problems)).toEqual([field]);
  });

  test('leaves out blank lines and what was said twice', () => {
    const draft: typeof EMPTY_DRAFT = {
      ...EMPTY_DRAFT,
      term: ' WPK ',
      definition: 'A party.',
      forms: [
        { text: '', when: 'always', case: 'usual' },
        { text: 'WPK', when: 'context', case: 'usual' },
      ],
      context: 'Kim\n\n  Kim \nPyongyang',
      sources: [{ title: '', url: '' }],
    };
    const { entry } = checkDraft(draft);
    expect(entry).toMatchObject({ term: 'WPK', context: ['Kim', 'Pyongyang'], sources: [] });
    expect(entry?.forms).toEqual([{ text: 'WPK', when: 'always', case: 'exact' }]);
  });
});

describe('hints', () => {
  const index = compile([glossaryOf({ term: 'Red, green and blue', forms: ['RGB'] })]);
  test.each([
    [{ term: 'the' }, ['common']],
    [{ term: 'Party' }, ['common']],
    [{ term: 'WPK' }, []],
    [{ term: 'a', forms: [{ text: 'a', case: 'exact' }] }, []],
    [{ term: 'RGB' }, ['ambiguous']],
    [{ term: 'Bureau', forms: [{ text: 'RGB', when: 'context' }] }, ['ambiguous', 'no-context']],
    [{ term: 'Bureau', forms: [{ text: 'RGB', when: 'context' }], context: ['Pyongyang'] }, ['ambiguous']],
  ])('on %j', (entry, kinds) => {
    expect(hintsOf(entryOf(entry), index).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('do not call an own term its own rival', () => {
    const own = { ...glossaryOf({ term: 'MSMT' }), id: 'own' };
    const [entry] = own.entries;
    expect(entry && hintsOf(entry, compile([own]))).toEqual([]);
  });
});

describe('trying an entry in a sentence', () => {
  test('shows what would be marked', () => {
    const { pieces } = tryEntry(FULL, 'The WPK and the WPKs.');
    expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['WPK', 'WPKs']);
    expect(pieces.map(({ text }) => text).join('')).toBe('The WPK and the WPKs.');
  });

  test('names what is held back for want of evidence, and marks it with evidence', () => {
    const rgb = entryOf({
      term: 'Reconnaissance General Bureau',
      forms: [{ text: 'RGB', when: 'context' }],
      context: ['Pyongyang'],
    });
    expect(tryEntry(rgb, 'An RGB lamp.').heldBack).toEqual(['RGB']);
    const { pieces } = tryEntry(rgb, 'The RGB answers to Pyongyang.');
    expect(pieces.filter(({ marked }) => marked)).toEqual([{ text: 'RGB', marked: true }]);
  });
});
