import { LIMITS } from '../format-schema.ts';
import { growingBytes, growingHalves, growingInts } from '../growing.ts';
import { KeptTexts, onItsOwn } from './kept-texts.ts';
import type { Literal, RdfObject, TripleTaker } from './rdf.ts';
import { PROPERTIES, type Property, SKOS } from './skos-words.ts';

/** A resource and what its file says of it. */
export interface Resource {
  readonly iri: string;
  readonly line: number;
  readonly facts: readonly (readonly [Property, RdfObject])[];
}

const NO_CONCEPTS = ['ConceptScheme', 'Collection', 'OrderedCollection'].map((name) => SKOS + name);
/** Characters of one literal that are kept: enough to say that it is too long. */
const KEPT = LIMITS.definition * 2;
const NAMES: readonly Property[] = [...new Set(PROPERTIES.values())];
const NUMBERS = new Map([...PROPERTIES].map(([iri, name]) => [iri, NAMES.indexOf(name)]));
/** Of a fact whose object is a resource, and of one whose literal has no language. */
const POINTS = 0;
const NO_LANGUAGE = 1;
const NONE = -1;

/**
 * Gathers what a file says of each resource, because it may say it anywhere: labels and notes are often
 * resources themselves. Only what a glossary can use is kept, as columns of numbers and bytes: as objects, it
 * would take ten times the size of the file.
 */
export class SkosGraph implements TripleTaker {
  private readonly kept = new KeptTexts();
  private readonly numbers = new Map<string, number>();
  private readonly iris: string[] = [];
  /** By resource: its first and last fact, and the line where it was first spoken of. */
  private readonly firsts = growingInts();
  private readonly lasts = growingInts();
  private readonly lines = growingInts();
  /** Resources of which something is said, in the order of the file. */
  private readonly subjects = growingInts();
  /** By fact: the next one of its resource, its property, its language, and a resource or a kept text. */
  private readonly nexts = growingInts();
  private readonly properties = growingBytes();
  private readonly langs = growingHalves();
  private readonly objects = growingInts();
  private readonly tags: (string | undefined)[] = [undefined, undefined];
  private readonly done: (graph: SkosGraph) => Iterable<unknown>;

  constructor(done: (graph: SkosGraph) => Iterable<unknown>) {
    this.done = done;
  }

  triple(subject: string, predicate: string, object: RdfObject, line: number): void {
    const property = NUMBERS.get(predicate);
    if (property === undefined) return;
    const resource = this.numberOf(subject);
    const before = this.lasts.at(resource);
    const fact = this.nexts.push(NONE);
    this.properties.push(property);
    this.langs.push(typeof object === 'string' ? POINTS : this.tagNumber(object.lang));
    this.objects.push(
      typeof object === 'string' ? this.numberOf(object) : this.kept.add(object.value.slice(0, KEPT)),
    );
    this.lasts.list[resource] = fact;
    if (before !== NONE) this.nexts.list[before] = fact;
    else {
      this.firsts.list[resource] = fact;
      this.lines.list[resource] = line;
      this.subjects.push(resource);
    }
  }

  leftOver(): Iterable<unknown> {
    return this.done(this);
  }

  /** Concepts in the order of the file: what is typed so, or has a preferred label and is nothing else. */
  *concepts(): Generator<Resource> {
    for (let at = 0; at < this.subjects.length; at++) {
      const resource = this.subjects.at(at);
      if (this.isConcept(resource)) yield this.resource(resource);
    }
  }

  /** The names of the concepts, as `concepts` gives them. */
  *conceptNames(): Generator<string> {
    for (let at = 0; at < this.subjects.length; at++) {
      const resource = this.subjects.at(at);
      if (this.isConcept(resource)) yield this.iris[resource] ?? '';
    }
  }

  /** The scheme with a title, or else the first one. */
  scheme(): Resource | undefined {
    const schemes: Resource[] = [];
    for (let at = 0; at < this.subjects.length; at++) {
      const resource = this.subjects.at(at);
      if (this.typesOf(resource).includes(`${SKOS}ConceptScheme`)) schemes.push(this.resource(resource));
    }
    return schemes.find(({ facts }) => facts.some(([property]) => property === 'title')) ?? schemes[0];
  }

  get(iri: string): Resource | undefined {
    const number = this.numbers.get(iri);
    return number === undefined || this.firsts.at(number) === NONE ? undefined : this.resource(number);
  }

  /** The texts of some properties: literals as they are, and those of the nodes that stand for texts. */
  texts({ facts }: Resource, ...properties: readonly Property[]): Literal[] {
    return facts
      .filter(([property]) => properties.includes(property))
      .flatMap(([, object]) => (typeof object === 'string' ? this.valuesOf(object) : [object]));
  }

  private valuesOf(iri: string): Literal[] {
    const facts = this.get(iri)?.facts ?? [];
    return facts.flatMap(([property, object]) =>
      (property === 'value' || property === 'title') && typeof object !== 'string' ? [object] : [],
    );
  }

  private resource(number: number): Resource {
    const facts: (readonly [Property, RdfObject])[] = [];
    for (let fact = this.firsts.at(number); fact !== NONE; fact = this.nexts.at(fact)) {
      facts.push([this.propertyOf(fact), this.objectOf(fact)]);
    }
    return { iri: this.iris[number] ?? '', line: this.lines.at(number), facts };
  }

  private propertyOf(fact: number): Property {
    return NAMES[this.properties.at(fact)] ?? 'note';
  }

  private objectOf(fact: number): RdfObject {
    const lang = this.langs.at(fact);
    const object = this.objects.at(fact) >>> 0;
    return lang === POINTS
      ? (this.iris[object] ?? '')
      : { value: this.kept.at(object), lang: this.tags[lang] };
  }

  private isConcept(resource: number): boolean {
    const types = this.typesOf(resource);
    if (types.includes(`${SKOS}Concept`)) return true;
    return this.isLabelled(resource) && !types.some((type) => NO_CONCEPTS.includes(type));
  }

  private isLabelled(resource: number): boolean {
    for (let fact = this.firsts.at(resource); fact !== NONE; fact = this.nexts.at(fact)) {
      if (['prefLabel', 'prefLabelNode'].includes(this.propertyOf(fact))) return true;
    }
    return false;
  }

  private typesOf(resource: number): string[] {
    const types: string[] = [];
    for (let fact = this.firsts.at(resource); fact !== NONE; fact = this.nexts.at(fact)) {
      const points = this.propertyOf(fact) === 'type' && this.langs.at(fact) === POINTS;
      if (points) types.push(this.iris[this.objects.at(fact)] ?? '');
    }
    return types;
  }

  private numberOf(iri: string): number {
    const known = this.numbers.get(iri);
    if (known !== undefined) return known;
    const own = onItsOwn(iri);
    const number = this.iris.push(own) - 1;
    this.numbers.set(own, number);
    this.firsts.push(NONE);
    this.lasts.push(NONE);
    this.lines.push(0);
    return number;
  }

  private tagNumber(lang: string | undefined): number {
    if (lang === undefined) return NO_LANGUAGE;
    const known = this.tags.indexOf(lang, NO_LANGUAGE + 1);
    // A file with so many languages is none; the last ones are taken for one that is not named.
    if (known >= 0 || this.tags.length > 0xffff) return known >= 0 ? known : NO_LANGUAGE;
    return this.tags.push(onItsOwn(lang)) - 1;
  }
}

/** The resources that some properties point at. */
export function pointsAt({ facts }: Resource, ...properties: readonly Property[]): string[] {
  return facts.flatMap(([property, object]) =>
    properties.includes(property) && typeof object === 'string' ? [object] : [],
  );
}

export function typesOf(resource: Resource): string[] {
  return pointsAt(resource, 'type');
}
