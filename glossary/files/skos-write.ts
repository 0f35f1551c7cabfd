import type { Entry, Glossary, NativeName, Source } from '../entry.ts';
import { asMarkup, oneLine, prose } from './plain-text.ts';
import { namesByLanguage } from './raw-entry.ts';
import { DCT, FOAF, OWL, RDFS, SKOS } from './skos-words.ts';

/**
 * Writes a thesaurus in SKOS, as Turtle. Its concepts have addresses relative to that of the file, so it can
 * be put anywhere.
 *
 * Holds ids, terms, forms, native names, definitions, kinds, dates, relations and sources; of the glossary all
 * but its cues. White space comes back as single spaces, or as line breaks in definitions. Not held: questions,
 * cues, and rules of forms (a form of another language is a native name).
 */
export function* writeTurtle(glossary: Glossary): Generator<string> {
  const { language } = glossary;
  yield `@prefix skos: <${SKOS}> .
@prefix dct: <${DCT}> .
@prefix owl: <${OWL}> .
@prefix rdfs: <${RDFS}> .
@prefix foaf: <${FOAF}> .

<> a skos:ConceptScheme ;
  dct:title ${literal(oneLine(glossary.title), language)} ;
  dct:identifier ${literal(glossary.id)} ;
  dct:language ${literal(language)} ;
${glossary.license ? `  dct:license ${literal(glossary.license)} ;\n` : ''}${glossary.homepage ? `  foaf:homepage ${iri(glossary.homepage)} ;\n` : ''}  owl:versionInfo ${literal(glossary.version)} .
`;
  for (const entry of glossary.entries) yield concept(entry, language);
}

function concept(entry: Entry, language: string): string {
  const { forms, native } = namesByLanguage(entry, language);
  const statements = [
    'a skos:Concept',
    'skos:inScheme <>',
    `skos:prefLabel ${name(entry.term, language)}`,
    ...forms.map((text) => `skos:altLabel ${name(text, language)}`),
    ...nativeLabels(native, language),
    `skos:definition ${literal(asMarkup(prose(entry.definition)), language)}`,
    ...(entry.kind ? [`dct:type ${literal(entry.kind)}`] : []),
    ...(entry.asOf ? [`dct:valid ${literal(entry.asOf)}`] : []),
    ...entry.related.map((ref) => `skos:related ${iri(addressOf(ref))}`),
    ...entry.sources.map((source) => `dct:source ${sourceNode(source)}`),
  ];
  return `\n${iri(addressOf(entry.id))} ${statements.join(' ;\n  ')} .\n`;
}

/** SKOS wants one preferred label for a language; what follows in the same language is alternative. */
function nativeLabels(native: readonly NativeName[], language: string): string[] {
  const preferred = new Set([language]);
  return native.map(({ lang, text }) => {
    const property = preferred.has(lang) ? 'altLabel' : 'prefLabel';
    preferred.add(lang);
    return `skos:${property} ${name(text, lang)}`;
  });
}

function sourceNode({ title, url }: Source): string {
  return `[ dct:title ${literal(oneLine(title))} ; rdfs:seeAlso ${iri(url)} ]`;
}

/** `#entry` in this file, `glossary#entry` in another one beside it. */
function addressOf(ref: string): string {
  return ref.includes('/') ? ref.replace('/', '#') : `#${ref}`;
}

function name(text: string, lang: string): string {
  return literal(oneLine(text), lang);
}

function literal(text: string, lang?: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped}"${lang === undefined ? '' : `@${lang}`}`;
}

function iri(address: string): string {
  return `<${address.replace(/[\p{Cc} <>"{}|\\^`]/gu, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}>`;
}
