import type { Source } from '../entry.ts';
import { isWebAddress, LIMITS } from '../format-schema.ts';
import { oneLine } from './plain-text.ts';

const ADDRESS = /https?:\/\/[^\s<>"'|\\^`{}]+/gi;
/** More addresses than this in one text are no sources but a list. */
const MOST = 20;

/**
 * The web addresses that a text names, each with the words around it as its title, or else its host.
 *
 * @param target an address that belongs to the text as a whole
 */
export function sourcesIn(text: string, target?: string): Source[] {
  const words = oneLine(text).slice(0, LIMITS.definition);
  if (target !== undefined && isWebAddress(target)) return [sourceOf(words === target ? '' : words, target)];
  const found = [...words.matchAll(ADDRESS)].slice(0, MOST).map(([url]) => withoutEnd(url));
  const around = found.length === 1 ? trimmed(words.replace(found[0] ?? '', ' ')) : '';
  return found.filter(isWebAddress).map((url) => sourceOf(around, url));
}

function sourceOf(words: string, url: string): Source {
  return { title: words.slice(0, LIMITS.line) || new URL(url).hostname || url, url };
}

/** A sentence may go on after an address: its comma or bracket is not part of it. */
function withoutEnd(url: string): string {
  const plain = url.replace(/[.,;:!?]+$/, '');
  return plain.endsWith(')') && !plain.includes('(') ? plain.slice(0, -1) : plain;
}

function trimmed(words: string): string {
  return oneLine(words).replace(/^[\s,.;:([-]+|[\s,.;:()[\]-]+$/g, '');
}
