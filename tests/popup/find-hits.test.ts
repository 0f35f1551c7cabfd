import { expect, test } from 'vitest';
import { easierQueries, findHits } from '../../entrypoints/popup/find-hits.ts';
import type { Answer } from '../../entrypoints/popup/popup-state.ts';

const WORDS = ['pyongyang', 'pyongsong', ...Array.from({ length: 300 }, (_, at) => `many ${at}`)];
const hit = (term: string) => ({
  card: {
    ref: `g/${term}`,
    term,
    native: [],
    definition: '',
    lang: 'en',
    related: [],
    sources: [],
    glossary: { id: 'g', title: 'G' },
  },
});
const asked: [string, number][] = [];
const search = async (query: string, limit: number) => {
  asked.push([query, limit]);
  return WORDS.filter((word) => word.startsWith(query))
    .slice(0, limit)
    .map(hit);
};

async function answers(query: string, signal = new AbortController().signal): Promise<Answer[]> {
  asked.length = 0;
  const given: Answer[] = [];
  await findHits(
    query,
    { first: 12, search, give: (answer) => given.push(answer), rest: async () => {} },
    signal,
  );
  return given;
}

test('a few hits come at once', async () => {
  expect((await answers('pyong')).map(({ hits, near }) => [hits.length, near])).toEqual([[2, false]]);
  expect(asked).toHaveLength(1);
});

test('of many hits a screenful comes first, then all', async () => {
  expect((await answers('many')).map(({ hits }) => hits.length)).toEqual([12, 300]);
});

test('the rest of many hits is asked for once the reader has stopped typing', async () => {
  for (const stopped of [true, false]) {
    asked.length = 0;
    const given: Answer[] = [];
    const ending = new AbortController();
    const rest = async () => {
      expect(given).toHaveLength(1);
      if (!stopped) ending.abort();
    };
    await findHits('many', { first: 12, search, give: (answer) => given.push(answer), rest }, ending.signal);
    expect([given.length, asked.length]).toEqual(stopped ? [2, 2] : [1, 1]);
  }
});

test('where nothing answers, what comes near is each entry once', async () => {
  const [answer] = await answers('pyongyangology pyongyang');
  expect(answer?.near).toBe(true);
  expect(answer?.hits.map(({ card }) => card.term)).toEqual(['pyongyang', 'pyongsong']);
});

test('an answer of nothing but near hits is told from one to the query', async () => {
  const near = [true, true, false].map((is, at) => ({
    ...hit(`kind ${at}`),
    ...(is && { near: true as const }),
  }));
  for (const [hits, expected] of [
    [near.slice(0, 2), true],
    [near, false],
  ] as const) {
    const given: Answer[] = [];
    await findHits(
      'kond',
      { first: 12, search: async () => hits, give: (answer) => given.push(answer), rest: async () => {} },
      new AbortController().signal,
    );
    expect(given).toEqual([{ query: 'kond', hits, near: expected }]);
  }
});

test('where nothing comes near either, the answer says so', async () => {
  expect(await answers('xyz')).toEqual([{ query: 'xyz', hits: [], near: true }]);
});

test('a search that was overtaken gives nothing and asks no more', async () => {
  const overtaken = new AbortController();
  overtaken.abort();
  expect(await answers('xyz', overtaken.signal)).toEqual([]);
  expect(asked).toHaveLength(1);
});

test.each([
  ['workers partei', ['workers', 'partei', 'worke', 'part', 'work', 'par']],
  ['abc', []],
  ['조선중앙통신사', ['조선중앙통', '조선중앙']],
  ['  ', []],
  ['!?', []],
])('easier than “%s”', (query, easier) => {
  expect(easierQueries(query)).toEqual(easier);
});
