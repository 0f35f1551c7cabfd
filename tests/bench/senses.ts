/**
 * How well ambiguous Korean terms are told from their namesakes, form by form: `node tests/bench/senses.ts`.
 * `--list` prints what is wrong, `--world` loads the world glossary as well.
 */
import { readFileSync } from 'node:fs';
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
  type Score,
} from '../glossary/senses-score.ts';

const packs = ['north-korea', ...(process.argv.includes('--world') ? ['world-affairs'] : [])];
const index = compile(
  packs.map((pack) => {
    const file = new URL(`../../glossary/packs/${pack}.json`, import.meta.url);
    return parseGlossary(JSON.parse(readFileSync(file, 'utf8')));
  }),
);

const scores = new Map<string, Score>();
function scoreOf(name: string): Score {
  const score = scores.get(name) ?? emptyScore();
  scores.set(name, score);
  return score;
}

for (const file of CORPUS_FILES) {
  for (const page of readCorpus(new URL(`../glossary/${file}`, import.meta.url))) {
    const marked = isMarked(index, page);
    for (const name of [page.form, `${file}:`, 'all:']) count(scoreOf(name), page.korean, marked);
    if (process.argv.includes('--list') && marked !== page.korean) {
      console.log(
        marked ? 'WRONG ' : 'MISSED',
        page.form,
        '|',
        page.title ?? '',
        '|',
        page.passages.join(' ¶ '),
      );
    }
  }
}

console.log('form'.padEnd(44), 'right missed  wrong  quiet');
for (const [name, score] of [...scores].sort(
  ([a], [b]) => Number(a.endsWith(':')) - Number(b.endsWith(':')),
)) {
  const { right, missed, wrong, quiet } = score;
  const counts = [right, missed, wrong, quiet].map((number) => String(number).padStart(6)).join(' ');
  const rates = name.endsWith(':')
    ? `  precision ${precisionOf(score).toFixed(3)}, recall ${recallOf(score).toFixed(3)}`
    : '';
  console.log(name.padEnd(44) + counts + rates);
}
