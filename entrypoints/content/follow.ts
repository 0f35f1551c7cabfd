/** Calls back, at most once a frame, when what is on the screen may have moved. */
export function watchMovement(moved: () => void, signal: AbortSignal): void {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) moved();
    });
  };
  const options = { capture: true, passive: true, signal };
  addEventListener('scroll', ask, options);
  addEventListener('resize', ask, options);
  visualViewport?.addEventListener('resize', ask, options);
  visualViewport?.addEventListener('scroll', ask, options);
}
