import { browser } from 'wxt/browser';

/** Milliseconds; browsers stop a background that has called nothing for thirty seconds. */
const PULSE = 20_000;

/** Keeps the background awake while it works: a slow server may take as long as the browser's patience. */
export async function staysAwake<T>(work: () => Promise<T>): Promise<T> {
  const pulse = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE);
  try {
    return await work();
  } finally {
    clearInterval(pulse);
  }
}
