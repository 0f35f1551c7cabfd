/** News-like prose and glossaries to measure with: made up, and the same in every run. */
import type { Glossary } from '../../glossary/entry.ts';

const SYLLABLES =
  'ba be bo cal con dar de den dor el en er fal fi for gan ge ha hin in jo kal ken la len lo ma men mi mor na ne nor o pa per pol qua ra ren ri sa sel si sta ta ten ti tor u va ven vi wa wil xe yo za'.split(
    ' ',
  );
const CAPITALS = Array.from('ABCDEFGHIKLMNOPRSTUVWXZ');
const LITTLE_WORDS =
  'the of and to in a is that for it on was with as by at from his an were are which this be had has or he not who but'.split(
    ' ',
  );
/** About half of the words of English prose are its thirty commonest. */
const LITTLE_SHARE = 0.45;
/** Share of words in the prose that begin a form of the smallest glossary. */
const PLANTED_SHARE = 0.015;
const WORDS_IN_SENTENCE = 18;
const SENTENCES_IN_PARAGRAPH = 5;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(list: readonly T[], random: () => number, fallback: T): T {
  return list[Math.floor(random() * list.length)] ?? fallback;
}

function word(random: () => number): string {
  let made = '';
  for (let left = 2 + Math.floor(random() * 3); left > 0; left--) made += pick(SYLLABLES, random, 'ta');
  return made;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function acronym(random: () => number): string {
  return Array.from({ length: 3 + Math.floor(random() * 3) }, () => pick(CAPITALS, random, 'K')).join('');
}

/** The words of the prose, commonest first. */
export function vocabulary(size: number): string[] {
  const random = randomFrom(7);
  const words = new Set<string>();
  while (words.size < size) words.add(word(random));
  return [...words];
}

/**
 * Forms of one to four words, an eighth of them acronyms. Half of their words are of the prose, from the
 * rarer half: so a few in a hundred words of the prose begin a form, as names do in news.
 */
export function forms(count: number, words: readonly string[]): string[] {
  const random = randomFrom(11);
  const rare = words.slice(words.length / 2);
  const made = new Set<string>();
  while (made.size < count) {
    const length = 1 + Math.floor(random() * 4);
    const parts = Array.from({ length }, () => (random() < 0.5 ? pick(rare, random, 'kora') : word(random)));
    if (length === 1 && random() < 0.5) made.add(acronym(random));
    else made.add(length === 1 ? capitalized(word(random) + word(random)) : parts.map(capitalized).join(' '));
  }
  return [...made];
}

/** A glossary with one entry for each form. */
export function glossaryOf(texts: readonly string[]): Glossary {
  const entries = texts.map((text, number) => ({
    id: `entry-${number}`,
    term: text,
    forms: [
      { text, case: /[a-z]/.test(text) ? ('fold' as const) : ('exact' as const), when: 'always' as const },
    ],
    native: [],
    definition: 'What it means.',
    context: [],
    not: [],
    related: [],
    sources: [],
  }));
  return { format: 1, id: 'bench', title: 'Bench', version: '1', language: 'en', context: [], entries };
}

/** Paragraphs of prose, together about so many characters, in which the planted forms stand here and there. */
export function paragraphs(
  characters: number,
  words: readonly string[],
  planted: readonly string[],
): string[] {
  const random = randomFrom(13);
  const made: string[] = [];
  for (let total = 0; total < characters; total += made.at(-1)?.length ?? characters) {
    const sentences = Array.from({ length: SENTENCES_IN_PARAGRAPH }, () => sentence(random, words, planted));
    made.push(sentences.join(' '));
  }
  return made;
}

function sentence(random: () => number, words: readonly string[], planted: readonly string[]): string {
  const parts = Array.from({ length: WORDS_IN_SENTENCE }, () => {
    if (random() < PLANTED_SHARE) return pick(planted, random, 'Kora');
    if (random() < LITTLE_SHARE) return pick(LITTLE_WORDS, random, 'the');
    // The word of rank n stands as often as 1/n (Zipf).
    const common = words[Math.floor(words.length ** random()) - 1] ?? 'kora';
    const ending = random() < 0.1 ? 's' : random() < 0.02 ? '’s' : random() < 0.06 ? ',' : '';
    return (random() < 0.1 ? capitalized(common) : common) + ending;
  });
  return `${capitalized(parts.join(' '))}.`;
}
