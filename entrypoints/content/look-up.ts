import type { callBackground } from '../platform/calls.ts';
import type { SearchHit } from '../platform/messages.ts';
import { complaint } from './card-acts.ts';
import { readSelection } from './selection.ts';
import type { Spot } from './shown-card.ts';
import type { Topic } from './topic.ts';

/** Near matches that are worth reading. */
const MOST_HITS = 6;

/** What is known about the selection, or about `text` where the selection stands. */
export async function lookUpSelection(text: string | undefined, call: typeof callBackground): Promise<Spot> {
  const { text: selected, sentence, anchor } = readSelection();
  const query = text?.trim() || selected;
  const spot = (topic: Topic): Spot => ({ topic, anchor, found: undefined });
  const unknown = (hits: readonly SearchHit[], trouble?: string) =>
    spot({ refs: [], marked: false, hits, unknown: { query, sentence, trouble } });
  if (query === '') return unknown([]);
  try {
    const hits = await call('search', { query, limit: MOST_HITS });
    const refs = hits.filter(({ exact }) => exact).map(({ card }) => card.ref);
    return refs.length > 0 ? spot({ refs, marked: false, hits }) : unknown(hits);
  } catch (error) {
    return unknown([], complaint(error));
  }
}
