let css = '';
let shared: CSSStyleSheet | undefined;

/** Sets the look of cards. It comes with the visit: in the script, every document would have to read it. */
export function setCardStyle(text: string): void {
  if (text === css) return;
  css = text;
  shared = undefined;
}

/**
 * Gives a shadow root the look of a card, also where the page's Content Security Policy allows no
 * styles at all.
 */
export function styleCard(root: ShadowRoot): void {
  try {
    root.adoptedStyleSheets = [prepareStyle()];
  } catch {
    // Firefox refuses the list to content scripts (bug 1751346), but takes a style element of theirs
    // whatever the page's policy is; Chromium does not, but takes the list.
    const style = document.createElementNS('http://www.w3.org/1999/xhtml', 'style');
    style.textContent = css;
    root.append(style);
  }
}

/** Parses the styles, once for a page, before they are needed. */
export function prepareStyle(): CSSStyleSheet {
  if (shared === undefined) {
    shared = new CSSStyleSheet();
    shared.replaceSync(css);
  }
  return shared;
}
