import { annotate } from '../../../glossary/annotate.ts';
import { compile } from '../../../glossary/compile.ts';
import type { Entry } from '../../../glossary/entry.ts';

/** A sentence cut where terms begin and end. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** What an entry would do in a text, were it the only one. */
export interface Trial {
  readonly pieces: readonly Piece[];
  /** Forms that stand in the text and are not marked for want of evidence, each once. */
  readonly heldBack: readonly string[];
}

/**
 * Tries an entry in a text.
 *
 * @example tryEntry(wpk, 'The WPK met.').pieces // [{ text: 'The ' …}, { text: 'WPK', marked: true }, …]
 */
export function tryEntry(entry: Entry, text: string): Trial {
  const glossary = { format: 1, id: 'own', title: 'own', version: '1', language: 'en', context: [] } as const;
  const index = compile([{ ...glossary, entries: [entry] }]);
  const page = { url: 'https://example.com/', title: '', passages: [text] };
  const { spans, decisions = [] } = annotate(index, page, {
    explain: true,
    pageTerms: false,
    silentWhereExplained: false,
  });
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  const heldBack = new Set(decisions.filter(({ marked }) => !marked).map(({ form }) => form));
  return { pieces, heldBack: [...heldBack] };
}
