import * as v from 'valibot';
import { rawEntry } from '../format-schema.ts';
import { hashOf } from '../hash.ts';

/** Characters of a term that its id keeps. */
const LONGEST = 80;

/** Whether a text can be the id of an entry. */
export function isId(text: string): boolean {
  return v.is(rawEntry.entries.id, text);
}

function shortHash(text: string): string {
  return hashOf(text).toString(36).padStart(7, '0').slice(-7);
}

/**
 * An id made from a term: the same in every import.
 *
 * @example slugOf("Workers' Party of Korea") // 'workers-party-of-korea'
 */
export function slugOf(term: string): string {
  const plain = (isAscii(term) ? term : withoutMarks(term)).toLowerCase().replace(/['’]/g, '');
  const slug = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const short = slug.length <= LONGEST ? slug : [...slug].slice(0, LONGEST).join('').replace(/-$/, '');
  return isId(short) ? short : `term-${shortHash(term)}`;
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}

function withoutMarks(text: string): string {
  const latin = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  return latin.normalize('NFC').replace(/\p{M}/gu, '');
}

/** The id that an id of a file becomes: itself where valid. A relation to it becomes the same. */
export function idFromFile(id: string): string {
  const trimmed = id.trim();
  // XML wants an id to begin with a letter, so writers put an underscore before a number.
  const plain = trimmed.replace(/^_(?=\p{N})/u, '');
  return isId(plain) ? plain : `${slugOf(trimmed)}-${shortHash(trimmed)}`;
}

/** Hands out each id once. */
export class IdBook {
  private readonly taken = new Set<string>();

  /** The wanted id, or where it is taken the same with a hash of what sets its entry apart. */
  claim(wanted: string, apart: string): string {
    let id = wanted;
    for (let again = 0; this.taken.has(id); again++) {
      id = `${wanted.slice(0, LONGEST)}-${shortHash(again === 0 ? apart : `${again} ${apart}`)}`;
    }
    this.taken.add(id);
    return id;
  }
}
