/** What SKOS files say of concepts and schemes, as far as a glossary can hold it. */
export type Property =
  | 'type'
  | 'prefLabel'
  | 'altLabel'
  | 'prefLabelNode'
  | 'altLabelNode'
  | 'definition'
  | 'scopeNote'
  | 'note'
  | 'related'
  | 'broader'
  | 'narrower'
  | 'source'
  | 'value'
  | 'title'
  | 'deprecated'
  | 'kind'
  | 'valid'
  | 'identifier'
  | 'version'
  | 'license'
  | 'language'
  | 'homepage';

export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const DCT = 'http://purl.org/dc/terms/';
export const OWL = 'http://www.w3.org/2002/07/owl#';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export const FOAF = 'http://xmlns.com/foaf/0.1/';
const XL = 'http://www.w3.org/2008/05/skos-xl#';
const DC = 'http://purl.org/dc/elements/1.1/';

/** By IRI. Labels and notes may be literals, or nodes with a `value` (SKOS-XL, documented notes). */
export const PROPERTIES: ReadonlyMap<string, Property> = new Map([
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#type', 'type'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#value', 'value'],
  [`${XL}literalForm`, 'value'],
  [`${XL}prefLabel`, 'prefLabelNode'],
  [`${XL}altLabel`, 'altLabelNode'],
  [`${SKOS}prefLabel`, 'prefLabel'],
  [`${SKOS}altLabel`, 'altLabel'],
  [`${SKOS}definition`, 'definition'],
  [`${SKOS}scopeNote`, 'scopeNote'],
  [`${SKOS}note`, 'note'],
  [`${RDFS}comment`, 'note'],
  [`${DCT}description`, 'note'],
  [`${DC}description`, 'note'],
  [`${SKOS}related`, 'related'],
  [`${SKOS}broader`, 'broader'],
  [`${SKOS}narrower`, 'narrower'],
  [`${DCT}source`, 'source'],
  [`${DC}source`, 'source'],
  [`${RDFS}seeAlso`, 'source'],
  [`${FOAF}page`, 'source'],
  [`${DCT}title`, 'title'],
  [`${DC}title`, 'title'],
  [`${RDFS}label`, 'title'],
  [`${OWL}deprecated`, 'deprecated'],
  [`${DCT}type`, 'kind'],
  [`${DCT}valid`, 'valid'],
  [`${DCT}identifier`, 'identifier'],
  [`${OWL}versionInfo`, 'version'],
  [`${DCT}license`, 'license'],
  [`${DCT}language`, 'language'],
  [`${FOAF}homepage`, 'homepage'],
]);
