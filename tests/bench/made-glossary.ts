import type { Glossary } from '../../glossary/entry.ts';
import { parseGlossary } from '../../glossary/format.ts';

const SYLLABLES =
  'ka to min ger so val ren dis pro con ter an el is or um bra tic sta ne la vi ster ful den par'.split(' ');
const COMMON =
  'the of a and in to that for is on by with as it was from international agency which countries'.split(' ');

/** Numbers that look random and are always the same. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

/** A glossary of made-up terms of one to four words, each with an acronym or a variant, and a definition. */
export function madeGlossary(entries: number): Glossary {
  const source = numbers(7);
  const next = (below: number) => source.next().value % below;
  const word = () => Array.from({ length: 2 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join('');
  const vocabulary = Array.from({ length: 40_000 }, word);
  const oneOf = (list: readonly string[]) => list[next(list.length)] ?? '';
  // Squared, so that some words are far more frequent than others, as in a language.
  const skewed = () => vocabulary[Math.floor((next(10_000) / 10_000) ** 2 * vocabulary.length)] ?? '';
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return parseGlossary({
    format: 1,
    id: 'made',
    title: 'Made up',
    entries: Array.from({ length: entries }, (_, at) => {
      const words = Array.from({ length: 1 + next(4) }, skewed).map(capital);
      const sentence = Array.from({ length: 35 }, () => (next(2) === 0 ? oneOf(COMMON) : skewed()));
      return {
        id: `e${at}`,
        term: words.join(' '),
        forms: [
          words.length > 1
            ? words.map((one) => one.slice(0, 2).toUpperCase()).join('')
            : `${words[0]} ${capital(skewed())}`,
        ],
        definition: `${capital(sentence.join(' '))}.`,
      };
    }),
  });
}
