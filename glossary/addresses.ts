/** Finds, in a run of text without white space, what is addressed to machines: URLs, file names and the like. */
import { classOf, OTHER, SPACE } from './characters.ts';
import { dottedName } from './dotted-names.ts';

/** What ends a URL in running text. */
const URL_END = /[\s<>"“”«»「」『』【】《》（），。、；！？]/u;
/** What ends any other address: brackets, quotes, list signs. */
const RUN_END = /[\s<>"'`“”‘’«»‹›()[\]{}|,;!*^$「」『』【】《》（），。、；！？–—…·・]/u;
const TRIGGER = /[@#＃＠./\\]/u;
const LONGEST_SCHEME = 20;

type Range = readonly [from: number, to: number];

/** Appends the ranges of such addresses between two offsets, as starts and ends in turn. */
export function addressesIn(text: string, from: number, to: number, ranges: number[]): void {
  if (!has(TRIGGER, text, from, to)) return;
  let at = from;
  while (at < to) {
    const url = nextUrl(text, at, to);
    const [start, end] = url ?? [to, to];
    runsIn(text, at, start, ranges);
    if (url) ranges.push(start, end);
    at = Math.max(end, at + 1);
  }
}

/** The next `scheme://…` at or after an offset. */
function nextUrl(text: string, from: number, to: number): Range | undefined {
  const sign = indexWithin(text, '://', from, to);
  if (sign < 0) return undefined;
  let start = sign;
  const least = Math.max(from, sign - LONGEST_SCHEME);
  while (start > least && /[a-z0-9+.-]/i.test(text.charAt(start - 1))) start--;
  let end = sign + 3;
  while (end < to && !URL_END.test(text.charAt(end))) end++;
  return [start, trimmed(text, start, end)];
}

function runsIn(text: string, from: number, to: number, ranges: number[]): void {
  let at = from;
  while (at < to) {
    let end = at;
    while (end < to && !endsRun(text, end)) end++;
    if (end > at) addressesInRun(text, at, trimmed(text, at, end), ranges);
    at = end + 1;
  }
}

/** A colon goes on only before a port or a path: host:8080, C:\. */
function endsRun(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign === ':' || sign === '：') return !/[\d/\\]/.test(text.charAt(at + 1));
  return RUN_END.test(sign);
}

function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[.:;,!?'’)\]&=#…]/.test(text.charAt(end - 1))) end--;
  return end;
}

function addressesInRun(text: string, from: number, to: number, ranges: number[]): void {
  if (!has(TRIGGER, text, from, to)) return;
  if (isPath(text, from, to)) {
    ranges.push(from, to);
    return;
  }
  const first = ranges.length;
  for (let at = from; at < to; at++) {
    const sign = text.charAt(at);
    const dotted = sign === '.' ? dottedName(text, at, { from, to }) : undefined;
    const range =
      sign === '@' || sign === '＠'
        ? mention(text, at, { from, to })
        : sign === '#' || sign === '＃'
          ? hashtag(text, at, { from, to })
          : dotted?.address;
    if (range) record(range, ranges, first);
    at = Math.max(at, (range?.[1] ?? dotted?.end ?? 0) - 1);
  }
}

/** Appends a range, joined with the one before if both belong to one address (kim.il@kcna.kp). */
function record([from, to]: Range, ranges: number[], first: number): void {
  const last = ranges.length - 2;
  if (last < first || from >= (ranges[last + 1] ?? 0)) ranges.push(from, to);
  else {
    ranges[last] = Math.min(from, ranges[last] ?? 0);
    ranges[last + 1] = Math.max(to, ranges[last + 1] ?? 0);
  }
}

/** `/usr/share`, `./x`, `~/x`, `C:\x`; not KCNA/Reuters, and/or. */
function isPath(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charAt(at) === '\\' && isOfName(text, at + 1)) return true;
  const first = text.charAt(from);
  if (first === '/') return isOfName(text, from + 1) && indexWithin(text, '/', from + 1, to) > 0;
  const dots = first === '~' ? 1 : first !== '.' ? 0 : text.charAt(from + 1) === '.' ? 2 : 1;
  return dots > 0 && text.charAt(from + dots) === '/';
}

/** An e-mail address, or a handle: both with all that is joined to them. */
function mention(text: string, at: number, run: { from: number; to: number }): Range | undefined {
  let start = at;
  while (start > run.from && isOfAddress(text, start - 1)) start--;
  let end = at + 1;
  while (end < run.to && (isOfAddress(text, end) || text.charAt(end) === '@')) end++;
  return end > at + 1 ? [start, end] : undefined;
}

function hashtag(text: string, at: number, run: { from: number; to: number }): Range | undefined {
  if (at > run.from && (isOfName(text, at - 1) || text.charAt(at - 1) === '&')) return undefined;
  let end = at + 1;
  while (end < run.to && (isOfName(text, end) || text.charAt(end) === '_')) end++;
  return end > at + 1 ? [at, end] : undefined;
}

function isOfAddress(text: string, at: number): boolean {
  return isOfName(text, at) || /[._%+-]/.test(text.charAt(at));
}

/** A letter, mark, number, or half of a character beyond U+FFFF. */
function isOfName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return false;
  if ((unit & 0xf800) === 0xd800) return true;
  const found = classOf(unit);
  return found !== OTHER && found !== SPACE;
}

function indexWithin(text: string, sign: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.startsWith(sign, at)) return at;
  return -1;
}

function has(pattern: RegExp, text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (pattern.test(text.charAt(at))) return true;
  return false;
}
