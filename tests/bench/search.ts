import { matching, searchable } from '../../entrypoints/options/manager/entry-filter.ts';
import { buildSearchIndex, openSearchIndex, search } from '../../glossary/search.ts';
import { madeGlossary } from './made-glossary.ts';

/** Searches while every term of a sample is typed, letter by letter, right and mistyped; prints what it costs. */
const ENTRIES = Number(process.argv[2] ?? 100_000);
const SAMPLE = 60;
const LIMIT = 100;

const glossary = madeGlossary(ENTRIES);
const [index, build] = timed(() => buildSearchIndex([glossary]));
const copy = index.buffer.slice(0);
const [opened, load] = timed(() => openSearchIndex(copy));

const step = Math.max(1, Math.floor(ENTRIES / SAMPLE));
const terms = glossary.entries.filter((_, at) => at % step === 0);
const kinds: Record<string, string[]> = {
  'typing a term': terms.flatMap(({ term }) => beginnings(term)),
  'typing it with a letter missing': terms.flatMap(({ term }) =>
    beginnings(term.slice(0, 2) + term.slice(3)),
  ),
  'words of a definition': terms.map(({ definition }) => definition.split(' ').slice(0, 3).join(' ')),
  'nothing like it': terms.map(({ term }) => [...term].reverse().join('x')),
  '10,000 characters': ['x'.repeat(10_000), 'ka min '.repeat(1_500), '조선 '.repeat(3_400)],
};

console.log(
  `${ENTRIES} entries: build ${build.toFixed(0)} ms, open ${load.toFixed(1)} ms, ` +
    `${(index.buffer.byteLength / 2 ** 20).toFixed(1)} MiB`,
);
for (const [kind, queries] of Object.entries(kinds))
  report(kind, queries, (query) => search(opened, query, LIMIT));
const listed = searchable(glossary.entries);
report('in the list of the manager', kinds['typing a term'] ?? [], (query) => matching(listed, query));

function report(kind: string, queries: readonly string[], find: (query: string) => unknown): void {
  const times = queries.map((query) => timed(() => find(query))[1]).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(7);
  console.log(
    `${kind.padEnd(34)} n ${String(times.length).padStart(5)}  median ${at(0.5)} ms  p95 ${at(0.95)} ms  max ${at(0.9999)} ms`,
  );
}

function beginnings(text: string): string[] {
  return Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1));
}

/** Milliseconds of this thread, so that a busy machine does not count. */
function timed<T>(work: () => T): [T, number] {
  const start = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(start);
  return [result, (user + system) / 1_000];
}
