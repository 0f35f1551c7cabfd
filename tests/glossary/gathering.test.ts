import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Index, IndexGathering } from '../../glossary/compile.ts';
import type { Glossary } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';
import type { Gathering } from '../../glossary/gathering.ts';
import { scan } from '../../glossary/match.ts';
import { buildSearchIndex, SearchGathering, search } from '../../glossary/search.ts';

const WORDS = ['SPA', 'the spa', 'Red Star', 'Ørsted', '조선', 'star', 'PoE', "Workers' Party", 'D.P.R.K.'];
const word = fc.constantFrom(...WORDS);
const entry = fc.record({
  term: word,
  forms: fc.array(
    fc.record({ text: word, when: fc.constantFrom('always', 'context'), lang: fc.constantFrom('en', 'ko') }),
    { maxLength: 3 },
  ),
  native: fc.array(fc.record({ lang: fc.constantFrom('ko', 'de'), text: word }), { maxLength: 2 }),
  definition: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  context: fc.array(word, { maxLength: 2 }),
  not: fc.array(word, { maxLength: 2 }),
});
const glossaries = fc
  .array(fc.tuple(fc.array(entry, { maxLength: 6 }), fc.array(word, { maxLength: 2 })), { maxLength: 3 })
  .map((all) =>
    all.map(([entries, context], number) =>
      parseGlossary({
        format: 1,
        id: `g${number}`,
        title: 'G',
        context,
        entries: entries.map((one, at) => ({ id: `e${at}`, ...one })),
      }),
    ),
  );

/** Hands over the entries of each glossary in an order of its own, and leaves out those that `gone` says. */
function handOver<Made>(
  gathering: Gathering<Made>,
  all: readonly Glossary[],
  { seed, gone = () => false }: { seed: number; gone?: (id: string) => boolean },
): Made {
  for (const { entries, ...head } of all) {
    gathering.begin(
      head,
      entries.map(({ id }) => id),
    );
    const places = [...entries.keys()].sort((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5) || b - a);
    for (const place of places) {
      const one = entries[place];
      if (one !== undefined && !gone(one.id)) gathering.add(one, place);
    }
  }
  return gathering.finish();
}

/** What a page learns of an index, in the order in which it learns it. */
function told(index: Index): string[] {
  const claims: string[] = [];
  scan(index, WORDS.join('. '), (claim, start, end) => {
    const target = index.targetOf(claim);
    const named = index.roleOf(claim) === 3 ? index.glossaryId(target) : index.refOf(target);
    const rules = [
      index.needsContext(claim),
      index.isExact(claim),
      index.langOf(claim),
      index.rivalsOf(claim),
    ];
    claims.push(`${start}-${end} ${index.roleOf(claim)} ${named} ${rules.join()}`);
  });
  return claims;
}

describe('entries that come in any order', () => {
  test('make the same index of terms, claim by claim', () => {
    fc.assert(
      fc.property(glossaries, fc.nat(4), (all, seed) => {
        expect(told(handOver(new IndexGathering(), all, { seed }))).toEqual(told(compile(all)));
      }),
    );
  });

  test('are found the same, in the same order', () => {
    fc.assert(
      fc.property(glossaries, fc.nat(4), word, (all, seed, query) => {
        const index = handOver(new SearchGathering(), all, { seed });
        expect(search(index, query, 50)).toEqual(search(buildSearchIndex(all), query, 50));
      }),
    );
  });

  test('leave room for those that never come', () => {
    fc.assert(
      fc.property(glossaries, (all) => {
        const gone = (id: string) => id === 'e1';
        const rest = all.map((one) => ({ ...one, entries: one.entries.filter(({ id }) => !gone(id)) }));
        expect(told(handOver(new IndexGathering(), all, { seed: 0, gone }))).toEqual(told(compile(rest)));
      }),
    );
  });
});
