import type { Definition } from './abbreviations.ts';
import type { Index } from './compile.ts';
import { CueText } from './cue-strength.ts';
import type { Evidence } from './evidence.ts';
import type { Stretch } from './resolve.ts';

/** An abbreviation that the page itself defines and no glossary knows. */
export interface PageTerm {
  readonly short: string;
  readonly long: string;
  /** The page's words that define it, shortened where they are long: enough to find the place again. */
  readonly sentence: string;
}

/** A mention of an abbreviation that the page defines elsewhere. */
export interface PageTermMention extends Stretch {
  readonly short: string;
}

/** A word that can be an abbreviation: two capitals, or one and a digit, among at most 16 letters. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}@#/._-])[\p{L}\p{N}][\p{L}\p{N}&/.-]{0,14}[\p{L}\p{N}](?![\p{L}\p{N}@/_-])/gu;
const CAPITAL = /\p{Lu}.*[\p{Lu}\d]|\d.*\p{Lu}/u;

/** What the page defines itself, one meaning each, by short form. Two meanings of one short form cancel out. */
export function pageTermsOf(index: Index, evidence: Evidence): Map<string, PageTerm> {
  const terms = new Map<string, PageTerm>();
  const doubtful = new Set<string>();
  for (const [short, long, sentence] of evidence.defined) {
    const known = terms.get(short);
    if (known !== undefined && !sameWords(known.long, long)) doubtful.add(short);
    if (known === undefined && isAbbreviation(short)) terms.set(short, { short, long, sentence });
  }
  for (const short of [...terms.keys()]) {
    if (doubtful.has(short) || inGlossary(index, short)) terms.delete(short);
  }
  return terms;
}

const sameWords = (a: string, b: string) => bare(a) === bare(b);
const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]|s\b/gu, '');

function isAbbreviation(short: string): boolean {
  return short.length >= 2 && CAPITAL.test(short);
}

function inGlossary(index: Index, short: string): boolean {
  return new CueText(index, short, true).forms(1).length > 0;
}

/** Where a passage uses what the page defines in another one. */
export function pageTermMentions(
  text: string,
  terms: ReadonlyMap<string, PageTerm>,
  definitions: readonly Definition[],
): PageTermMention[] {
  if (terms.size === 0) return [];
  const explained = new Set(definitions.map(({ short }) => short));
  for (const { short, long } of terms.values()) if (text.includes(long)) explained.add(short);
  const mentions: PageTermMention[] = [];
  for (const found of text.matchAll(ABBREVIATION)) {
    const word = found[0];
    const short = terms.has(word) ? word : word.replace(/s$/, '');
    if (!terms.has(short) || explained.has(short)) continue;
    mentions.push({ short, start: found.index, end: found.index + word.length });
  }
  return mentions;
}
