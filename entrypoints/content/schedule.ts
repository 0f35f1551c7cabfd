/** Longest stretch of work in one go, in milliseconds: leaves a frame of 16 ms room for the page's own. */
export const SLICE = 6;

/** Tells when a slice of work that begins now has lasted long enough. */
export function slice(): () => boolean {
  const end = performance.now() + SLICE;
  return () => performance.now() >= end;
}

/** Lets the page go on; resolves when it is our turn again. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask?: PostTask } };
  if (scheduler?.postTask !== undefined)
    return scheduler.postTask(() => {}, { priority: 'user-visible' }) as Promise<void>;
  return new Promise((resolve) => setTimeout(resolve));
}
type PostTask = (task: () => void, options: { priority: string }) => Promise<unknown>;

/** Resolves once the document can be seen: at once, when its tab comes to the front, or when prerendering ends. */
export function shown(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const check = (): boolean => document.visibilityState === 'visible' && !isPrerendering();
    if (check()) return resolve();
    const events = new AbortController();
    const look = (): void => {
      if (!check()) return;
      events.abort();
      resolve();
    };
    const until = { signal: AbortSignal.any([signal, events.signal]) };
    document.addEventListener('visibilitychange', look, until);
    document.addEventListener('prerenderingchange', look, until);
  });
}

/** How long (ms) to wait for a frame where none may come: far below what is seen of the page. */
const NO_FRAME = 100;

/** Resolves when the page has been laid out once: before that, any question about style would do it for the page. */
export function laidOut(): Promise<void> {
  if (performance.getEntriesByType('paint').length > 0) return breathe();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, NO_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      void breathe().then(resolve);
    });
  });
}

function isPrerendering(): boolean {
  return (document as { prerendering?: boolean }).prerendering === true;
}

/** Runs work when the page has nothing else to do, at the latest after `patience` milliseconds. */
export function whenIdle(work: (enough: () => boolean) => void, patience: number): () => void {
  const id = requestIdleCallback(() => work(slice()), { timeout: patience });
  return () => cancelIdleCallback(id);
}
