import { KINDS, type Source } from '../entry.ts';
import { quoted } from './complaint.ts';
import type { Concept, ConceptText, Findings, Term } from './concept.ts';
import { Decoding } from './decoding.ts';
import { IdBook, idFromFile, isId } from './ids.ts';
import { languageTag } from './languages.ts';
import { oneLine, toPlainText, xmlProse } from './plain-text.ts';
import type { Literal } from './rdf.ts';
import { RdfXml } from './rdf-xml.ts';
import { readWith } from './reader.ts';
import type { GlossaryReader, Head, ReadOptions, Surveyor } from './reading.ts';
import { pointsAt, type Resource, SkosGraph, typesOf } from './skos-graph.ts';
import type { Property } from './skos-words.ts';
import { sourcesIn } from './sources-in.ts';
import { surveyWith } from './survey.ts';
import { Turtle } from './turtle.ts';
import { Xml } from './xml.ts';

/** The two ways in which thesauri are written down. */
export type Syntax = 'turtle' | 'rdf-xml';

/** Reads a thesaurus in SKOS, as EuroVoc, UNESCO and AGROVOC publish them; N-Triples are Turtle too. */
export function skosReader(syntax: Syntax, options: ReadOptions = {}): GlossaryReader {
  return readWith((findings) => parser(syntax, findings, options.encoding), options);
}

/** Says which languages a thesaurus has. */
export function skosSurveyor(syntax: Syntax, encoding?: string): Surveyor {
  return surveyWith((findings) => parser(syntax, findings, encoding));
}

function parser(syntax: Syntax, findings: Findings, encoding: string | undefined): Decoding {
  const graph = new SkosGraph((all) => new SkosConcepts(all, findings).tell());
  const { complain } = findings;
  const text = syntax === 'turtle' ? new Turtle(graph, complain) : new Xml(new RdfXml(graph), complain);
  return new Decoding(text, complain, encoding);
}

const STATUS: ReadonlyMap<Property, 'preferred' | 'other'> = new Map([
  ['prefLabel', 'preferred'],
  ['prefLabelNode', 'preferred'],
  ['altLabel', 'other'],
  ['altLabelNode', 'other'],
]);

/** Concepts that are told before there is a pause. */
const AT_A_TIME = 200;

/** Resources in, concepts out. */
class SkosConcepts {
  private readonly graph: SkosGraph;
  private readonly findings: Findings;
  private readonly ids = new Map<string, string>();

  constructor(graph: SkosGraph, findings: Findings) {
    this.graph = graph;
    this.findings = findings;
  }

  /** Tells everything, and pauses where what was told may be taken away. */
  *tell(): Generator<undefined> {
    const scheme = this.graph.scheme();
    if (scheme !== undefined) this.findings.head(this.headOf(scheme));
    const book = new IdBook();
    for (const iri of this.graph.conceptNames()) this.ids.set(iri, book.claim(localId(iri), iri));
    let told = 0;
    for (const resource of this.graph.concepts()) {
      this.tellOne(resource);
      if (++told % AT_A_TIME === 0) yield;
    }
    if (this.ids.size > 0) return;
    const expected = 'a skos:Concept with a skos:prefLabel';
    this.findings.complain({ effect: 'skipped', where: 'the file', found: 'no concepts', expected });
  }

  private tellOne(resource: Resource): void {
    const where = `concept <${resource.iri.slice(0, 200)}>`;
    if (!this.graph.texts(resource, 'deprecated').some(({ value }) => /^(true|1)$/.test(value.trim()))) {
      this.findings.concept(this.conceptOf(resource, where));
      return;
    }
    const { line } = resource;
    this.findings.complain({
      effect: 'skipped',
      line,
      where,
      found: 'owl:deprecated',
      expected: 'a concept in use',
    });
  }

  private conceptOf(resource: Resource, where: string): Concept {
    return {
      line: resource.line,
      where,
      id: this.ids.get(resource.iri),
      terms: this.terms(resource),
      texts: this.texts(resource, where),
      related: this.related(resource),
      sources: this.sources(resource),
      rest: { kind: this.kindOf(resource), asOf: this.graph.texts(resource, 'valid')[0]?.value },
    };
  }

  /** In the order of the file, so that the names of a language stay together as they were. */
  private terms({ facts, iri, line }: Resource): Term[] {
    const terms = facts.flatMap(([property, object]): Term[] => {
      const status = STATUS.get(property);
      if (status === undefined) return [];
      const literals = this.graph.texts({ iri, line, facts: [[property, object]] }, property);
      return literals.map(({ value, lang }) => {
        const term = { text: oneLine(value), lang: languageTag(lang) };
        return status === 'preferred' ? { ...term, status } : term;
      });
    });
    return terms.filter(({ text }) => text !== '');
  }

  private texts(resource: Resource, where: string): ConceptText[] {
    const roles = [
      ['definition', 'definition'],
      ['explanation', 'scopeNote'],
      ['note', 'note'],
    ] as const;
    return roles.flatMap(([role, property]) =>
      this.graph.texts(resource, property).flatMap((literal): ConceptText[] => {
        const text = xmlProse(this.plain(literal, resource, `${where} › ${property}`));
        return text === '' ? [] : [{ role, text, lang: languageTag(literal.lang) }];
      }),
    );
  }

  private plain({ value }: Literal, { line }: Resource, where: string): string {
    const plain = toPlainText(value);
    if (plain !== value && /<[a-z/!]/i.test(value)) {
      const expected = 'plain text; its tags are left out';
      this.findings.complain({ effect: 'changed', line, where, found: quoted(value), expected });
    }
    return plain;
  }

  private related(resource: Resource): string[] {
    return (['related', 'broader', 'narrower'] as const)
      .flatMap((property) => pointsAt(resource, property))
      .flatMap((iri) => this.ids.get(iri) ?? byRelativeAddress(iri) ?? []);
  }

  /** Addresses that a concept names as its sources, and those of its definitions. */
  private sources(resource: Resource): Source[] {
    const notes = pointsAt(resource, 'definition', 'scopeNote').flatMap((iri) => this.graph.get(iri) ?? []);
    const found = [resource, ...notes].flatMap((one) => [
      ...pointsAt(one, 'source').flatMap((iri) => this.sourceOf(iri)),
      ...one.facts.flatMap(([property, object]) =>
        property === 'source' && typeof object !== 'string' ? sourcesIn(object.value) : [],
      ),
    ]);
    return found.filter(
      (one, at) => found.findIndex(({ url, title }) => url === one.url && title === one.title) === at,
    );
  }

  private sourceOf(iri: string): Source[] {
    const node = this.graph.get(iri);
    const title = node === undefined ? '' : (this.graph.texts(node, 'title')[0]?.value ?? '');
    const [inside] = node !== undefined && iri.startsWith('_:') ? pointsAt(node, 'source') : [iri];
    return inside === undefined || !/^https?:/i.test(inside) ? [] : sourcesIn(title, inside);
  }

  private kindOf(resource: Resource): string | undefined {
    const said = this.graph.texts(resource, 'kind').map(({ value }) => value);
    const types = typesOf(resource).map((type) => type.replace(/^.*[#/]/, '').toLowerCase());
    // That it is a concept is said of every concept, and says nothing of its kind.
    const named = [...said, ...types.filter((type) => type !== 'concept')];
    return named.find((name) => KINDS.some((kind) => kind === name));
  }

  private headOf(scheme: Resource): Partial<Head> {
    const text = (...properties: readonly Property[]) => this.graph.texts(scheme, ...properties)[0];
    const titles = this.graph.texts(scheme, 'title', 'prefLabel');
    const title = titles.find(({ lang }) => lang?.startsWith('en')) ?? titles[0];
    const license = text('license')?.value ?? pointsAt(scheme, 'license')[0];
    const homepage = pointsAt(scheme, 'homepage')[0];
    const language = languageTag(text('language')?.value);
    const id = text('identifier')?.value;
    const version = text('version')?.value;
    return {
      ...(title && { title: oneLine(title.value) }),
      ...(id && { id }),
      ...(version && { version }),
      ...(license && { license }),
      ...(homepage && { homepage }),
      ...(language && { language }),
    };
  }
}

/** `c_1939` of `http://aims.fao.org/aos/agrovoc/c_1939`. */
function localId(iri: string): string {
  const local = iri.replace(/[#/]+$/, '').replace(/^.*[#/:]/s, '');
  return isId(local) ? local : idFromFile(local === '' ? iri : local);
}

/** Our own files point at entries by relative addresses: `#wpk`, and `north-korea#wpk` for another glossary. */
function byRelativeAddress(iri: string): string | undefined {
  const [glossary = '', entry = '', ...more] = iri.split('#');
  if (more.length > 0 || !isId(entry)) return undefined;
  if (glossary === '') return entry;
  return isId(glossary) ? `${glossary}/${entry}` : undefined;
}
