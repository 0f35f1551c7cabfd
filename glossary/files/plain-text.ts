import { LIMITS } from '../format-schema.ts';
import { NAMED_ENTITIES } from './named-entities.ts';

/** Beyond this a text is refused for its length anyway, so it is not looked at. */
const MOST = LIMITS.definition * 8;

const TAGS =
  'a abbr acronym article aside audio b bdi bdo big blockquote body br caption center cite code col dd del details dfn div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main mark meta nav object ol p pre q rp rt ruby s samp script section small source span strike strong style sub summary sup svg table tbody td tfoot th thead time title tr tt u ul var video wbr';
const KNOWN = new Set(TAGS.split(' '));
const BLOCKS = new Set(
  'blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul'.split(' '),
);
const TAG = /<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi;
const UNSEEN = /<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi;

/**
 * Text as a person means it: tags of HTML gone, character references decoded. What merely looks like a tag
 * (`<KCNA>`) stays.
 *
 * @example toPlainText('the <b>ruling</b> party&nbsp;…') // 'the ruling party …'
 */
export function toPlainText(text: string): string {
  if (text.length > MOST || !/[<&]/.test(text)) return text;
  const bare = text.replace(UNSEEN, '').replace(TAG, (tag, name: string) => {
    const known = name.toLowerCase();
    if (!KNOWN.has(known)) return tag;
    return BLOCKS.has(known) ? '\n' : '';
  });
  return bare.replace(ENTITY, (reference, decimal?: string, hex?: string, name?: string) =>
    name === undefined
      ? character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal), reference)
      : (NAMED_ENTITIES.get(name) ?? reference),
  );
}

/** The other way: a text that `toPlainText` gives back as it is. Most texts are that already. */
export function asMarkup(text: string): string {
  return toPlainText(text) === text ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function character(code: number, reference: string): string {
  const valid = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : code === 9 || code === 10 || code === 13 ? ' ' : reference;
}

/** A term or a title: on one line, single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A definition: lines kept, the white space around them not. */
export function prose(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A definition out of XML, where a line break before indentation only serves the layout of the file. */
export function xmlProse(text: string): string {
  return prose(text.replace(/\r?\n[ \t]{2,}(?=\S)/g, ' '));
}
