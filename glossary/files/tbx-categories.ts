import type { Term } from './concept.ts';

/** What a data category of TBX is to a glossary. */
export type Meaning =
  | 'term'
  | 'termType'
  | 'status'
  | 'definition'
  | 'explanation'
  | 'note'
  | 'source'
  | 'relation';

const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ['term', 'term'],
  ['termType', 'termType'],
  ['administrativeStatus', 'status'],
  ['normativeAuthorization', 'status'],
  ['definition', 'definition'],
  ['Definition', 'definition'],
  ['explanation', 'explanation'],
  ['description', 'explanation'],
  ['note', 'note'],
  ['generalNote', 'note'],
  ['scopeNote', 'note'],
  ['source', 'source'],
  ['entrySource', 'source'],
  ['sourceIdentifier', 'source'],
  ['externalCrossReference', 'source'],
  ['xref', 'source'],
  ['url', 'source'],
  ['crossReference', 'relation'],
  ['ref', 'relation'],
  ['seeAlso', 'relation'],
]);
/** Names in the standard for ways in which concepts hang together: `relatedConcept`, `superordinateConceptGeneric`. */
const RELATION = /concept|antonym|broader|narrower|ordinate/i;

/** What a data category means, by its name and by what it points at. */
export function meaningOf(name: string, target: string | undefined): Meaning | undefined {
  const meaning =
    MEANINGS.get(name) ?? (target !== undefined && RELATION.test(name) ? 'relation' : undefined);
  const isAddress = target !== undefined && /^[a-z]+:\/\//i.test(target);
  if (meaning === 'relation' && isAddress) return 'source';
  const isReference = name === 'externalCrossReference' && target !== undefined && !isAddress;
  return isReference ? 'relation' : meaning;
}

/** Whether a `termType` says that a term is short for another. */
export function isAbbreviation(termType: string): boolean {
  return /^\s*(acronym|abbreviation|initialism|shortForm|short form|clippedTerm|abbreviatedForm)/i.test(
    termType,
  );
}

/** What a status says of a term: `preferredTerm-admn-sts` (2008 and 2019), `Preferred` (IATE). */
export function statusOf(text: string): Term['status'] {
  if (/prefer/i.test(text)) return 'preferred';
  return /deprecat|supersed|obsolete|forbidden|not ?recommended/i.test(text) ? 'deprecated' : undefined;
}
