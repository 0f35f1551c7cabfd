import type { Page } from 'puppeteer-core';
import type { Ground } from './ground.ts';

/** Puts a frame into a page, and waits until it has loaded. */
export async function addFrame(tab: Page, address: string): Promise<void> {
  await tab.evaluate(async (src) => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { src, width: 500, height: 200 });
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
  }, address);
}

/** Waits until so many frames have told that they rest for a reason. */
export async function untilResting(ground: Ground, reason: string, count: number): Promise<void> {
  const own = await ground.ownPage('popup.html');
  await own.waitForFunction(
    async (why, least) => {
      const { storage } = (globalThis as unknown as { chrome: SessionApi }).chrome;
      const all = Object.values(await storage.session.get(null)).flatMap((frames) => Object.values(frames));
      return all.filter(({ resting }) => resting === why).length >= least;
    },
    { polling: 100 },
    reason,
    count,
  );
  await own.close();
}

/** What the frames of all tabs have told. */
interface SessionApi {
  readonly storage: {
    readonly session: {
      get(all: null): Promise<Record<string, Record<string, { readonly resting?: string }>>>;
    };
  };
}
