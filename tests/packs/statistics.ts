import type { Glossary } from '../../glossary/entry.ts';
import { wordsOf } from './prose.ts';
import { readingEase } from './reading-ease.ts';
import { oneWayRelations } from './relations.ts';

/** What a glossary consists of, for its authors. */
export interface PackStatistics {
  readonly id: string;
  readonly entries: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly forms: number;
  readonly ambiguousForms: number;
  readonly cues: { readonly context: number; readonly not: number };
  /** Names in their own language, by BCP 47 tag. */
  readonly nativeNames: Readonly<Record<string, number>>;
  readonly meanWords: number;
  readonly dated: number;
  readonly questions: number;
  /** Flesch reading ease of the definitions: the mean, and the entries that read hardest. */
  readonly readingEase: { readonly mean: number; readonly hardest: readonly string[] };
  readonly oneWay: readonly string[];
}

const HARDEST_SHOWN = 5;

/** Counts what is in a glossary. */
export function statisticsOf({ id, entries, ...glossary }: Glossary): PackStatistics {
  const forms = entries.flatMap((entry) => entry.forms);
  const eases = entries.map((entry) => ({ id: entry.id, ease: readingEase(entry.definition) }));
  const hardest = eases.toSorted((a, b) => a.ease - b.ease).slice(0, HARDEST_SHOWN);
  return {
    id,
    entries: entries.length,
    kinds: tally(entries.map(({ kind }) => kind ?? 'none')),
    forms: forms.length,
    ambiguousForms: forms.filter(({ when }) => when === 'context').length,
    cues: { context: sum(entries.map((e) => e.context.length)), not: sum(entries.map((e) => e.not.length)) },
    nativeNames: tally(entries.flatMap(({ native }) => native.map(({ lang }) => lang))),
    meanWords: mean(entries.map(({ definition }) => wordsOf(definition).length)),
    dated: entries.filter(({ asOf }) => asOf !== undefined).length,
    questions: entries.filter(({ question }) => question !== undefined).length,
    readingEase: {
      mean: mean(eases.map(({ ease }) => ease)),
      hardest: hardest.map(({ id, ease }) => `${id} ${ease.toFixed(0)}`),
    },
    oneWay: oneWayRelations({ id, entries, ...glossary }),
  };
}

/** Statistics as a few lines for a terminal. */
export function formatStatistics(statistics: PackStatistics): string {
  const { readingEase: ease, cues, oneWay } = statistics;
  return [
    `${statistics.id}: ${statistics.entries} entries (${list(statistics.kinds)})`,
    `  forms ${statistics.forms}, ambiguous ${statistics.ambiguousForms}; cues for ${cues.context}, against ${cues.not}`,
    `  native names: ${list(statistics.nativeNames) || 'none'}`,
    `  ${statistics.meanWords.toFixed(1)} words a definition, dated ${statistics.dated}, questions ${statistics.questions}`,
    `  reading ease ${ease.mean.toFixed(1)}, hardest: ${ease.hardest.join(', ')}`,
    `  one-way relations ${oneWay.length}${oneWay.length ? `: ${oneWay.join(', ')}` : ''}`,
  ].join('\n');
}

function tally(values: readonly string[]): Record<string, number> {
  const groups = [...Map.groupBy(values, (value) => value)].map(
    ([value, all]) => [value, all.length] as const,
  );
  return Object.fromEntries(groups.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : sum(numbers) / numbers.length;
}
