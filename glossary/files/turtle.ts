import { quoted } from './complaint.ts';
import type { Findings, Parser } from './concept.ts';
import { RDF_TYPE, type RdfObject, resolved, type TripleTaker } from './rdf.ts';
import { type Token, TurtleError, TurtleTokens } from './turtle-tokens.ts';

/** Blank nodes in blank nodes. */
const DEEPEST = 100;

/** What is open: a statement, a blank node in brackets, or a collection, whose items are skipped. */
interface Frame {
  readonly kind: 'statement' | 'node' | 'collection';
  subject: string;
  predicate: string;
}

type State = 'subject' | 'verb' | 'object' | 'literal' | 'datatype' | 'after' | 'directive';

/**
 * Reads Turtle, and N-Triples with it, while it comes in. A statement that is wrong is left out from there to
 * its end. (The parsers at hand stop at the first error, and bring streams and stores that nothing here uses.)
 */
export class Turtle implements Parser<string> {
  private readonly tokens = new TurtleTokens();
  private readonly taker: TripleTaker;
  private readonly complain: Findings['complain'];
  private readonly prefixes = new Map<string, string>();
  private base: string | undefined;
  private state: State = 'subject';
  private frames: Frame[] = [];
  private directive: Token[] = [];
  private literal = '';
  private skipping = false;
  private nodes = 0;
  private line = 1;

  constructor(taker: TripleTaker, complain: Findings['complain']) {
    this.taker = taker;
    this.complain = complain;
  }

  write(text: string): void {
    this.tokens.push(text);
    this.readAll();
  }

  end(): void {
    this.tokens.finish();
    this.readAll();
    if (this.state !== 'subject') {
      const expected = 'the rest of the statement, and "."';
      this.complain({
        effect: 'skipped',
        line: this.line,
        where: 'statement',
        found: 'the end of the file',
        expected,
      });
    }
  }

  leftOver(): Iterable<unknown> {
    return this.taker.leftOver();
  }

  private readAll(): void {
    for (;;) {
      if (this.skipping && !this.tokens.skipStatement()) return;
      this.skipping = false;
      try {
        for (let token = this.tokens.next(); token !== undefined; token = this.tokens.next())
          this.take(token);
        return;
      } catch (error) {
        if (!(error instanceof TurtleError)) throw error;
        this.giveUpStatement(error);
      }
    }
  }

  private giveUpStatement({ message, expected, line }: TurtleError): void {
    const subject = this.frames[0]?.subject;
    const where = subject === undefined ? 'statement' : `statement about <${subject.slice(0, 200)}>`;
    this.complain({ effect: 'skipped', line, where, found: message, expected });
    this.frames = [];
    this.directive = [];
    this.state = 'subject';
    this.skipping = true;
  }

  private take(token: Token): void {
    this.line = token.line;
    if (this.state === 'subject') this.takeSubject(token);
    else if (this.state === 'verb') this.takeVerb(token);
    else if (this.state === 'object') this.takeObject(token);
    else if (this.state === 'directive') this.takeDirective(token);
    else if (this.state === 'literal') this.takeAfterLiteral(token);
    else if (this.state === 'datatype') this.give({ value: this.literal }, token);
    else this.takeAfter(token);
  }

  private takeSubject(token: Token): void {
    const { kind, value } = token;
    if (kind === 'at' || (kind === 'word' && /^(prefix|base)$/i.test(value))) {
      this.directive = [token];
      this.state = 'directive';
    } else if (kind === 'mark' && (value === '[' || value === '(')) {
      this.frames = [];
      this.openFrame(value, token);
    } else {
      this.frames = [{ kind: 'statement', subject: this.node(token, 'a subject'), predicate: '' }];
      this.state = 'verb';
    }
  }

  private takeVerb(token: Token): void {
    const { kind, value } = token;
    if (kind === 'mark' && value === ';') return;
    if (kind === 'mark' && (value === '.' || value === ']')) this.takeAfter(token);
    else {
      this.top().predicate = kind === 'word' && value === 'a' ? RDF_TYPE : this.node(token, 'a property');
      this.state = 'object';
    }
  }

  private takeObject(token: Token): void {
    const { kind, value } = token;
    if (kind === 'string') {
      this.literal = value;
      this.state = 'literal';
    } else if (kind === 'mark' && (value === '[' || value === '(')) this.openFrame(value, token);
    else if (kind === 'mark' && value === ')' && this.top().kind === 'collection') this.closeFrame();
    else if (kind === 'word') this.give({ value }, token);
    else this.give(this.node(token, 'a value'), token);
  }

  private takeAfterLiteral(token: Token): void {
    if (token.kind === 'at') this.give({ value: this.literal, lang: token.value.slice(1) }, token);
    else if (token.kind === 'mark' && token.value === '^^') this.state = 'datatype';
    else {
      this.give({ value: this.literal }, token);
      this.take(token);
    }
  }

  private takeAfter(token: Token): void {
    const { value } = token;
    const { kind } = this.top();
    if (token.kind !== 'mark') throw this.unexpected(token, '",", ";" or "."');
    if (value === ',' && kind !== 'collection') this.state = 'object';
    else if (value === ';') this.state = 'verb';
    else if (value === '.' && kind === 'statement') {
      this.frames = [];
      this.state = 'subject';
    } else if (value === ']' && kind === 'node') this.closeFrame();
    else throw this.unexpected(token, kind === 'node' ? '",", ";" or "]"' : '",", ";" or "."');
  }

  private openFrame(mark: string, token: Token): void {
    if (this.frames.length >= DEEPEST)
      throw new TurtleError('more', `at most ${DEEPEST} nested nodes`, token.line);
    const subject = `_:#${++this.nodes}`;
    const isSubject = this.frames.length === 0;
    if (isSubject) this.frames.push({ kind: 'statement', subject, predicate: '' });
    else this.give(subject, token);
    this.frames.push({ kind: mark === '[' ? 'node' : 'collection', subject, predicate: '' });
    this.state = mark === '[' ? 'verb' : 'object';
  }

  private closeFrame(): void {
    this.frames.pop();
    const top = this.top();
    const wasSubject = top.kind === 'statement' && top.predicate === '';
    this.state = wasSubject ? 'verb' : top.kind === 'collection' ? 'object' : 'after';
  }

  private give(object: RdfObject, { line }: Token): void {
    const { kind, subject, predicate } = this.top();
    if (kind !== 'collection') this.taker.triple(subject, predicate, object, line);
    this.state = kind === 'collection' ? 'object' : 'after';
  }

  private takeDirective(token: Token): void {
    const [first] = this.directive;
    this.directive.push(token);
    const isPrefix = /prefix$/i.test(first?.value ?? '');
    const wanted = (isPrefix ? 3 : 2) + (first?.kind === 'at' ? 1 : 0);
    if (this.directive.length < wanted) return;
    const [, second, third] = this.directive;
    const iri = isPrefix ? third : second;
    if (iri?.kind !== 'iri' || (isPrefix && !second?.value.endsWith(':'))) {
      throw this.unexpected(second ?? token, 'a prefix such as "skos:" and an IRI');
    }
    if (isPrefix) this.prefixes.set(second?.value.slice(0, -1) ?? '', resolved(iri.value, this.base));
    else this.base = resolved(iri.value, this.base);
    this.directive = [];
    this.state = 'subject';
  }

  private node(token: Token, expected: string): string {
    const { kind, value } = token;
    if (kind === 'iri') return resolved(value, this.base);
    if (kind === 'blank') return value;
    if (kind !== 'name') throw this.unexpected(token, expected);
    const colon = value.indexOf(':');
    const prefix = this.prefixes.get(value.slice(0, colon));
    if (prefix === undefined) throw this.unexpected(token, `a prefix that is declared before (${expected})`);
    return prefix + value.slice(colon + 1).replace(/\\(.)/g, '$1');
  }

  private top(): Frame {
    return this.frames.at(-1) ?? { kind: 'statement', subject: '', predicate: '' };
  }

  private unexpected({ value, line }: Token, expected: string): TurtleError {
    return new TurtleError(quoted(value), expected, line);
  }
}
