import { browser } from 'wxt/browser';

/** Written to `storage.local` when a glossary came, went or changed. */
const SHELF_CHANGE = 'shelf-change';

/** Tells every open page and window that the glossaries have changed. */
export async function announceShelfChange(): Promise<void> {
  await browser.storage.local.set({ [SHELF_CHANGE]: Date.now() });
}

/** Written to `storage.local` when a look at a subscription came to an end, also without news. */
const SUBSCRIPTION_CHANGE = 'subscription-change';

export async function announceSubscriptionChange(): Promise<void> {
  await browser.storage.local.set({ [SUBSCRIPTION_CHANGE]: Date.now() });
}

/** Calls back after anything happened to a subscription. */
export function onSubscriptionChange(callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (SUBSCRIPTION_CHANGE in changes || SHELF_CHANGE in changes)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Calls back after glossaries came, went, changed, or were put in another order. Never stops. */
export function onShelfChange(callback: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const moved = area === 'sync' && Object.keys(changes).some((key) => /^(shelf|settings)(\.|$)/.test(key));
    if (moved || area === 'managed' || (area === 'local' && SHELF_CHANGE in changes)) callback();
  });
}

/** Calls back after the reader said something anywhere: a setting, a rule, a choice, a glossary. */
export function onReaderWord(callback: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    // Own terms on their way to other machines change nothing here.
    const said = area === 'sync' && Object.keys(changes).some((key) => !key.startsWith('own.'));
    if (said || area === 'managed' || (area === 'local' && SHELF_CHANGE in changes)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
