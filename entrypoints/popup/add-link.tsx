import type { SearchHit } from '../platform/messages.ts';
import { hashOfRequest } from '../platform/term-request.ts';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

/** Opens the form for a new term: what was looked for, with the page that is in front as its source. */
export function AddLink({ query, page }: { readonly query: string; readonly page: string | undefined }) {
  const term = query.trim();
  const hash = hashOfRequest({ add: { term, ...(page !== undefined && { url: page }) } });
  return (
    <a class="button add" href={`/options.html${hash}`} target="_blank" rel="noreferrer">
      <Icon name="add" />
      <span>{words.add(term)}</span>
    </a>
  );
}

const sameWords = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });

/** Whether the glossaries have a term that is written like the query: then nobody looks for a way to add it. */
export function isKnown(query: string, hits: readonly SearchHit[]): boolean {
  return hits.some(({ card, form }) =>
    [card.term, form ?? card.term].some((name) => sameWords.compare(name, query.trim()) === 0),
  );
}
