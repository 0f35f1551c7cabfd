/** Prints how well and how fast definitions are found: node tests/bench/abbreviations.ts */
import { findDefinitions } from '../../glossary/abbreviations.ts';
import {
  isHeldOut,
  type Labelled,
  medicalCorpus,
  newsCorpus,
  score,
} from '../glossary/abbreviation-score.ts';

const MEGABYTE = 1_000_000;
const PROSE =
  'The committee met on Tuesday to consider the report, which had been delayed by the weather and by a dispute ' +
  'over its cost. Members said that they would vote next week, or later if the chair asked for more time. ';

function printScore(name: string, documents: readonly Labelled[]): void {
  const { precision, recall, f1 } = score(documents);
  const numbers = [precision, recall, f1].map((value) => value.toFixed(3).padStart(9)).join('');
  console.log(`${name.padEnd(28)}${numbers}`);
}

function printSpeed(name: string, unit: string, megabytes: number): void {
  const text = unit.repeat(Math.ceil((megabytes * MEGABYTE) / unit.length));
  findDefinitions(text.slice(0, MEGABYTE / 4));
  const start = performance.now();
  const { length } = findDefinitions(text);
  const seconds = (performance.now() - start) / 1000;
  const perSecond = (text.length / MEGABYTE / seconds).toFixed(1).padStart(9);
  console.log(`${name.padEnd(28)}${perSecond}${String(length).padStart(9)}`);
}

const news = newsCorpus();
const medical = medicalCorpus();
const newsText = news.map(({ text }) => text).join('\n');

console.log(`${'corpus'.padEnd(28)}precision   recall       F1`);
printScore('news', news);
if (medical) {
  printScore('medical', medical);
  printScore(
    '  looked at',
    medical.filter((document) => !isHeldOut(document)),
  );
  printScore('  held out', medical.filter(isHeldOut));
}

console.log(`\n${'text'.padEnd(28)}     MB/s    found`);
printSpeed('prose without brackets', PROSE, 20);
printSpeed('prose, one in 10,000', `${PROSE.repeat(50)}${newsText.slice(0, 100)}`, 10);
printSpeed('news corpus, dense', newsText, 2);
if (medical) printSpeed('medical abstracts', medical.map(({ text }) => text).join('\n'), 2);
