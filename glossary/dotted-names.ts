import { classOf, OTHER, SPACE } from './characters.ts';

/** Endings that are written in capitals too; in lower case any word behind a dot is taken for one. */
const CAPITAL_EXTENSION =
  /^(?:PDF|DOCX?|XLSX?|PPTX?|TXT|RTF|CSV|ZIP|EXE|JPE?G|PNG|GIF|HTML?|XML|JSON|MP[34]|AVI|COM|ORG|NET|EDU|GOV|INFO)$/;
/** No file extension or top-level domain in use is longer. */
const LONGEST_EXTENSION = 14;

/** What a dot belongs to: the address, if it is one, and where to look on. */
export interface DottedName {
  readonly address?: readonly [from: number, to: number];
  readonly end: number;
}

/**
 * The file name, domain or version number that the dot at an offset belongs to, if it is one: with its
 * path if it has one. Acronyms (U.S.-led), initials (N.Korea) and decimals (3.5) are none.
 */
export function dottedName(
  text: string,
  dot: number,
  run: { readonly from: number; readonly to: number },
): DottedName {
  let from = dot;
  while (from > run.from && isOfName(text, from - 1)) from--;
  let to = dot;
  let last = dot;
  let segments = from < dot ? 1 : 0;
  while (to < run.to && text.charAt(to) === '.' && isOfName(text, to + 1)) {
    last = to + 1;
    to++;
    while (to < run.to && isOfName(text, to)) to++;
    segments++;
  }
  if (segments < 2) return { end: Math.max(to, dot + 1) };
  const first = text.slice(from, Math.min(dot, from + 64));
  if (isVersion(text, { from, dot, to })) return { address: [from, to], end: to };
  const extension = extensionEnd(text, last, to);
  const named = extension > last && (dot - from > 1 || extension - last > 1);
  if (!named && first.toLowerCase() !== 'www') return { end: to };
  const address = withPath(text, { from, to: extension > last ? extension : to, chain: to }, run);
  return { address, end: address[1] };
}

/** `v1.2`, `1.2.3`, `1.2.3-beta`, `glossator-1.2.3`. */
function isVersion(text: string, name: { from: number; dot: number; to: number }): boolean {
  if (!isDigit(text, name.dot - 1)) return false;
  let numbers = 1;
  for (let at = name.dot; at < name.to; at++) {
    if (text.charAt(at) !== '.') continue;
    if (!isDigit(text, at + 1)) break;
    numbers++;
  }
  let from = name.dot;
  while (from > name.from && isDigit(text, from - 1)) from--;
  const marked =
    /[vV]/.test(text.charAt(from - 1)) && (from - 1 === name.from || text.charAt(from - 2) === '-');
  return numbers > 2 || (marked && numbers > 1);
}

/** Where the extension that begins at an offset ends; the offset itself if it is none. */
function extensionEnd(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && end - from <= LONGEST_EXTENSION && /[A-Za-z0-9]/.test(text.charAt(end))) end++;
  if (end < to && !/[-_]/.test(text.charAt(end)) && classOf(text.charCodeAt(end)) !== OTHER) return from;
  const extension = text.slice(from, end);
  const fits = /^[a-z][a-z0-9]*$/.test(extension) || CAPITAL_EXTENSION.test(extension);
  return fits && extension.length <= LONGEST_EXTENSION ? end : from;
}

/** A name within a path takes the whole path along; a word hyphenated to it (Node.js-based) stays prose. */
function withPath(
  text: string,
  name: { from: number; to: number; chain: number },
  run: { readonly from: number; readonly to: number },
): readonly [number, number] {
  let from = name.from;
  while (from > run.from && isOfPath(text, from - 1)) from--;
  const goesOn = name.chain < run.to && isOfPath(text, name.chain);
  let to = goesOn ? name.chain : name.to;
  while (goesOn && to < run.to && isOfPath(text, to)) to++;
  return [from, to];
}

function isOfPath(text: string, at: number): boolean {
  return isOfName(text, at) || /[./\\:%?=&+#~]/.test(text.charAt(at));
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

function isOfName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0x2d || unit === 0x5f || unit === 0x7e || (unit & 0xf800) === 0xd800) return true;
  if (Number.isNaN(unit)) return false;
  const found = classOf(unit);
  return found !== OTHER && found !== SPACE;
}
