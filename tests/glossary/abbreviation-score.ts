import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDefinitions } from '../../glossary/abbreviations.ts';

/** A text and the pairs of short and long form that a person finds in it. */
export interface Labelled {
  readonly id?: string;
  readonly text: string;
  readonly pairs: readonly (readonly [string, string])[];
}

/** Pairs are compared as strings, each counted once a document. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

function readLines(path: string): Labelled[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): Labelled => JSON.parse(line));
}

/** Sentences of our own, in the manner of news. */
export function newsCorpus(): Labelled[] {
  return readLines(join(import.meta.dirname, 'abbreviation-news.jsonl'));
}

/** 625 abstracts of the labelled corpus of MEDLINE abbreviations, where it lies beside the repository. */
export function medicalCorpus(): Labelled[] | undefined {
  const root = join(import.meta.dirname, '..', '..');
  const paths = ['..', '../..'].map((up) => join(root, up, 'shared/abbreviations/med1250-even.jsonl'));
  const path = paths.find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : readLines(path);
}

/** A quarter of the documents whose errors were never looked at while the costs were chosen. */
export function isHeldOut(document: Labelled): boolean {
  const first = createHash('sha1')
    .update(document.id ?? '')
    .digest()[0];
  return ((first ?? 0) & 3) === 3;
}

/** Compares what is found with what a person found. */
export function score(documents: readonly Labelled[]): Score {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const { text, pairs } of documents) {
    const wanted = new Set(pairs.map(([short, long]) => `${short} = ${long}`));
    const found = new Set(findDefinitions(text).map(({ short, long }) => `${short} = ${long}`));
    right += [...found].filter((pair) => wanted.has(pair)).length;
    wrong.push(...[...found].filter((pair) => !wanted.has(pair)));
    missed.push(...[...wanted].filter((pair) => !found.has(pair)));
  }
  const precision = right / (right + wrong.length);
  const recall = right / (right + missed.length);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), wrong, missed };
}
