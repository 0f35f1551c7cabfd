/**
 * What matching costs as glossaries grow: `node tests/bench/match.ts`. Rates are of page text, one core;
 * the floor is one pass over the same characters that only adds their codes. The compile column is the
 * first run; all others are medians. mark.js needs a document and is measured with the pages.
 */
import v8 from 'node:v8';
import vm from 'node:vm';
import { compile, openIndex } from '../../glossary/compile.ts';
import { scan } from '../../glossary/match.ts';
import { forms, glossaryOf, paragraphs, vocabulary } from './prose.ts';
import { trieRegex } from './trie-regex.ts';

const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000];
const PLANTED = 100;
const VOCABULARY = 20_000;
const CHARACTERS = 4_000_000;
const ROUNDS = 7;
/** A trie regex beyond this takes minutes or overflows the engine's stack. */
const MOST_FOR_REGEX = 10_000;
/** The regex gets less text, so that the bench ends. */
const CHARACTERS_FOR_REGEX = 400_000;

v8.setFlagsFromString('--expose-gc');
const collect: unknown = vm.runInNewContext('gc');

function heldBytes(): number {
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(work: () => void, rounds = ROUNDS): number {
  const times = Array.from({ length: rounds }, () => milliseconds(work)).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? 0;
}

function rate(characters: number, time: number): string {
  return (characters / 1_000 / time).toFixed(1);
}

/** Adds all character codes; returns the sum so that the pass cannot be left out. */
function floor(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

function measure(count: number, all: readonly string[], texts: readonly string[]) {
  const characters = texts.reduce((total, text) => total + text.length, 0);
  const glossary = glossaryOf(all.slice(0, count));
  const before = heldBytes();
  const start = performance.now();
  const index = compile([glossary]);
  const compileTime = performance.now() - start;
  const held = heldBytes() - before;
  const copyTime = median(() => void structuredClone(index.buffer));
  const openTime = median(() => void openIndex(index.buffer));
  let claims = 0;
  const time = median(() => {
    claims = 0;
    for (const text of texts) scan(index, text, () => claims++);
  });
  return {
    forms: count,
    'compile ms': compileTime.toFixed(0),
    'index MB': (index.buffer.byteLength / 1e6).toFixed(2),
    'held MB': (held / 1e6).toFixed(2),
    'open ms': openTime.toFixed(2),
    'copy ms': copyTime.toFixed(2),
    'MB/s': rate(characters, time),
    time,
    claims,
  };
}

function measureRegex(count: number, all: readonly string[], texts: readonly string[]): string {
  if (count > MOST_FOR_REGEX) return 'not tried';
  const regex = trieRegex(all.slice(0, count));
  const few = texts.slice(0, Math.ceil((texts.length * CHARACTERS_FOR_REGEX) / CHARACTERS));
  const characters = few.reduce((total, text) => total + text.length, 0);
  const time = median(() => {
    for (const text of few) for (const _ of text.matchAll(regex));
  }, 3);
  return rate(characters, time);
}

const words = vocabulary(VOCABULARY);
const all = forms(Math.max(...SIZES), words);
const texts = paragraphs(CHARACTERS, words, all.slice(0, PLANTED));
const characters = texts.reduce((total, text) => total + text.length, 0);
const floorTime = median(() => void floor(texts));
console.log(
  `${texts.length} paragraphs, ${(characters / 1e6).toFixed(1)} MB; floor ${rate(characters, floorTime)} MB/s`,
);

const rows = SIZES.map((count) => measure(count, all, texts));
const smallest = rows[0]?.time ?? 1;
console.table(
  rows.map(({ time, ...row }) => ({
    ...row,
    'of floor': `${(time / floorTime).toFixed(1)}×`,
    'of 100 forms': `${(time / smallest).toFixed(2)}×`,
    'trie regex MB/s': measureRegex(row.forms, all, texts),
  })),
);
