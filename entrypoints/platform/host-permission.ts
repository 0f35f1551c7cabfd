import { browser } from 'wxt/browser';
import { hostPermission } from '../../glossary/subscriptions/address.ts';

/** Whether Glossator may read the host of an address. */
export function mayRead(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPermission(url)] });
}

/**
 * Asks the reader for the permission to read the host of an address; the browser puts the question. To be
 * called first thing after a click: later, browsers do not ask. It cannot be given back: content scripts are to
 * run on every page, and the browsers count what lies within that to what the extension requires.
 */
export function askToRead(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: [hostPermission(url)] });
}

/** Calls back whenever permissions were given or taken back. */
export function onPermissionChange(callback: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(callback);
  onRemoved.addListener(callback);
  signal.addEventListener('abort', () => {
    onAdded.removeListener(callback);
    onRemoved.removeListener(callback);
  });
}
