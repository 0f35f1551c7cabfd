import { clauseEnd, clauseStart } from './abbreviation-clause.ts';
import { isShortForm } from './abbreviation-short.ts';
import type { Candidate } from './abbreviation-verdict.ts';

/** Two capitals, a capital and a digit, or ", or Ecowas": where news writes a short form outside brackets. */
const CAPITALS = /[A-ZÀ-ÖØ-ÞА-Я][A-Z0-9&À-ÖØ-ÞА-Я.]|,\s+or\s+["“‘]?[A-Z][a-z]/g;
const IN_FORM = /[\p{L}\p{N}]/u;
const IN_WORD = /[\p{L}\p{N}-]/u;
const ENDS_FORM = /[\s,;:!?()[\]"“”«»—–]/;
const LONGEST_FORM = 16;
/** A line break and the indentation after it, in the source of a page. */
const WIDEST_SPACE = 40;
/** Enough for the longest cue; what is longer is no cue. */
const CUE_REACH = 120;

const LANGUAGE = '(?:English|Korean|Russian|French|Spanish|German|Chinese|Japanese|Arabic|local|Western|own)';
const NAMED = '(?:acronym|abbreviation|initials|initialism|short form|short name|shorthand)';
const PASSING =
  '(?:which|that|who|and|or|is|are|was|were|be|been|being|also|better|more|best|commonly|widely|usually|often|' +
  'generally|formally|officially|internationally|colloquially|informally|sometimes|simply|just|now|then|locally)';
const CALLED =
  '(?:known|abbreviated|shortened|called|referred|dubbed|termed|hereafter|hereinafter|henceforth)';

/** "…, also known by its English acronym ", before the short form. */
const WORDS_BEFORE = new RegExp(
  `,?\\s+(?:${PASSING}\\s+)*(?:${CALLED}(?:,?\\s+(?:to|as|by|under|in|short|simply|just|its|their|the|${LANGUAGE}|${NAMED}))*|` +
    `(?:by\\s+|with\\s+)?(?:the|its|their|an?)\\s+(?:${LANGUAGE}\\s+)?${NAMED}(?:\\s+(?:is|was|of|being))?)[,:]?\\s+["'“‘«]?$`,
);
const OR_BEFORE = /,\s+or\s+(?:simply\s+|just\s+|the\s+)?["'“‘«]?$/;
const PLAIN_OR_BEFORE = /\s+or\s+(?:the\s+)?["'“‘«]?$/;
const BARE_BEFORE = /(?:,\s+|\s*[—–]\s*(?:or\s+)?|\s*--\s*(?:or\s+)?|\s+-\s+(?:or\s+)?)(?:the\s+)?["'“‘«]?$/;
/** ", which stands for the ", after the short form. */
const WORDS_AFTER = new RegExp(
  `^["'”’»]?(?:,|\\s+[—–-])?\\s+(?:${PASSING}\\s+)*(?:(?:short|shorthand)\\s+for|(?:stands?|stood|standing)\\s+for|` +
    `(?:the|an?)\\s+(?:${LANGUAGE}\\s+)?${NAMED}\\s+(?:of|for))\\s+(?:the\\s+|an?\\s+)?["'“‘«]?`,
);
const OR_AFTER = /^["'”’»]?,\s+or\s+(?:the\s+|an?\s+)?["'“‘«]?/;
const BARE_AFTER =
  /^["'”’»]?(?:,\s+the\s+|\s*[—–]\s*(?:the\s+)?|\s*--\s*(?:the\s+)?|\s+-\s+(?:the\s+)?|\s*[:=]\s+(?:the\s+)?)["'“‘«]?/;
const BORDER_AFTER = /^["'”’»]?(?:[,.;:!?)]|\s*[—–]|\s*--|\s+-\s+|\s*$)/;
const ANYTHING = /^/;
const FOR_SHORT = /^["'”’»]?\s+for\s+short/;

interface Cue {
  readonly cue: RegExp;
  readonly sign: Candidate['sign'];
}

/** The first that matches counts. */
const CUES_BEFORE: readonly (Cue & { followed: RegExp })[] = [
  { cue: WORDS_BEFORE, sign: 'words', followed: ANYTHING },
  { cue: OR_BEFORE, sign: 'weak', followed: ANYTHING },
  { cue: BARE_BEFORE, sign: 'words', followed: FOR_SHORT },
  { cue: PLAIN_OR_BEFORE, sign: 'weak', followed: BORDER_AFTER },
  { cue: BARE_BEFORE, sign: 'bare', followed: BORDER_AFTER },
];
const CUES_AFTER: readonly Cue[] = [
  { cue: WORDS_AFTER, sign: 'words' },
  { cue: OR_AFTER, sign: 'weak' },
  { cue: BARE_AFTER, sign: 'bare' },
];

/** The last words of the cues before a form; most capitals on a page are let go after this one look. */
const LAST_WORDS = new Set(
  (
    'or simply just the known abbreviated shortened called termed dubbed to as by under in short acronym ' +
    'abbreviation initials initialism form name shorthand is was of being hereafter hereinafter henceforth'
  ).split(' '),
);

/** Every place where words or punctuation, not brackets, may define a short form, grouped by short form. */
export function* phraseCandidates(text: string): Generator<Candidate[]> {
  let passed = 0;
  for (const found of text.matchAll(CAPITALS)) {
    const index = found.index + found[0].length - 2;
    if (index < passed) continue;
    const start = formStart(text, index, passed);
    const end = formEnd(text, start);
    passed = Math.max(end, index + 2);
    if (end <= start || end - start > LONGEST_FORM) continue;
    const group = [...before(text, start, end), ...after(text, start, end)];
    if (group.length > 0 && isShortForm(text.slice(start, end))) yield group;
  }
}

/** Back to where the word begins; a double hyphen is a dash. */
function formStart(text: string, index: number, floor: number): number {
  let start = index;
  while (start > floor && index - start < LONGEST_FORM && IN_WORD.test(text[start - 1] ?? '')) start--;
  const dash = text.slice(start, index).lastIndexOf('--');
  return dash < 0 ? start : start + dash + 2;
}

/** The end of the form without the period of the sentence or a possessive s. */
function formEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start <= LONGEST_FORM && !ENDS_FORM.test(text[end] ?? '')) end++;
  const dash = text.slice(start, end).indexOf('--');
  if (dash >= 0) end = start + dash;
  const form = text.slice(start, end);
  const dotted = /^(?:\p{L}\.){2,}$/u.test(form);
  return dotted ? end : end - (/(?:['’]s?)?\.?(?:['’]s?)?$/.exec(form)?.[0].length ?? 0);
}

/** "…, or RGB". */
function before(text: string, start: number, end: number): Candidate[] {
  if (!endsLikeCue(text, start)) return [];
  const left = text.slice(Math.max(0, start - CUE_REACH), start);
  const right = text.slice(end, end + WIDEST_SPACE);
  for (const { cue, sign, followed } of CUES_BEFORE) {
    const match = followed.test(right) ? cue.exec(left) : null;
    if (!match) continue;
    let to = start - left.length + match.index;
    while (to > 0 && /[\s,"'“”’»]/.test(text[to - 1] ?? '')) to--;
    const from = clauseStart(text, 0, to);
    // After a bracket the cue belongs to something else.
    if (from >= to || text[to - 1] === ')') return [];
    return [{ shortStart: start, shortEnd: end, from, to, order: 'long-first', sign }];
  }
  return [];
}

/** A first look at the word or sign before a form. */
function endsLikeCue(text: string, start: number): boolean {
  let at = start - 1;
  while (at > 0 && start - at < WIDEST_SPACE && /[\s"'“‘«]/.test(text[at] ?? '')) at--;
  if (at < 0) return false;
  if (!IN_FORM.test(text[at] ?? '')) return /[,:—–-]/.test(text[at] ?? '');
  let wordStart = at;
  while (wordStart > 0 && at - wordStart < 14 && IN_FORM.test(text[wordStart - 1] ?? '')) wordStart--;
  return LAST_WORDS.has(text.slice(wordStart, at + 1));
}

/** "RGB, or …". */
function after(text: string, start: number, end: number): Candidate[] {
  const right = text.slice(end, end + CUE_REACH);
  if (!/^["'”’»]?[\s,:=—–-]/.test(right)) return [];
  for (const { cue, sign } of CUES_AFTER) {
    const match = cue.exec(right);
    if (!match) continue;
    const from = end + match[0].length;
    const to = clauseEnd(text, from);
    if (from >= to) return [];
    return [{ shortStart: start, shortEnd: end, from, to, order: 'short-first', sign, open: true }];
  }
  return [];
}
