import { clauseStart, REACH } from './abbreviation-clause.ts';
import { isShortForm } from './abbreviation-short.ts';
import type { Candidate } from './abbreviation-verdict.ts';

/** A pair of brackets; `floor` is where the text inside the bracket around it begins. */
interface Bracket {
  readonly open: number;
  readonly close: number;
  readonly floor: number;
}

const SIGNS = /[()[\]（）［］]/g;
const OPENING = '([（［';
const DEEPEST = 8;

/** Words that may stand between a bracket and the short form: "(the", "(hereinafter", "(or". */
const LEAD =
  /^\s*(?:(?:or|the|an?|and|i\.e\.|e\.g\.|also|better|commonly|widely|formally|officially|now|formerly|hereafter|hereinafter|henceforth|referred|to|as|is|termed|called|dubbed|known|abbreviated|abbreviation|abbr\.?|acronym|initials|in|short|for|by|its|their|English|Korean|Russian|French|Spanish|German|Chinese|Japanese|Arabic),?[\s:]+|=\s*)*["'“‘«„]?/i;
/** What ends the short form within a bracket. */
const SHORT_END =
  /(?:[;:]\s|,\s|["'”’»](?=$|[,;\s])|[,;]["'”’»]|\s(?:or|and|in|for|is|at|as|by|after|from)\s|=|$)/;
/** What ends the long form within a bracket. */
const LONG_END = /[;:,]\s|["'”’»]?\s?$/;
const LIST_END = /[;:]\s|["'”’»]?\s?$/;
const LONG_LEAD =
  /^\s*(?:(?:the|an?|or|i\.e\.|(?:short|stands|standing|acronym)\s+for|for|abbreviation\s+of),?\s+|=\s*)*["'“‘«„]?/i;
/** What ends a bracket such as "(Workers' Party of Korea, WPK)". */
const SHORT_LAST = /[,;:=]\s+(?:or\s+|the\s+)*([^,;\s]+(?:\s[^,;\s]+)?)$/;
const POSSESSIVE = /\p{L}['’]s$/u;
const SPACE = /\s/;
const LETTER = /\p{L}/u;
const ATTACHED_TO = /\p{L}{3}$/u;
const CAPITAL = /\p{Lu}/u;
const SHORT_FIRST_END = /(?:[\p{L}\p{N}+)]|\..*\.)$/u;
const COMPARISON = /^["'”’]?\s*[=<>≤≥]/;
/** "PYONGYANG, North Korea (AP) — ": where and by whom a report was filed. */
const LONGEST_DATELINE = 80;
const DATELINE = /^\s*\p{Lu}[\p{Lu}.'’-]{2,}[^.()]{0,60}$/u;
const AFTER_DATELINE = /^\s*(?:[–—]|-{1,2}\s)/;

/** Every place where a bracket may define a short form, grouped by bracket: one at most holds a definition. */
export function* bracketCandidates(text: string): Generator<Candidate[]> {
  for (const bracket of brackets(text)) {
    const { open, close } = bracket;
    const attached = open > 0 && !SPACE.test(text[open - 1] ?? '');
    if (attached && !mayAttach(text, open, close)) continue;
    if (!LETTER.test(text.slice(open + 1, close)) || isDateline(text, bracket)) continue;
    const end = trimEnd(text, bracket.floor, open);
    const group = longFirst(text, bracket, end);
    if (!attached) group.push(...shortFirst(text, bracket, end));
    group.push(...within(text, open + 1, close));
    if (group.length > 0) yield group;
  }
}

/** Matching brackets near enough to hold a definition, in the order of their ends; linear in any text. */
function* brackets(text: string): Generator<Bracket> {
  const opened: number[] = [];
  for (const sign of text.matchAll(SIGNS)) {
    if (OPENING.includes(sign[0])) {
      opened.push(sign.index);
      if (opened.length > DEEPEST) opened.shift();
      continue;
    }
    const open = opened.pop();
    if (open === undefined || sign.index - open > REACH) continue;
    yield { open, close: sign.index, floor: (opened.at(-1) ?? -1) + 1 };
  }
}

/** "f(x)", "kinase(s)", "II(Pf)" belong to their word; "ubiquitin(Ub)" lacks a space. */
function mayAttach(text: string, open: number, close: number): boolean {
  const before = text.slice(Math.max(0, open - 3), open);
  return close - open > 2 && ATTACHED_TO.test(before) && CAPITAL.test(text.slice(open, close));
}

function trimEnd(text: string, floor: number, from: number): number {
  let end = from;
  while (end > floor && from - end < REACH && /[\s"'“”’»,]/.test(text[end - 1] ?? '')) end--;
  return POSSESSIVE.test(text.slice(Math.max(floor, end - 3), end)) ? end - 2 : end;
}

function isDateline(text: string, { open, close }: Bracket): boolean {
  if (!AFTER_DATELINE.test(text.slice(close + 1, close + 4))) return false;
  // The window is cut first: looking back for a line break without a limit is quadratic in a text of one line.
  const from = Math.max(0, open - LONGEST_DATELINE);
  const before = text.slice(from, open);
  const line = before.lastIndexOf('\n');
  return (line >= 0 || from === 0) && DATELINE.test(before.slice(line + 1));
}

/** "Reconnaissance General Bureau (RGB)". */
function longFirst(text: string, { open, close, floor }: Bracket, end: number): Candidate[] {
  const lead = LEAD.exec(text.slice(open + 1, close))?.[0].length ?? 0;
  const found: Candidate[] = [];
  let from: number | undefined;
  // Of several things in a bracket ("(조선중앙통신, KCNA)") any of the first three can be the short form.
  for (let start = open + 1 + lead, count = 0; count < 3 && start < close; count++) {
    const rest = text.slice(start, close);
    const stop = rest.slice(0, SHORT_END.exec(rest)?.index ?? rest.length).trimEnd().length;
    if (isShortForm(rest.slice(0, stop)) && !COMPARISON.test(rest.slice(stop))) {
      from ??= clauseStart(text, floor, end);
      if (from >= end) break;
      const sign = count === 0 ? 'bracket' : 'weak';
      found.push({ shortStart: start, shortEnd: start + stop, from, to: end, order: 'long-first', sign });
    }
    const next = /^\s*[,;]\s+/.exec(rest.slice(stop));
    if (!next) break;
    start += stop + next[0].length;
  }
  return found;
}

/** "RGB (Reconnaissance General Bureau)". */
function shortFirst(text: string, { open, close, floor }: Bracket, end: number): Candidate[] {
  let start = end;
  while (start > floor && end - start < 20 && !/[\s([“"‘]/.test(text[start - 1] ?? '')) start--;
  const short = text.slice(start, end);
  if (!isShortForm(short) || !SHORT_FIRST_END.test(short)) return [];
  const lead = LONG_LEAD.exec(text.slice(open + 1, close))?.[0].length ?? 0;
  const from = open + 1 + lead;
  const rest = text.slice(from, close);
  // A comma may end the long form or belong to it: "(measles, mumps and rubella)".
  const ends = [LONG_END, LIST_END].map(
    (end) => from + rest.slice(0, end.exec(rest)?.index).trimEnd().length,
  );
  return [...new Set(ends)]
    .filter((to) => to > from)
    .map((to) => ({ shortStart: start, shortEnd: end, from, to, order: 'short-first', sign: 'bracket' }));
}

/** "(Workers' Party of Korea, WPK)". */
function within(text: string, offset: number, close: number): Candidate[] {
  const inner = text.slice(offset, close);
  const last = SHORT_LAST.exec(inner);
  const short = last?.[1] ?? '';
  if (!last || !isShortForm(short)) return [];
  const to = trimEnd(text, offset, offset + last.index);
  const from = clauseStart(text, offset, to);
  if (from >= to) return [];
  const place = { shortStart: close - short.length, shortEnd: close, from, to };
  return [{ ...place, order: 'long-first', sign: 'words' }];
}
