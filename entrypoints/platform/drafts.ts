import { browser } from 'wxt/browser';

const PREFIX = 'draft.';

/** What was being written when the window closed, by the key it was kept under. */
export async function keptDrafts(): Promise<ReadonlyMap<string, unknown>> {
  const items = await browser.storage.local.get(null);
  return new Map(
    Object.entries(items).flatMap(([key, value]) =>
      key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), value] as const] : [],
    ),
  );
}

/** Keeps what is being written, on this machine only, until it is saved or given up. */
export async function keepDraft(key: string, draft: object): Promise<void> {
  await browser.storage.local.set({ [PREFIX + key]: draft });
}

export async function dropDraft(key: string): Promise<void> {
  await browser.storage.local.remove(PREFIX + key);
}
