import { SaxesParser, type SaxesTagNS } from 'saxes';
import { quoted } from './complaint.ts';
import type { Findings, Parser } from './concept.ts';

/** Characters without an end of anything: a text or attribute that long is an attack or damage. */
const LONGEST_PIECE = 16 * 2 ** 20;
/** Elements in elements; term files need about ten. */
const DEEPEST = 200;
/** Errors after which a file is given up. */
const MOST_ERRORS = 10_000;

/** An element as it opens. */
export interface XmlElement {
  readonly local: string;
  readonly uri: string;
  readonly line: number;
  /** Value of an attribute by its name as written, as in `xml:lang`. */
  attribute(name: string): string | undefined;
  /** All attributes that are in a namespace, but for declarations. */
  readonly attributes: readonly { readonly uri: string; readonly local: string; readonly value: string }[];
}

/** Takes the elements and texts of an XML file in order. */
export interface XmlTaker {
  open(element: XmlElement): void;
  text(text: string): void;
  close(local: string): void;
  end?(): void;
  /** As that of a parser. */
  leftOver?(): Iterable<unknown>;
}

/**
 * Reads XML while it comes in. Entities that a file declares and external definitions are never resolved, so
 * neither can cost anything; what is wrong is reported and reading goes on as well as it can.
 */
export class Xml implements Parser<string> {
  private readonly sax = new SaxesParser({ xmlns: true });
  private readonly taker: XmlTaker;
  private readonly complain: Findings['complain'];
  private readonly path: string[] = [];
  private errors = 0;
  private silence = 0;
  private lastError = '';

  constructor(taker: XmlTaker, complain: Findings['complain']) {
    this.taker = taker;
    this.complain = complain;
    this.sax.on('error', (error) => this.takeError(error.message));
    this.sax.on('doctype', () => this.tell('noted', 'a document type', 'none; it is not read'));
    this.sax.on('opentag', (tag) => this.open(tag));
    this.sax.on('closetag', (tag) => this.close(tag.local));
    this.sax.on('text', (text) => this.pass(text));
    this.sax.on('cdata', (text) => this.pass(text));
    this.sax.on('comment', () => this.heard());
  }

  write(text: string): void {
    this.silence += text.length;
    this.sax.write(text);
    if (this.silence > LONGEST_PIECE) throw new Error(`a text of more than ${LONGEST_PIECE} characters`);
  }

  end(): void {
    if (this.path.length > 0) this.tell('skipped', 'the end of the file', `</${this.path.at(-1)}>`);
    // Closing a file that ends too early brings errors that say the same once more.
    this.errors = this.path.length > 0 ? MOST_ERRORS + 1 : this.errors;
    this.sax.close();
    this.taker.end?.();
  }

  leftOver(): Iterable<unknown> {
    return this.taker.leftOver?.() ?? [];
  }

  private open(tag: SaxesTagNS): void {
    this.heard();
    this.path.push(tag.local);
    if (this.path.length > DEEPEST) throw new Error(`elements nested more than ${DEEPEST} deep`);
    const attributes = Object.values(tag.attributes);
    this.taker.open({
      local: tag.local,
      uri: tag.uri,
      line: this.sax.line,
      attribute: (name) => tag.attributes[name]?.value,
      attributes,
    });
  }

  private close(local: string): void {
    this.heard();
    this.path.pop();
    this.taker.close(local);
  }

  private pass(text: string): void {
    this.heard();
    this.taker.text(text);
  }

  private heard(): void {
    this.silence = 0;
  }

  private takeError(message: string): void {
    this.errors++;
    if (this.errors === MOST_ERRORS) throw new Error(`more than ${MOST_ERRORS} errors`);
    const what = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (this.errors > MOST_ERRORS || what === this.lastError) return;
    this.lastError = what;
    this.tell('noted', what, 'well-formed XML');
  }

  private tell(effect: 'noted' | 'skipped', found: string, expected: string): void {
    const where = this.path.length === 0 ? 'the file' : this.path.slice(-3).join(' › ');
    const short = found.length > 80 ? quoted(found) : found;
    this.complain({ effect, line: this.sax.line, where, found: short, expected });
  }
}
