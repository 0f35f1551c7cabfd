/** A text, in a language or in none. */
export interface Literal {
  readonly value: string;
  readonly lang?: string | undefined;
}

/** An IRI or a blank node (`_:…`) as text, or a literal. */
export type RdfObject = string | Literal;

/** Takes the statements of an RDF file in the order of the file. */
export interface TripleTaker {
  triple(subject: string, predicate: string, object: RdfObject, line: number): void;
  /** What is left to be told when there are no more: as that of a parser. */
  leftOver(): Iterable<unknown>;
}

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDF_TYPE = `${RDF}type`;

/** An IRI against the base of its file; without a base, or with a strange one, as it is written. */
export function resolved(iri: string, base: string | undefined): string {
  if (base === undefined || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(iri) || !URL.canParse(iri, base)) return iri;
  return iri === '' ? base : new URL(iri, base).href;
}
