import type { Remark, Tally } from '../platform/messages.ts';
import type { RestReason } from './rest.ts';
import type { ReadTerms } from './terms-on-page.ts';

/** What a frame shows, counted by entry; without `terms`, none. */
export function tallyOf(
  remarks: readonly Remark[],
  resting: RestReason | undefined,
  terms?: ReadTerms,
): Tally {
  const counted = [...(terms?.counts() ?? [])].map(([ref, count]) => {
    const card = terms?.card(ref);
    return { ref, term: card?.term ?? ref, glossary: card?.glossary.title ?? '', count };
  });
  return { terms: counted, remarks, ...(resting && { resting }) };
}
