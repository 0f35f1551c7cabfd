import { type AnnotateOptions, annotate, type Page } from '../../glossary/annotate.ts';
import { compile, type Index } from '../../glossary/compile.ts';
import { parseGlossary } from '../../glossary/format.ts';

/** An index of glossaries as files write them, with the parts that do not matter here filled in. */
export function indexOf(...glossaries: readonly Record<string, unknown>[]): Index {
  return compile(
    glossaries.map((glossary, number) =>
      parseGlossary({ format: 1, id: `g${number || ''}`, title: 'T', entries: [], ...glossary }),
    ),
  );
}

export function entry(id: string, term: string, rest: Record<string, unknown> = {}): Record<string, unknown> {
  return { id, term, definition: 'What it means.', ...rest };
}

/** An ambiguous form. */
export function maybe(text: string): Record<string, string> {
  return { text, when: 'context' };
}

/** What is marked on a page, as `entry:words`. */
export function marksOf(index: Index, page: Partial<Page>, options: AnnotateOptions = {}): string[] {
  const whole = { url: 'https://example.com/', title: '', passages: [], ...page };
  return annotate(index, whole, options).spans.map(
    ({ passage, start, end, entry }) => `${entry}:${whole.passages[passage]?.slice(start, end)}`,
  );
}
