import { LIMITS } from '../format-schema.ts';
import { RDF, RDF_TYPE, type RdfObject, resolved, type TripleTaker } from './rdf.ts';
import type { XmlElement, XmlTaker } from './xml.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
/** Characters of one literal that are kept. */
const KEPT = LIMITS.definition * 2;
/** Attributes of RDF itself, which are no properties. */
const SYNTAX = new Set([
  'about',
  'ID',
  'nodeID',
  'resource',
  'parseType',
  'datatype',
  'bagID',
  'aboutEach',
  'li',
]);

interface Frame {
  readonly kind: 'root' | 'node' | 'property' | 'markup' | 'skipped';
  readonly subject: string;
  readonly predicate: string;
  readonly lang: string | undefined;
  readonly base: string | undefined;
  readonly line: number;
  text: string;
  hasNode: boolean;
}

/** The elements of an RDF/XML file in, statements out. */
export class RdfXml implements XmlTaker {
  private readonly taker: TripleTaker;
  private readonly frames: Frame[] = [];
  private nodes = 0;

  constructor(taker: TripleTaker) {
    this.taker = taker;
  }

  open(element: XmlElement): void {
    const above = this.frames.at(-1);
    if (above?.kind === 'markup' || above?.kind === 'skipped') this.frames.push({ ...above, text: '' });
    else if (element.uri === RDF && element.local === 'RDF') this.push('root', element, '', '');
    else if (above?.kind === 'node') this.openProperty(element, above.subject);
    else this.openNode(element, above);
  }

  text(text: string): void {
    const top = this.frames.at(-1);
    if (top !== undefined && top.text.length < KEPT) top.text += text;
  }

  close(): void {
    const frame = this.frames.pop();
    const above = this.frames.at(-1);
    if (frame?.kind === 'markup' && above?.kind === 'markup') {
      above.text += frame.text;
      return;
    }
    if (frame === undefined || frame.hasNode || !['property', 'markup'].includes(frame.kind)) return;
    this.taker.triple(frame.subject, frame.predicate, { value: frame.text, lang: frame.lang }, frame.line);
  }

  leftOver(): Iterable<unknown> {
    return this.taker.leftOver();
  }

  private openNode(element: XmlElement, above: Frame | undefined): void {
    const subject = this.named(element, 'about') ?? this.blank();
    if (above?.kind === 'property') {
      above.hasNode = true;
      this.taker.triple(above.subject, above.predicate, subject, element.line);
    }
    this.push('node', element, subject, '');
    if (element.uri !== RDF || element.local !== 'Description') {
      this.taker.triple(subject, RDF_TYPE, element.uri + element.local, element.line);
    }
    this.takeAttributes(element, subject);
  }

  private openProperty(element: XmlElement, subject: string): void {
    const predicate = element.uri + element.local;
    const parseType = rdf(element, 'parseType');
    const own = element.attributes.filter((one) => !isSyntax(one));
    const object =
      this.named(element, 'resource') ??
      (parseType === 'Resource' || own.length > 0 ? this.blank() : undefined);
    if (object !== undefined) this.taker.triple(subject, predicate, object satisfies RdfObject, element.line);
    if (parseType === 'Resource' && object !== undefined) this.push('node', element, object, '');
    else this.push(kindOf(parseType), element, subject, predicate, object !== undefined);
    if (object !== undefined) this.takeAttributes(element, object);
  }

  /** Properties may stand as attributes too. */
  private takeAttributes(element: XmlElement, subject: string): void {
    const lang = this.frames.at(-1)?.lang;
    for (const attribute of element.attributes) {
      if (isSyntax(attribute)) continue;
      const { uri, local, value } = attribute;
      this.taker.triple(
        subject,
        uri + local,
        uri + local === RDF_TYPE ? value : { value, lang },
        element.line,
      );
    }
  }

  private named(element: XmlElement, attribute: 'about' | 'resource'): string | undefined {
    const base = element.attribute('xml:base') ?? this.frames.at(-1)?.base;
    const iri = rdf(element, attribute);
    if (iri !== undefined) return resolved(iri, base);
    const node = rdf(element, 'nodeID');
    if (node !== undefined) return `_:${node}`;
    const id = attribute === 'about' ? rdf(element, 'ID') : undefined;
    return id === undefined ? undefined : resolved(`#${id}`, base);
  }

  private blank(): string {
    return `_:#${++this.nodes}`;
  }

  private push(
    kind: Frame['kind'],
    element: XmlElement,
    subject: string,
    predicate: string,
    hasNode = false,
  ): void {
    const above = this.frames.at(-1);
    const lang = element.attribute('xml:lang') ?? above?.lang;
    const base = element.attribute('xml:base') ?? above?.base;
    this.frames.push({
      kind,
      subject,
      predicate,
      lang: lang || undefined,
      base,
      line: element.line,
      text: '',
      hasNode,
    });
  }
}

function rdf({ attributes }: XmlElement, local: string): string | undefined {
  return attributes.find((one) => one.local === local && (one.uri === RDF || one.uri === ''))?.value;
}

function isSyntax({ uri, local }: { readonly uri: string; readonly local: string }): boolean {
  return (
    uri === '' || uri === XML || uri === 'http://www.w3.org/2000/xmlns/' || (uri === RDF && SYNTAX.has(local))
  );
}

function kindOf(parseType: string | undefined): Frame['kind'] {
  if (parseType === 'Literal') return 'markup';
  return parseType === 'Collection' ? 'skipped' : 'property';
}
