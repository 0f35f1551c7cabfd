import type { Glossary } from '../../../glossary/entry.ts';
import { rebased } from '../../../glossary/subscriptions/overrides.ts';
import { announceShelfChange } from '../changes.ts';
import { dropDraft, keepDraft, keptDrafts } from '../drafts.ts';
import type { Library } from '../library.ts';
import { changeOwnTerms, keepOwnTerms, OWN } from '../own-terms.ts';
import { replaceSettings } from '../settings-file.ts';
import { withSubscriptions } from '../subscription-store.ts';
import type { Backup, SavedSubscription } from './backup.ts';

type Undo = () => Promise<unknown>;

/**
 * Puts back what a backup holds: own terms and glossaries as they are in it, beside everything that has come
 * since; settings in place of the present ones. What goes wrong takes everything back. Returns what does so later.
 */
export async function restoreBackup(library: Library, backup: Backup): Promise<() => Promise<void>> {
  const done: Undo[] = [];
  const takeBack = async () => {
    for (const undo of done.splice(0).reverse()) await undo();
    await announceShelfChange();
  };
  try {
    if (backup.own !== undefined) done.push(await restoreOwn(library, backup.own));
    for (const glossary of backup.files) done.push(await restoreFile(library, glossary));
    for (const one of backup.subscriptions) done.push(await restoreSubscription(library, one));
    for (const [key, draft] of Object.entries(backup.drafts)) done.push(await restoreDraft(key, draft));
    done.push(await replaceSettings(backup.settings));
  } catch (error) {
    await takeBack();
    throw error;
  }
  await announceShelfChange();
  return takeBack;
}

async function restoreOwn(library: Library, { entries }: Glossary): Promise<Undo> {
  const hadSome = (await library.shelf()).some(({ id }) => id === OWN);
  await keepOwnTerms(library);
  const back = await changeOwnTerms(library, { put: entries });
  return async () => {
    await changeOwnTerms(library, back);
    const left = (await library.shelf()).find(({ id }) => id === OWN)?.count;
    if (!hadSome && left === 0) await library.remove(OWN);
  };
}

async function restoreFile(library: Library, glossary: Glossary): Promise<Undo> {
  const shelf = await library.shelf();
  const there = shelf.find(({ id }) => id === glossary.id);
  const taken = new Set(shelf.map(({ id }) => id));
  let { id } = glossary;
  // What came from elsewhere is never replaced by a file.
  if (there !== undefined && there.origin !== 'file')
    for (let number = 2; taken.has(id); number++) id = `${glossary.id.slice(0, 120)}-${number}`;
  const before = await library.glossary(id);
  await library.put({ ...glossary, id }, 'file');
  return () => (before === undefined ? library.remove(id) : library.put(before, 'file'));
}

/** One that is there already stays as it is: it is at least as new. */
function restoreSubscription(library: Library, saved: SavedSubscription): Promise<Undo> {
  const { url, glossary, overrides } = saved;
  return withSubscriptions(library, async (store) => {
    if ((await store.get(url)) !== undefined) return async () => undefined;
    const id = glossary === undefined ? undefined : await store.freeId(glossary.id);
    const subscription = {
      url,
      managed: false,
      ...(id !== undefined && { glossary: id }),
      failures: 0,
      // Due at once: the file may be old.
      next: 0,
      rolledBack: false,
      turn: 1,
    };
    await store.put(subscription);
    if (glossary !== undefined && id !== undefined) {
      const published = { ...glossary, id };
      await store.write({ published, overrides: rebased(overrides, published) });
    }
    return () => withSubscriptions(library, (again) => again.remove(subscription));
  });
}

async function restoreDraft(key: string, draft: unknown): Promise<Undo> {
  if (typeof draft !== 'object' || draft === null || (await keptDrafts()).has(key))
    return async () => undefined;
  await keepDraft(key, draft);
  return () => dropDraft(key);
}
