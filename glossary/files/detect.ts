import { Decoding } from './decoding.ts';
import { guessDelimiter } from './delimiter.ts';
import { readPreamble } from './preamble.ts';
import type { FileFormat } from './reading.ts';

/** Bytes that are looked at; more does no harm. */
export const ENOUGH_TO_DETECT = 64 * 1024;

/** What a file seems to be. */
export interface Detection {
  /** Absent where it cannot be read. */
  readonly format?: FileFormat;
  /** In words, for the person who chose it: "an Excel workbook; save it as CSV". */
  readonly found: string;
}

const NAMES: Readonly<Record<FileFormat, string>> = {
  json: 'a glossary in JSON',
  csv: 'a table (CSV)',
  tsv: 'a table (TSV)',
  tbx: 'a term base (TBX)',
  turtle: 'a thesaurus (SKOS, Turtle)',
  'rdf-xml': 'a thesaurus (SKOS, RDF/XML)',
  yomitan: 'a Yomitan dictionary',
};
const XML_ROOTS: Readonly<Record<string, FileFormat | string>> = {
  tbx: 'tbx',
  martif: 'tbx',
  RDF: 'rdf-xml',
  html: 'a web page',
  svg: 'a picture (SVG)',
  tmx: 'a translation memory (TMX)',
  xliff: 'a translation file (XLIFF)',
};

/**
 * Which format a file is in: by what its first bytes say, and by its name where they say nothing.
 *
 * @example detectFormat('terms.tbx', bytes.subarray(0, ENOUGH_TO_DETECT)).format // 'tbx'
 */
export function detectFormat(name: string, head: Uint8Array): Detection {
  if (head.length === 0) return { found: 'an empty file' };
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (startsWith(head, 'PK\x03\x04')) return packed(head);
  if (startsWith(head, 'PK\x05\x06')) return { found: 'an empty zip' };
  if (startsWith(head, '%PDF')) return { found: 'a PDF document' };
  if (startsWith(head, '\xd0\xcf\x11\xe0')) return { found: 'an old Office file; save it as CSV' };
  if (startsWith(head, '\x1f\x8b')) return { found: 'a gzip file; unpack it first' };
  const text = textOf(head);
  return hasControls(text) ? { found: 'no text' } : byText(text, extension);
}

function byText(text: string, extension: string): Detection {
  const start = text.trimStart();
  if (start === '') return { found: 'an empty file' };
  if (isTurtle(start) || (['ttl', 'nt'].includes(extension) && !start.startsWith('<?')))
    return named('turtle');
  if (start.startsWith('<')) return byRoot(start);
  if (/^[[{]/.test(start))
    return /"@(context|graph)"/.test(start) ? { found: 'JSON-LD; save it as Turtle' } : named('json');
  if (['tsv', 'tab'].includes(extension)) return named('tsv');
  const { delimiter, rest } = readPreamble(text.replace(/\r\n?/g, '\n'));
  return named((delimiter ?? guessDelimiter(rest)) === '\t' ? 'tsv' : 'csv');
}

function named(format: FileFormat): Detection {
  return { format, found: NAMES[format] };
}

/** The office formats are zips too. */
function packed(head: Uint8Array): Detection {
  const names = new TextDecoder('latin1').decode(head);
  if (names.includes('xl/')) return { found: 'an Excel workbook; save it as CSV' };
  if (names.includes('[Content_Types].xml') || names.includes('word/'))
    return { found: 'an Office document' };
  if (names.includes('mimetypeapplication/vnd.oasis'))
    return { found: 'an OpenDocument file; save it as CSV' };
  return named('yomitan');
}

function isTurtle(start: string): boolean {
  const statements = start.replace(/^(?:#[^\n]*\n\s*)+/, '');
  return /^(?:@(?:prefix|base)\b|(?:prefix\s+[\w.-]*:|base)\s*<|<[^<>\s]*>\s+(?:a|<[^<>\s]+>|[\w-]+:[\w-]+)\s|_:\w+\s+<)/i.test(
    statements,
  );
}

function byRoot(text: string): Detection {
  const bare = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/gi, '');
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(bare)?.[1] ?? '';
  const known = XML_ROOTS[Object.hasOwn(XML_ROOTS, root) ? root : root.toLowerCase()] ?? '';
  if (known === 'tbx' || known === 'rdf-xml') return named(known);
  if (/<(?:termEntry|conceptEntry)\b|urn:iso:std:iso:30042/.test(bare)) return named('tbx');
  return { found: known || `XML with the root element "${root.slice(0, 40)}"` };
}

function textOf(head: Uint8Array): string {
  let text = '';
  const decoding = new Decoding(
    {
      write: (piece) => {
        text += piece;
      },
      end: () => undefined,
    },
    () => undefined,
  );
  decoding.write(head);
  decoding.end();
  return text;
}

/** No text has a NUL; other control characters may stand in damaged ones. */
function hasControls(text: string): boolean {
  return text.includes('\0');
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, at) => bytes[at] === character.charCodeAt(0));
}
