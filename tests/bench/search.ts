import { buildSearchIndex, openSearchIndex, search } from '../../glossary/search.ts';
import { madeGlossary } from './made-glossary.ts';

const ENTRIES = 100_000;
const glossary = madeGlossary(ENTRIES);

const timed = <T>(act: () => T): [T, number] => {
  const begin = performance.now();
  const result = act();
  return [result, performance.now() - begin];
};

const [index, build] = timed(() => buildSearchIndex([glossary]));
const copy = structuredClone(index.buffer);
const [, open] = timed(() => openSearchIndex(copy));

/** Every stage of typing some terms, the same with a slip, and words of definitions. */
const terms = glossary.entries.filter((_, at) => at % 2_500 === 0).map(({ term }) => term);
const typing = terms.flatMap((term) =>
  Array.from({ length: Math.min(term.length, 24) }, (_, at) => term.slice(0, at + 1)),
);
const slips = terms.map((term) => term.replace(/(\w\w)(\w)(\w)/, '$1$3$2'));
const definitions = glossary.entries
  .filter((_, at) => at % 5_000 === 0)
  .map(({ definition }) => definition.split(' ').slice(2, 5).join(' '));

function report(what: string, queries: readonly string[]): void {
  const times = queries.map((query) => timed(() => search(index, query, 50))[1]).sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  console.log(
    `${what.padEnd(22)} ${queries.length} queries: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`,
  );
}

console.log(
  `Search, ${ENTRIES} entries: built in ${build.toFixed(0)} ms, ${(index.buffer.byteLength / 2 ** 20).toFixed(1)} MiB, opened in ${open.toFixed(1)} ms`,
);
report('typing', typing);
report('with a slip', slips);
report('words of definitions', definitions);
