/**
 * What settling senses costs on top of matching: `node tests/bench/annotate.ts`. Rates are of page text, one
 * core, at 100,000 forms; the parts are measured alone on the same text.
 */

import { findDefinitions } from '../../glossary/abbreviations.ts';
import { annotate } from '../../glossary/annotate.ts';
import { compile } from '../../glossary/compile.ts';
import { scan } from '../../glossary/match.ts';
import { hasAbbreviations } from '../../glossary/observe.ts';
import { Reading } from '../../glossary/reading.ts';
import { forms, glossaryOf, paragraphs, vocabulary } from './prose.ts';

const FORMS = 100_000;
const PLANTED = 100;
const CHARACTERS = 2_000_000;
/** Characters of one batch, as pages send them. */
const BATCH = 65_536;
const ROUNDS = 5;

function rate(characters: number, work: () => void): string {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return (characters / 1_000 / (times[Math.floor(ROUNDS / 2)] ?? 1)).toFixed(1);
}

function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [[]];
  let characters = 0;
  for (const text of texts) {
    if (characters > BATCH) batches.push([]);
    if (characters > BATCH) characters = 0;
    batches.at(-1)?.push(text);
    characters += text.length;
  }
  return batches;
}

const words = vocabulary(20_000);
const all = forms(FORMS, words);
const index = compile([glossaryOf(all)]);
for (const [name, planted] of [
  ['with few terms', []],
  ['with a term every 70 words', all.slice(0, PLANTED)],
] as const) {
  const texts = paragraphs(CHARACTERS, words, planted);
  const characters = texts.reduce((total, text) => total + text.length, 0);
  const batches = batchesOf(texts);
  let spans = 0;
  console.log(name, {
    scan: rate(characters, () => texts.forEach((text) => void scan(index, text, () => spans++))),
    reading: rate(characters, () => texts.forEach((text) => void new Reading(index, text).places())),
    definitions: rate(characters, () =>
      texts.forEach((text) => void (hasAbbreviations(text) && findDefinitions(text))),
    ),
    annotate: rate(characters, () => {
      spans = 0;
      for (const passages of batches) {
        spans += annotate(index, { url: 'https://example.com/', title: 'A page', passages }).spans.length;
      }
    }),
    spans,
  });
}
