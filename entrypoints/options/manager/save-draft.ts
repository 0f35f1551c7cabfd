import type { Entry } from '../../../glossary/entry.ts';
import { override } from '../../platform/overrides.ts';
import { changeOwnTerms, freeId, OWN } from '../../platform/own-terms.ts';
import { library } from '../library.ts';
import { type Checked, checkDraft, type Draft } from './draft.ts';

/** How saving went: saved, wrong in some field, or changed by somebody else meanwhile. */
export type Saved =
  | { readonly entry: Entry; readonly undo: () => Promise<unknown> }
  | { readonly problems: Checked['problems'] }
  /** The entry as it is stored now, as JSON. */
  | { readonly conflict: string };

/**
 * Stores a draft among the own terms, or over the shared entry that it rewords, unless what is stored is no
 * longer what was opened.
 */
export async function saveDraft(draft: Draft): Promise<Saved> {
  const [stored] = draft.id === '' ? [] : await library.entries([`${draft.shared || OWN}/${draft.id}`]);
  const { entry, problems } = checkDraft(draft);
  if (entry === undefined) return { problems };
  if (stored !== undefined && JSON.stringify(stored) !== draft.base)
    return { conflict: JSON.stringify(stored) };
  if (draft.shared !== '') return { entry, undo: await override(library, draft.shared, entry) };
  let saved = entry;
  const back = await changeOwnTerms(library, (taken) => {
    if (draft.id === '') saved = { ...entry, id: freeId(entry.term, taken, crypto.randomUUID().slice(0, 4)) };
    return { put: [saved] };
  });
  return { entry: saved, undo: () => changeOwnTerms(library, back) };
}
