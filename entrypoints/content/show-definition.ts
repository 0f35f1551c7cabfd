/**
 * Scrolls to the sentence in which the page defines an abbreviation, and selects it, so that it is seen.
 * False when the page no longer says it.
 */
export function showDefinition(sentence: string): boolean {
  const wanted = squeezed(sentence);
  if (wanted === '' || !squeezed(document.body.textContent ?? '').includes(wanted)) return false;
  const element = innermost(document.body, wanted);
  element.scrollIntoView({ block: 'center', behavior: 'auto' });
  getSelection()?.selectAllChildren(element);
  return true;
}

/** The smallest element that holds the whole text. */
function innermost(element: Element, wanted: string): Element {
  for (const child of element.children) {
    if (squeezed(child.textContent ?? '').includes(wanted)) return innermost(child, wanted);
  }
  return element;
}

/** White space is the page's affair: what counts is the words. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
