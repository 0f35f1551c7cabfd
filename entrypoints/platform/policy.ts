import { browser } from 'wxt/browser';
import { NO_POLICY, type PolicyReading, readPolicy } from './policy-reading.ts';

let kept: Promise<PolicyReading> | undefined;

/** What an organisation has laid down, as `storage.managed` has it; nothing where there is no organisation. */
export function policyReading(): Promise<PolicyReading> {
  kept ??= read().catch((error) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

async function read(): Promise<PolicyReading> {
  browser.storage.onChanged.addListener(forget);
  try {
    return readPolicy(await browser.storage.managed.get(null));
  } catch (error) {
    // Firefox says so where there is no policy at all.
    const text = error instanceof Error ? error.message : String(error);
    if (/manifest not found/i.test(text)) return { policy: NO_POLICY, complaints: [] };
    return { policy: NO_POLICY, complaints: [`The browser does not hand it over: ${text}`] };
  }
}

function forget(_changes: unknown, area: string): void {
  if (area === 'managed') kept = undefined;
}

/** Calls back after an organisation has changed its mind. Firefox tells only with its next start. */
export function onPolicyChange(callback: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area !== 'managed') return;
    kept = undefined;
    callback();
  });
}
