/** What runs in the page of `rivals.ts`: each way of finding forms, prepared once and run over one article. */
import { compile } from '../../glossary/compile.ts';
import { scan } from '../../glossary/match.ts';
import { forms, glossaryOf, paragraphs, vocabulary } from './prose.ts';
import { trieRegex } from './trie-regex.ts';

/** What mark.js leaves at `globalThis`. */
declare const Mark: new (element: Element) => { mark(terms: readonly string[], options: object): void };

export const WAYS = ['floor', 'glossator', 'trie regex', 'mark.js'] as const;
export type Way = (typeof WAYS)[number];

/** Times in milliseconds; `run` is for one pass over the article. */
export interface Measured {
  readonly prepare: number;
  readonly run: number;
  readonly found: number;
  readonly characters: number;
  readonly indexBytes: number;
}

/** Characters of an article of about a thousand words. */
const ARTICLE = 6_500;
const PLANTED = 100;
/** Passes are repeated for so long, so that the clock of the page is fine enough. */
const LEAST_TIME = 300;

/** A pass over the article that gives the number of forms found. */
type Pass = () => number;

interface Prepared {
  readonly pass: Pass;
  readonly indexBytes?: number;
}

const PREPARE: Readonly<Record<Way, (terms: readonly string[], texts: readonly string[]) => Prepared>> = {
  floor: (_, texts) => ({
    pass: () => {
      let sum = 0;
      for (const text of texts)
        for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
      return sum === 0 ? 1 : 0;
    },
  }),
  glossator: (terms, texts) => {
    const index = compile([glossaryOf(terms)]);
    const pass = () => {
      let found = 0;
      for (const text of texts) scan(index, text, () => found++);
      return found;
    };
    return { pass, indexBytes: index.buffer.byteLength };
  },
  'trie regex': (terms, texts) => {
    const regex = trieRegex(terms);
    return { pass: () => texts.reduce((found, text) => found + [...text.matchAll(regex)].length, 0) };
  },
  'mark.js': (terms, texts) => ({ pass: () => markAll(terms, texts) }),
};

/** Marks a fresh copy of the article; what it costs to make the copy is next to nothing. */
function markAll(terms: readonly string[], texts: readonly string[]): number {
  const article = document.createElement('article');
  for (const text of texts) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    article.append(paragraph);
  }
  document.body.replaceChildren(article);
  new Mark(article).mark(terms, { separateWordSearch: false, accuracy: 'exactly' });
  return article.querySelectorAll('mark').length;
}

const words = vocabulary(20_000);

function measure(way: Way, count: number): Measured {
  const all = forms(Math.max(count, PLANTED), words);
  const texts = paragraphs(ARTICLE, words, all.slice(0, PLANTED));
  const began = performance.now();
  const prepared = PREPARE[way](all.slice(0, count), texts);
  const prepare = performance.now() - began;
  const { pass, indexBytes = 0 } = prepared;
  // Kept, so that its memory can be measured afterwards.
  Object.assign(globalThis, { prepared });
  const found = pass();
  let passes = 0;
  const start = performance.now();
  while (performance.now() - start < LEAST_TIME) {
    pass();
    passes++;
  }
  const run = (performance.now() - start) / passes;
  const characters = texts.reduce((total, text) => total + text.length, 0);
  return { prepare, run, found, characters, indexBytes };
}

Object.assign(globalThis, { measure });
