import type { Card } from '../../glossary/entry.ts';
import { make } from './make.ts';

/** A definition as plain text with everything needed to cite it. */
export function citation({ term, definition, sources, glossary, asOf }: Card): string {
  const origin = [glossary.title, asOf].filter((part) => part !== undefined && part !== '').join(', ');
  return [
    `${term}: ${definition}`,
    `(${origin})`,
    ...sources.map(({ title, url }) => `${title}: ${url}`),
  ].join('\n');
}

/** Puts text on the clipboard; false when neither way is open. `root` holds a field for a moment. */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages over http have no clipboard, and some pages forbid it: the old command still works there.
    return copyByCommand(text, root);
  }
}

function copyByCommand(text: string, root: ShadowRoot): boolean {
  const focused = root.activeElement ?? document.activeElement;
  const field = make('textarea', { class: 'unseen', readonly: '', tabindex: '-1', 'aria-hidden': 'true' });
  field.value = text;
  root.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
