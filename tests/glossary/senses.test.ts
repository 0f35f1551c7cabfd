import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../glossary/compile.ts';
import { parseGlossary } from '../../glossary/format.ts';
import {
  CORPUS_FILES,
  count,
  emptyScore,
  isMarked,
  precisionOf,
  readCorpus,
  recallOf,
} from './senses-score.ts';

const pack = (name: string) =>
  parseGlossary(
    JSON.parse(readFileSync(new URL(`../../glossary/packs/${name}.json`, import.meta.url), 'utf8')),
  );
const corpus = CORPUS_FILES.flatMap((file) =>
  readCorpus(new URL(file, import.meta.url)).map((page) => ({ file, page })),
);

describe.each([
  ['by itself', ['north-korea']],
  ['with the world glossary', ['north-korea', 'world-affairs']],
])('the North Korea glossary %s', (_, names) => {
  const index = compile(names.map(pack));
  const marks = corpus.map(({ file, page }) => ({ file, page, marked: isMarked(index, page) }));
  test.each([
    ['all labelled pages', marks],
    ['written blind', marks.filter(({ file }) => /blind|held-out/.test(file))],
    ['typical pages', marks.filter(({ file }) => file === 'senses-typical.jsonl')],
    ['near misses', marks.filter(({ file }) => file === 'senses-near.jsonl')],
  ])('tells Korean meanings from others: %s', (_, some) => {
    const score = emptyScore();
    for (const { page, marked } of some) count(score, page.korean, marked);
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.98);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.92);
  });
});
