import { FirstText } from './blank.ts';
import { shown } from './schedule.ts';

/** A frame smaller than this (CSS pixels) holds no paragraph. */
const PARAGRAPH = { width: 100, height: 30 };

/**
 * Resolves once a document is worth asking about: shown, and, if it is a frame, as large as a paragraph and with
 * something in it. Most frames are counters and advertisements, and never are. True if the page had to fill it first.
 */
export async function worthwhile(signal: AbortSignal): Promise<boolean> {
  await shown(signal);
  if (window === window.top) return false;
  while (!signal.aborted && isTiny()) await resized(signal);
  return filled(signal);
}

/** A field alone is something: what is typed in it may be a secret of the whole page. */
function filled(signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      const hasField = document.getElementsByTagName('input').length > 0;
      if (signal.aborted || hasField || !text.isAwaited()) resolve(text.stop());
    };
    const text = new FirstText(look);
    signal.addEventListener('abort', look);
    look();
  });
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
