document.querySelector('input')?.focus();
// The browser shows the popup once its document has loaded, and what is imported from here it does not wait for.
// Nor does the first frame: the reader sees the search field, and can type, before the rest starts beside it. That the
// rest could not be loaded the browser tells by itself.
const start = () => void import('./start.tsx');
// A page that nobody sees has no frames.
if (document.hidden) start();
else requestAnimationFrame(() => setTimeout(start));
