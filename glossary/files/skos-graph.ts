import type { Literal, RdfObject, TripleTaker } from './rdf.ts';
import { PROPERTIES, type Property, SKOS } from './skos-words.ts';

/** A resource and what its file says of it. */
export interface Resource {
  readonly iri: string;
  readonly line: number;
  readonly facts: (readonly [Property, RdfObject])[];
}

const NO_CONCEPTS = ['ConceptScheme', 'Collection', 'OrderedCollection'].map((name) => SKOS + name);

/**
 * Gathers what a file says of each resource, because it may say it anywhere: labels and notes are often
 * resources themselves. Only what a glossary can use is kept.
 */
export class SkosGraph implements TripleTaker {
  private readonly resources = new Map<string, Resource>();
  private readonly done: (graph: SkosGraph) => void;

  constructor(done: (graph: SkosGraph) => void) {
    this.done = done;
  }

  triple(subject: string, predicate: string, object: RdfObject, line: number): void {
    const property = PROPERTIES.get(predicate);
    if (property === undefined) return;
    const known = this.resources.get(subject);
    if (known !== undefined) known.facts.push([property, object]);
    else this.resources.set(subject, { iri: subject, line, facts: [[property, object]] });
  }

  end(): void {
    this.done(this);
  }

  /** Concepts in the order of the file: what is typed so, or has a preferred label and is nothing else. */
  *concepts(): Generator<Resource> {
    for (const resource of this.resources.values()) if (isConcept(resource)) yield resource;
  }

  /** The scheme with a title, or else the first one. */
  scheme(): Resource | undefined {
    const schemes = [...this.resources.values()].filter((one) =>
      typesOf(one).includes(`${SKOS}ConceptScheme`),
    );
    return schemes.find(({ facts }) => facts.some(([property]) => property === 'title')) ?? schemes[0];
  }

  get(iri: string): Resource | undefined {
    return this.resources.get(iri);
  }

  /** The texts of some properties: literals as they are, and those of the nodes that stand for texts. */
  texts({ facts }: Resource, ...properties: readonly Property[]): Literal[] {
    return facts
      .filter(([property]) => properties.includes(property))
      .flatMap(([, object]) => (typeof object === 'string' ? this.valuesOf(object) : [object]));
  }

  private valuesOf(iri: string): Literal[] {
    const facts = this.resources.get(iri)?.facts ?? [];
    return facts.flatMap(([property, object]) =>
      (property === 'value' || property === 'title') && typeof object !== 'string' ? [object] : [],
    );
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

function isConcept(resource: Resource): boolean {
  const types = typesOf(resource);
  if (types.includes(`${SKOS}Concept`)) return true;
  const labelled = resource.facts.some(
    ([property]) => property === 'prefLabel' || property === 'prefLabelNode',
  );
  return labelled && !types.some((type) => NO_CONCEPTS.includes(type));
}
