import { readFileSync } from 'node:fs';
import { compile } from '../../glossary/compile.ts';
import { parseGlossary } from '../../glossary/format.ts';
import {
  count,
  emptyScore,
  isHeldOut,
  isMarked,
  precisionOf,
  readCorpus,
  recallOf,
} from '../glossary/senses-score.ts';

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const list = process.argv.includes('--list');
const world = process.argv.includes('--world');
const packs = ['north-korea', ...(world ? ['world-affairs'] : [])];
const index = compile(
  packs.map((pack) => {
    const file = new URL(`../../glossary/packs/${pack}.json`, import.meta.url);
    return parseGlossary(JSON.parse(readFileSync(file, 'utf8')));
  }),
);
const corpus = (files.length > 0 ? files : ['senses-corpus.jsonl']).flatMap((file) =>
  readCorpus(new URL(`../glossary/${file}`, import.meta.url)),
);

const total = emptyScore();
const heldOut = emptyScore();
const byForm = new Map<string, ReturnType<typeof emptyScore>>();
for (const page of corpus) {
  const marked = isMarked(index, page);
  const form = byForm.get(page.form) ?? emptyScore();
  byForm.set(page.form, form);
  for (const score of [total, form, ...(isHeldOut(page) ? [heldOut] : [])]) count(score, page.korean, marked);
  if (list && marked !== page.korean)
    console.log(
      marked ? 'WRONG ' : 'MISSED',
      page.form,
      '|',
      page.title ?? '',
      '|',
      page.passages.join(' ¶ '),
    );
}

console.log('form'.padEnd(40), ' right missed  wrong  quiet');
for (const [form, { right, missed, wrong, quiet }] of byForm) {
  if (missed + wrong === 0 && list) continue;
  console.log(form.padEnd(40), ...[right, missed, wrong, quiet].map((number) => String(number).padStart(6)));
}
for (const [name, score] of Object.entries({ all: total, 'held out': heldOut })) {
  console.log(
    `${name}: precision ${precisionOf(score).toFixed(3)}, recall ${recallOf(score).toFixed(3)}`,
    score,
  );
}
