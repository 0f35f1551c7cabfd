import { shown } from './schedule.ts';

/** A frame smaller than this (CSS pixels) holds no paragraph. */
const PARAGRAPH = { width: 100, height: 30 };

/** Resolves once a document is worth reading: shown, and at least as large as a paragraph. */
export async function worthwhile(signal: AbortSignal): Promise<void> {
  await shown(signal);
  while (window !== window.top && !signal.aborted && isTiny()) await resized(signal);
}

function isTiny(): boolean {
  return innerWidth < PARAGRAPH.width || innerHeight < PARAGRAPH.height;
}

/** Frames of other processes get their first size late, and without an event. */
function resized(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect();
      removeEventListener('resize', done);
      resolve();
    };
    const observer = new ResizeObserver(() => {
      if (!isTiny()) done();
    });
    observer.observe(document.documentElement);
    addEventListener('resize', done, { once: true, signal });
  });
}
