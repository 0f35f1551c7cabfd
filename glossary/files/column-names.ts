import type { Column, ColumnRole } from './csv-columns.ts';
import { languageNamed } from './languages.ts';

/** How people and programs call columns, in lower case, with single spaces and without marks. */
const NAMES: Partial<Record<ColumnRole, string>> = {
  id: 'id, entry id, entryid, concept id, conceptid, termid, term id, entry number, entry no, no, nr, number, key, guid, uri, identifier',
  term: 'term, terms, name, word, headword, entry, lemma, title, front, phrase, expression, preferred term, preferred label, preflabel, label, designation, glossary term, begriff, benennung, wort, terme, término, termo, termine, 用語, 术语, 용어, термин',
  forms:
    'forms, form, synonym, synonyms, alias, aliases, aka, also known as, abbreviation, abbreviations, abbr, abbrev, acronym, acronyms, variant, variants, alternative, alternatives, alternative term, alternative terms, alternative label, altlabel, altlabels, other names, short form, full form, full name, long form, long name, expansion, stands for, synonyme, abkürzung, abkürzungen, kurzform, langform, synonymes, abréviation, abréviations, sinónimo, sinónimos, abreviatura, sinonimi, sinônimos, 同义词, 略語, синонимы',
  native: 'native, native name, native names, original, original name, translation, translations',
  language: 'language, lang, locale, sprache, langue, idioma, lingua',
  definition:
    'definition, definitions, meaning, description, explanation, gloss, back, explanation of term, bedeutung, beschreibung, erklärung, définition, signification, definición, significado, definizione, definição, 定義, 定义, 정의, определение',
  note: 'note, notes, comment, comments, remark, remarks, scope note, scopenote, usage note, usage notes, anmerkung, anmerkungen, bemerkung, remarque, nota, notas',
  kind: 'kind, type, category, entry type',
  question: 'question',
  asOf: 'asof, as of, checked, last checked',
  context: 'cues, context words',
  not: 'cues against, not words',
  related:
    'related, related term, related terms, related entries, see also, see, cross reference, siehe auch, voir aussi',
  sources:
    'source, sources, url, urls, link, links, reference, references, source url, web, website, quelle, quellen, fuente',
};

const ROLE_BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.split(', ').map((name): [string, ColumnRole] => [name, role as ColumnRole]),
  ),
);

/**
 * What a column holds by its name: a role, a language, or both in either order.
 *
 * @example columnNamed('Synonym_DE') // { role: 'forms', lang: 'de' }
 */
export function columnNamed(name: string): Column | undefined {
  const plain = simplified(name);
  const role = ROLE_BY_NAME.get(plain) ?? ROLE_BY_NAME.get(plain.replace(/ ?\d+$/, ''));
  if (role !== undefined) return { role };
  const whole = languageNamed(name.trim());
  if (whole !== undefined) return { role: 'term', lang: whole };
  const words = name
    .trim()
    .split(/[\s_:()[\]/|.]+/)
    .filter((word) => word !== '');
  for (const [at, word] of words.entries()) {
    const lang = languageNamed(word);
    if (lang === undefined) continue;
    const others = words.filter((_, other) => other !== at && !/^\d+$/.test(words[other] ?? ''));
    const otherRole = others.length === 0 ? 'term' : ROLE_BY_NAME.get(simplified(others.join(' ')));
    if (otherRole !== undefined) return { role: otherRole === 'native' ? 'term' : otherRole, lang };
  }
  return undefined;
}

function simplified(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_\-.:()[\]/*]+/g, ' ')
    .trim();
}
