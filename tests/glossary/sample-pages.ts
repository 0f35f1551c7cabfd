import { readdirSync, readFileSync } from 'node:fs';
import { type Annotated, type AnnotateOptions, annotate } from '../../glossary/annotate.ts';
import { compile, type Index } from '../../glossary/compile.ts';
import { parseGlossary } from '../../glossary/format.ts';
import { readPacks } from '../packs/read-packs.ts';
import { readPage } from './page-text.ts';

const PAGES = new URL('../pages/', import.meta.url);

/** A sample page as the glossary is asked about it. */
export interface SamplePage {
  readonly url: string;
  readonly title: string;
  readonly lang?: string;
  readonly passages: readonly string[];
  readonly langs: readonly (string | undefined)[];
}

/** A term as it was marked on a page. */
export interface Marked {
  readonly text: string;
  readonly entry: string;
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch of one passage. */
export type Place = Pick<Marked, 'passage' | 'start' | 'end'>;

/** The built-in glossaries in the order in which they are shipped. */
export function builtIn(): Index {
  return compile(readPacks().map(({ json }) => parseGlossary(json)));
}

/** Names of the pages in a folder of `tests/pages`, without `.html`. */
export function pagesIn(folder: string): string[] {
  const names = readdirSync(new URL(folder, PAGES)).filter((name) => name.endsWith('.html'));
  return names.map((name) => name.slice(0, -'.html'.length)).toSorted();
}

/** A JSON file of `tests/pages`. */
export function readTable<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, PAGES), 'utf8')) as T;
}

/** A page of `tests/pages`; its address says nothing about its subject. */
export function samplePage(path: string): SamplePage {
  const { lang, ...page } = readPage(readFileSync(new URL(path, PAGES), 'utf8'));
  return { url: 'https://example.com/', ...page, ...(lang === undefined ? {} : { lang }) };
}

/** What is marked on a page, with its words. */
export function markedOn(index: Index, page: SamplePage, options?: AnnotateOptions): Marked[] {
  return annotate(index, page, options).spans.map(({ passage, start, end, entry }) => {
    return { text: page.passages[passage]?.slice(start, end) ?? '', entry, passage, start, end };
  });
}

/** Why the forms on a page were marked or not, a line each, for the message of a failing test. */
export function reasonsOn(index: Index, page: SamplePage, form: string): string {
  const { decisions = [] }: Annotated = annotate(index, page, { explain: true });
  const asked = decisions.filter((decision) => decision.form.toLowerCase().includes(form.toLowerCase()));
  const lines = asked.map(({ marked, form: written, entry, sum, reasons }) => {
    const why = reasons.slice(0, 6).map(({ text, where, worth }) => `${text} (${where} ${worth.toFixed(1)})`);
    return `${marked ? '+' : '-'} ${written} ${entry} ${sum.toFixed(1)}: ${why.join(', ')}`;
  });
  return lines.join('\n');
}

/** Particles are written onto Hangul words. */
const NO_WORD_GOES_ON = '(?!(?!\\p{Script=Hangul})[\\p{L}\\p{N}])';

/** Every place where a text stands by itself on a page. */
export function placesOf({ passages }: Pick<SamplePage, 'passages'>, text: string): Place[] {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isAcronym = text === text.toUpperCase();
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal}${NO_WORD_GOES_ON}`, isAcronym ? 'gu' : 'giu');
  return passages.flatMap((words, passage) =>
    [...words.matchAll(pattern)].map(({ index: start, 0: { length } }) => ({
      passage,
      start,
      end: start + length,
    })),
  );
}

/** Whether a marked term covers any of a place. */
export function touches(term: Place, place: Place): boolean {
  return term.passage === place.passage && term.start < place.end && term.end > place.start;
}
