import { wordsOf } from './prose.ts';

/**
 * How easily an English text reads: 100 is a child's book, 60 plain English, 30 an academic paper.
 * Flesch, "A new readability yardstick" (1948); syllables are estimated from vowel groups.
 */
export function readingEase(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const sentences = Math.max(1, text.match(/[.!?](?=\s+\p{Lu}|["”’)]*$)/gu)?.length ?? 0);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.835 - (1.015 * words.length) / sentences - (84.6 * syllables) / words.length;
}

/** Syllables of an English word, estimated; an acronym or a number is read as one. */
export function syllablesOf(word: string): number {
  const letters = word.replace(/['’]s$/u, '').replace(/[^\p{L}]/gu, '');
  if (letters === '' || letters === letters.toUpperCase()) return 1;
  const spoken = letters.toLowerCase().replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/u, '');
  return Math.max(1, spoken.match(/[aeiouyàâäéèêëîïôöûü]+/gu)?.length ?? 0);
}
