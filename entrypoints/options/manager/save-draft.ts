import type { Entry } from '../../../glossary/entry.ts';
import { changeOwnTerms, freeId, OWN, type OwnChange } from '../../platform/own-terms.ts';
import { library } from '../library.ts';
import { type Checked, checkDraft, type Draft } from './draft.ts';

/** How saving went: saved, wrong in some field, or changed by somebody else meanwhile. */
export type Saved =
  | { readonly entry: Entry; readonly undo: OwnChange }
  | { readonly problems: Checked['problems'] }
  /** The entry as it is stored now, as JSON. */
  | { readonly conflict: string };

/** Stores a draft among the own terms, unless the stored term is no longer the one that was opened. */
export async function saveDraft(draft: Draft): Promise<Saved> {
  const [stored] = draft.id === '' ? [] : await library.entries([`${OWN}/${draft.id}`]);
  const { entry, problems } = checkDraft(draft, stored);
  if (entry === undefined) return { problems };
  if (stored !== undefined && JSON.stringify(stored) !== draft.base)
    return { conflict: JSON.stringify(stored) };
  let saved = entry;
  const undo = await changeOwnTerms(library, (taken) => {
    if (draft.id === '') saved = { ...entry, id: freeId(entry.term, taken, crypto.randomUUID().slice(0, 4)) };
    return { put: [saved] };
  });
  return { entry: saved, undo };
}
