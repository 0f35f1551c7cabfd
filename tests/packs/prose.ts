/** Fewest and most words of a definition: enough to understand the term, short enough to read in passing. */
export const DEFINITION_WORDS = { least: 25, most: 60 } as const;

/** A rule that a text breaks: the rule's name and what was found. */
export interface Fault {
  readonly rule: string;
  readonly problem: string;
}

/** The words of a text as a reader counts them: "non-nuclear" is one, a dash between spaces none. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** What is wrong with a definition, read as a text of its own. */
export function faultsOfDefinition(definition: string, dated: boolean): Fault[] {
  return [
    ...lengthFaults(definition),
    ...faultsOfText(definition),
    ...found('first-person', 'speaks in the first person', FIRST_PERSON.exec(withoutQuotations(definition))),
    ...(dated ? [] : found('undated', 'needs an asOf', PASSING_TIME.exec(definition))),
    ...(/[.!?][”’"']?$/u.test(definition)
      ? []
      : [{ rule: 'full-stop', problem: 'has no full stop at its end' }]),
  ];
}

/** What is wrong with any text that a card shows: markup or an address in it, or stray white space. */
export function faultsOfText(text: string): Fault[] {
  return [
    ...found('markup', 'has markup', MARKUP.exec(text)),
    ...found('url', 'has a web address', ADDRESS.exec(text)),
    ...found('white-space', 'has stray white space', /^\s|\s$|\s{2}|[\n\t]/u.exec(text)),
  ];
}

// "I" after a capitalised word or a number word is a numeral: World War I, Elizabeth I, Article I.
const FIRST_PERSON =
  /(?<!\p{Lu}\p{L}+\s)\bI\b(?![.-]\p{L})|\b(?:[Ww]e|[Oo]ur|[Oo]urs|[Oo]urselves|[Mm]e|[Mm]y|[Mm]yself|us)\b/u;
const PASSING_TIME =
  /\b(?:currently|now|nowadays|today|today's|recently|recent|at present|presently|these days|to date|so far|latest|ongoing|newly)\b/iu;
const MARKUP =
  /<\/?[a-z!][^>]*>|&(?:[a-z]+|#\d+);|\*\*|__|`|\[[^\]]*\]\(|!\[|^\s*(?:#{1,6}|[-*+>]|\d+\.)\s|\*\p{L}[^*]*\*/imu;
const ADDRESS = /\b[a-z]+:\/\/|\bwww\.|\b[\w-]+\.(?:com|org|net|int|gov|edu|info|io)\b/iu;

/** A name may be quoted in translation: “Among Our Nation”. */
function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"/gu, '“”');
}

function lengthFaults(definition: string): Fault[] {
  const count = wordsOf(definition).length;
  const { least, most } = DEFINITION_WORDS;
  if (count >= least && count <= most) return [];
  return [{ rule: 'definition-length', problem: `has ${count} words, wanted are ${least} to ${most}` }];
}

function found(rule: string, problem: string, match: RegExpExecArray | null): Fault[] {
  return match ? [{ rule, problem: `${problem}: “${match[0]}”` }] : [];
}
