import type { Source } from '../entry.ts';
import { LIMITS } from '../format-schema.ts';
import { quoted } from './complaint.ts';
import type { Concept, ConceptText, Findings, Term } from './concept.ts';
import { idFromFile, isId } from './ids.ts';
import { languageTag } from './languages.ts';
import { oneLine, toPlainText, xmlProse } from './plain-text.ts';
import { sourcesIn } from './sources-in.ts';
import { isAbbreviation, meaningOf, statusOf } from './tbx-categories.ts';
import type { XmlElement, XmlTaker } from './xml.ts';

/** Characters of one element that are kept; what is longer is refused for its length. */
const KEPT = LIMITS.definition * 2;
/** Terms of one concept in all languages. */
const MOST_TERMS = 5_000;

const CONCEPTS = new Set(['conceptEntry', 'termEntry']);
const LANGUAGES = new Set(['langSec', 'langSet']);
const TERMS = new Set(['termSec', 'tig', 'ntig']);
const GROUP = /Grp$|List$/;

type Level = 'file' | 'concept' | 'language' | 'term';
type TermParts = { -readonly [Key in keyof Term]: Term[Key] };

interface Open {
  readonly id: string | undefined;
  readonly line: number;
  readonly terms: Term[];
  readonly texts: ConceptText[];
  readonly related: string[];
  readonly sources: Source[];
}

/** An element whose text is being collected. */
interface Category {
  readonly name: string;
  readonly target: string | undefined;
  readonly lang: string | undefined;
  text: string;
}

/** The elements of a TBX file in, concepts out, one at a time. */
export class TbxConcepts implements XmlTaker {
  private readonly findings: Findings;
  private concept: Open | undefined;
  private lang: string | undefined;
  private term: TermParts | undefined;
  private category: Category | undefined;
  /** Elements inside the one whose text is collected: highlighting, and words in other languages. */
  private inside = 0;
  private seen = 0;

  constructor(findings: Findings) {
    this.findings = findings;
  }

  open(element: XmlElement): void {
    const { local } = element;
    if (this.category !== undefined) this.inside++;
    else if (CONCEPTS.has(local)) this.openConcept(element);
    else if (LANGUAGES.has(local))
      this.lang = languageTag(element.attribute('xml:lang') ?? element.attribute('lang'));
    else if (TERMS.has(local)) this.term = { text: '', lang: this.lang };
    else if (this.concept !== undefined) this.openCategory(element);
    else this.openHeader(element);
  }

  text(text: string): void {
    if (this.category !== undefined && this.category.text.length < KEPT) this.category.text += text;
  }

  close(local: string): void {
    if (this.inside > 0) this.inside--;
    else if (this.category !== undefined) this.closeCategory(this.category);
    else if (CONCEPTS.has(local)) this.closeConcept();
    else if (LANGUAGES.has(local)) this.lang = undefined;
    else if (TERMS.has(local)) this.closeTerm();
  }

  end(): void {
    this.closeTerm();
    this.closeConcept();
    if (this.seen > 0) return;
    const expected = 'a "conceptEntry" (2019) or "termEntry" (2008)';
    this.findings.complain({ effect: 'skipped', where: 'the file', found: 'no concepts', expected });
  }

  private openConcept({ local, line, attribute }: XmlElement): void {
    this.closeConcept();
    const id = attribute('id') || attribute('xml:id');
    this.where = local;
    this.seen++;
    this.concept = { id, line, terms: [], texts: [], related: [], sources: [] };
  }

  private where = 'conceptEntry';

  private openHeader({ local, attribute }: XmlElement): void {
    if (local === 'tbx' || local === 'martif') {
      const language = languageTag(attribute('xml:lang'));
      if (language !== undefined) this.findings.head({ language });
    }
    if (local === 'title') this.category = { name: 'title', target: undefined, lang: undefined, text: '' };
  }

  private openCategory({ local, attribute }: XmlElement): void {
    if (GROUP.test(local)) return;
    const name = attribute('type') ?? local;
    const lang = languageTag(attribute('xml:lang'));
    this.category = { name: local === 'term' ? 'term' : name, target: attribute('target'), lang, text: '' };
  }

  private closeCategory(category: Category): void {
    this.category = undefined;
    if (this.concept !== undefined) this.takeCategory(category, this.concept);
    else if (category.name === 'title') this.findings.head({ title: oneLine(category.text) });
  }

  private takeCategory({ name, target, lang = this.lang, text }: Category, concept: Open): void {
    const meaning = meaningOf(name, target);
    if (meaning === 'term') this.takeTerm(oneLine(text));
    else if (meaning === 'termType' && this.term) this.term.abbreviation = isAbbreviation(text);
    else if (meaning === 'status' && this.term) this.term.status = statusOf(text) ?? this.term.status;
    else if (meaning === 'source') concept.sources.push(...sourcesIn(text, target));
    else if (meaning === 'relation') this.relate(target, concept);
    else if (
      meaning === 'definition' ||
      meaning === 'explanation' ||
      (meaning === 'note' && this.level !== 'term')
    ) {
      const plain = xmlProse(this.plain(text, name));
      if (plain !== '') concept.texts.push({ role: meaning, lang, text: plain });
    }
  }

  private get level(): Level {
    if (this.term !== undefined) return 'term';
    return this.lang === undefined ? 'concept' : 'language';
  }

  private takeTerm(text: string): void {
    if (this.term !== undefined) this.term.text ||= text;
    else if (text !== '') this.concept?.terms.push({ text, lang: this.lang });
  }

  /** A relation points at a concept of the file; an address in its place is a source. */
  private relate(target: string | undefined, concept: Open): void {
    const id = target?.replace(/^#/, '') ?? '';
    if (id === '') return;
    const [glossary = '', entry = ''] = id.split('/');
    concept.related.push(id.split('/').length === 2 && isId(glossary) && isId(entry) ? id : idFromFile(id));
  }

  private closeTerm(): void {
    const { term, concept } = this;
    this.term = undefined;
    if (term === undefined || term.text === '' || concept === undefined) return;
    if (concept.terms.length < MOST_TERMS) concept.terms.push(term);
  }

  private closeConcept(): void {
    const { concept } = this;
    this.concept = undefined;
    this.lang = undefined;
    if (concept === undefined) return;
    const sources = concept.sources.filter(
      (one, at, all) => all.findIndex(({ url }) => url === one.url) === at,
    );
    this.findings.concept({
      ...concept,
      sources,
      where: this.placeOf(concept),
      ...(concept.id !== undefined && { id: idFromFile(concept.id) }),
    } satisfies Concept);
  }

  private placeOf({ id, terms }: Open): string {
    const name = id ?? terms[0]?.text;
    return name === undefined ? this.where : `${this.where} ${quoted(name)}`;
  }

  private plain(text: string, name: string): string {
    const plain = toPlainText(text);
    if (plain !== text && /<[a-z/!]/i.test(text) && this.concept !== undefined) {
      const { line } = this.concept;
      const where = `${this.placeOf(this.concept)} › ${name}`;
      const expected = 'plain text; its tags are left out';
      this.findings.complain({ effect: 'changed', line, where, found: quoted(text), expected });
    }
    return plain;
  }
}
