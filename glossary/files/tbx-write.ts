import type { Entry, Glossary } from '../entry.ts';
import { usualCase } from '../format.ts';
import { asMarkup, oneLine, prose } from './plain-text.ts';
import { namesByLanguage } from './raw-entry.ts';
import { xmlText } from './xml-text.ts';

/**
 * Writes TBX-Basic of 2019 with data categories as elements (DCT).
 *
 * Holds ids, terms and forms in their languages, native names, definitions, relations and sources; of the
 * glossary its title and language. White space comes back as single spaces, or as line breaks in definitions.
 * Not held: kinds, questions, dates, cues, and rules of forms (a form of another language is a native name,
 * and the names of one language stand together).
 */
export function* writeTbx(glossary: Glossary): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="${xmlText(glossary.language)}"
  xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min"
  xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>${line(glossary.title)}</title></titleStmt>
      <sourceDesc><p>Glossary ${xmlText(glossary.id)}, version ${line(glossary.version)}</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
`;
  for (const entry of glossary.entries) yield concept(entry, glossary.language);
  yield '    </body>\n  </text>\n</tbx>\n';
}

function concept(entry: Entry, language: string): string {
  const related = entry.related.map((ref) =>
    ref.includes('/')
      ? `        <min:externalCrossReference target="${xmlText(ref)}">${xmlText(ref)}</min:externalCrossReference>\n`
      : `        <basic:crossReference target="${xmlText(xmlId(ref))}">${xmlText(ref)}</basic:crossReference>\n`,
  );
  const sources = entry.sources.map(
    ({ title, url }) =>
      `        <min:externalCrossReference target="${xmlText(url)}">${line(title)}</min:externalCrossReference>\n`,
  );
  const sections = [...byLanguage(entry, language)].map(([lang, terms]) =>
    section(lang, terms, entry, language),
  );
  return `      <conceptEntry id="${xmlText(xmlId(entry.id))}">\n${related.join('')}${sources.join('')}${sections.join('')}      </conceptEntry>\n`;
}

/** The terms of an entry by language, its own language first, in order and each once. */
function byLanguage(entry: Entry, language: string): Map<string, string[]> {
  const { forms, native } = namesByLanguage(entry, language);
  const languages = new Map<string, string[]>([[language, [entry.term, ...forms]]]);
  for (const { lang, text } of native) {
    const terms = languages.get(lang) ?? [];
    if (!terms.includes(text)) languages.set(lang, [...terms, text]);
  }
  return languages;
}

function section(lang: string, terms: readonly string[], entry: Entry, language: string): string {
  const own = lang === language;
  const definition = `          <descripGrp><basic:definition>${xmlText(asMarkup(prose(entry.definition)))}</basic:definition></descripGrp>\n`;
  const written = terms.map((term, at) => termSection(term, own && at === 0, own && at > 0)).join('');
  return `        <langSec xml:lang="${xmlText(lang)}">\n${own ? definition : ''}${written}        </langSec>\n`;
}

function termSection(term: string, preferred: boolean, other: boolean): string {
  const status = preferred
    ? '<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>'
    : '';
  const type = other
    ? `<basic:termType>${usualCase(term) === 'exact' ? 'acronym' : 'variant'}</basic:termType>`
    : '';
  return `          <termSec><term>${line(term)}</term>${status}${type}</termSec>\n`;
}

function line(text: string): string {
  return xmlText(oneLine(text));
}

/** An id in XML begins with no number. */
function xmlId(id: string): string {
  return /^\p{N}/u.test(id) ? `_${id}` : id;
}
