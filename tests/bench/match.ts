/**
 * What matching costs as glossaries grow: `node tests/bench/match.ts`. Times are processor time, so that
 * what else the machine does counts little; rates are of page text; the floor is one pass over the same
 * characters that only adds their codes. Every round measures every size once, and the table shows
 * medians (compiling is done once). mark.js needs a document: `rivals.ts` has both in Chromium.
 */
import v8 from 'node:v8';
import vm from 'node:vm';
import { compile, type Index, openIndex } from '../../glossary/compile.ts';
import { scan } from '../../glossary/match.ts';
import { forms, glossaryOf, paragraphs, vocabulary } from './prose.ts';
import { trieRegex } from './trie-regex.ts';

const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000];
const PLANTED = 100;
const VOCABULARY = 20_000;
const CHARACTERS = 4_000_000;
const ROUNDS = 9;
/** A trie regex of more forms takes minutes. */
const MOST_FOR_REGEX = 10_000;
/** The regex gets less text, so that the bench ends. */
const SHARE_FOR_REGEX = 0.05;

v8.setFlagsFromString('--expose-gc');
const collect: unknown = vm.runInNewContext('gc');

/** Bytes that are reachable, once the collector has come to rest. */
async function heldBytes(): Promise<number> {
  for (let left = 3; left > 0 && typeof collect === 'function'; left--) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Adds all character codes; returns the sum so that the pass cannot be left out. */
function floor(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

function charactersIn(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + text.length, 0);
}

function rate(characters: number, time: number): string {
  return (characters / 1_000 / time).toFixed(1);
}

interface Subject {
  readonly count: number;
  readonly index: Index;
  readonly compiling: number;
  readonly held: number;
  readonly times: { readonly scan: number[]; readonly open: number[]; readonly copy: number[] };
  claims: number;
}

async function subject(count: number, all: readonly string[]): Promise<Subject> {
  const glossary = glossaryOf(all.slice(0, count));
  const before = await heldBytes();
  let index = compile([]);
  const compiling = milliseconds(() => {
    index = compile([glossary]);
  });
  const held = (await heldBytes()) - before;
  return { count, index, compiling, held, times: { scan: [], open: [], copy: [] }, claims: 0 };
}

function measure(measured: Subject, texts: readonly string[]): void {
  const { index, times } = measured;
  times.copy.push(milliseconds(() => void structuredClone(index.buffer)));
  times.open.push(milliseconds(() => void openIndex(index.buffer)));
  measured.claims = 0;
  times.scan.push(
    milliseconds(() => {
      for (const text of texts) scan(index, text, () => measured.claims++);
    }),
  );
}

function regexRate(count: number, all: readonly string[], texts: readonly string[]): string {
  if (count > MOST_FOR_REGEX) return 'not tried';
  const regex = trieRegex(all.slice(0, count));
  const few = texts.slice(0, Math.ceil(texts.length * SHARE_FOR_REGEX));
  const pass = () => {
    for (const text of few) for (const _ of text.matchAll(regex));
  };
  return rate(charactersIn(few), median(Array.from({ length: 3 }, () => milliseconds(pass))));
}

const words = vocabulary(VOCABULARY);
const all = forms(Math.max(...SIZES), words);
const texts = paragraphs(CHARACTERS, words, all.slice(0, PLANTED));
const characters = charactersIn(texts);
const subjects: Subject[] = [];
for (const count of SIZES) subjects.push(await subject(count, all));

const floors: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  floors.push(milliseconds(() => void floor(texts)));
  for (const measured of subjects) measure(measured, texts);
}

const floorTime = median(floors);
const smallest = median(subjects[0]?.times.scan ?? []);
console.log(`${texts.length} passages, ${(characters / 1e6).toFixed(1)} MB of text`);
console.log(`floor: ${rate(characters, floorTime)} MB/s`);
console.table(
  subjects.map(({ count, index, compiling, held, times, claims }) => ({
    forms: count,
    'compile ms': compiling.toFixed(0),
    'index MB': (index.buffer.byteLength / 1e6).toFixed(2),
    'memory MB': (held / 1e6).toFixed(2),
    'open ms': median(times.open).toFixed(2),
    'copy ms': median(times.copy).toFixed(2),
    'match MB/s': rate(characters, median(times.scan)),
    'of floor': `${(median(times.scan) / floorTime).toFixed(1)}×`,
    'of 100 forms': `${(median(times.scan) / smallest).toFixed(2)}×`,
    claims,
    'trie regex MB/s': regexRate(count, all, texts),
  })),
);
