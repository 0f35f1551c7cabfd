import { browser } from 'wxt/browser';
import type { Items } from '../../glossary/sync/items.ts';

/** The part of `storage.sync` that is needed to keep terms there. */
export interface SyncArea {
  /** Everything in it, also what is not ours. */
  get(): Promise<Items>;
  /** @throws Error of the browser, where there is no room or there were too many writes. */
  set(items: Items): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** Bytes that both browsers keep for an extension. */
export const QUOTA = 102_400;

/** The browser's own. */
export const syncArea: SyncArea = {
  get: () => browser.storage.sync.get(null),
  set: (items) => browser.storage.sync.set({ ...items }),
  remove: (keys) => browser.storage.sync.remove([...keys]),
};

/** Whether the browser refused to store something because it would be too much in all. */
export function isFull(error: unknown): boolean {
  const said = String(error);
  return (
    /QUOTA_BYTES|kQuotaBytes|MAX_ITEMS|kMaxItems|QuotaExceeded|exceeded its quota/i.test(said) &&
    !isTooOften(error)
  );
}

/** Whether the browser refused because there were too many writes of late. */
export function isTooOften(error: unknown): boolean {
  return /MAX_(SUSTAINED_)?WRITE/i.test(String(error));
}
