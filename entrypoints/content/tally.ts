import type { EntryRef } from '../../glossary/entry.ts';
import type { Tally } from '../platform/messages.ts';
import type { Resting } from './rest.ts';
import type { ReadTerms } from './terms-on-page.ts';

/** What a frame shows, counted by entry; without `terms`, none. */
export function tallyOf(remarks: readonly string[], resting: Resting | undefined, terms?: ReadTerms): Tally {
  const counts = new Map<EntryRef, number>();
  for (const { meaning } of terms?.counted() ?? [])
    counts.set(meaning.entry, (counts.get(meaning.entry) ?? 0) + 1);
  const counted = [...counts].map(([ref, count]) => {
    const card = terms?.card(ref);
    return { ref, term: card?.term ?? ref, glossary: card?.glossary.title ?? '', count };
  });
  return { terms: counted, remarks, ...(resting && { resting }) };
}
