document.querySelector('input')?.focus();
// The browser shows the popup once its document has loaded. What is imported from here it does not wait for: the
// reader sees the search field, and can type, while the rest starts. This file imports nothing else, since each
// file more is later on the screen; that one could not be loaded the browser tells by itself.
void import('./start.tsx');
