document.querySelector('input')?.focus();

/** Longer (ms) than a browser takes from the popup's document to its first frame, which a page in the background has not. */
const UNSEEN = 300;

// The browser shows the popup once its document has loaded, and what is imported from here it does not wait for.
// Nor does the first frame: the reader sees the search field, and can type, before the rest starts beside it. Until
// then the popup is hidden, so being hidden says nothing. That the rest could not be loaded the browser tells by itself.
let started = false;
function start(): void {
  if (started) return;
  started = true;
  void import('./start.tsx').then((popup) => popup.start());
}
requestAnimationFrame(() => setTimeout(start));
setTimeout(start, UNSEEN);
