/** Characters of one token; longer ones are a quote that is never closed. */
const LONGEST_TOKEN = 16 * 2 ** 20;

export type TokenKind = 'iri' | 'name' | 'blank' | 'string' | 'at' | 'mark' | 'word';

/** A token of Turtle: escapes are resolved in strings and IRIs, prefixes are not. */
export interface Token {
  readonly kind: TokenKind;
  readonly value: string;
  readonly line: number;
}

/** Something that cannot stand in Turtle. */
export class TurtleError extends Error {
  readonly line: number;
  readonly expected: string;

  constructor(found: string, expected: string, line: number) {
    super(found);
    this.line = line;
    this.expected = expected;
  }
}

const SPACE = /(?:[ \t\r\n]+|#[^\n]*)*/y;
const NAME =
  /((?:[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*)?):((?:[\p{L}\p{N}\p{M}_:.\-·%]|\\[_~.\-!$&'()*+,;=/?#@%])*)/uy;
const IRI = /<[^\0-\x20<>"{}|^`]*>/y;
const BLANK = /_:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.\-·]*/uy;
const AT = /@[A-Za-z]+(?:-[A-Za-z0-9]+)*/y;
const WORD = /[A-Za-z]+|[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\s\S]))/g;
const ESCAPED: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

/** Cuts Turtle into tokens while it comes in. */
export class TurtleTokens {
  private buffer = '';
  private at = 0;
  private line = 1;
  private last = false;

  push(text: string): void {
    this.buffer = this.buffer.slice(this.at) + text;
    this.at = 0;
    if (this.buffer.length > LONGEST_TOKEN + text.length) {
      throw new Error(`a text of more than ${LONGEST_TOKEN} characters`);
    }
  }

  /** Says that nothing more comes: what stands at the end is complete. */
  finish(): void {
    this.last = true;
  }

  /** The next token, or nothing where more text is needed to tell. */
  next(): Token | undefined {
    if (!this.skipSpace()) return undefined;
    const character = this.buffer[this.at] ?? '';
    if (character === '"' || character === "'") return this.string(character);
    if (character === '<') return this.iri();
    if (character === '_') return this.matched(BLANK, 'blank') ?? this.unknown();
    if (character === '@') return this.matched(AT, 'at') ?? this.unknown();
    if (/[;,[\]()]/.test(character)) return this.token('mark', character, 1);
    if (character === '^') return this.double('^^');
    if (character === '.' && !/\d/.test(this.buffer[this.at + 1] ?? '')) return this.token('mark', '.', 1);
    NAME.lastIndex = this.at;
    if (NAME.test(this.buffer)) return this.matched(NAME, 'name');
    return this.matched(WORD, 'word') ?? this.unknown();
  }

  /** Goes to the end of a broken statement; false where it is not in sight yet. */
  skipStatement(): boolean {
    const end = this.last ? /\.[ \t]*(?:\r?\n|$)/g : /\.[ \t]*\r?\n/g;
    end.lastIndex = this.at;
    const found = end.exec(this.buffer);
    const to = found === null ? this.buffer.length : found.index + found[0].length;
    this.advance(to - this.at);
    return found !== null;
  }

  /** True where something stands after the white space. */
  private skipSpace(): boolean {
    SPACE.lastIndex = this.at;
    const space = SPACE.exec(this.buffer)?.[0] ?? '';
    const ends = this.at + space.length === this.buffer.length;
    // A comment that is cut here goes on in the next piece.
    const comment = ends ? space.lastIndexOf('#', space.length) : -1;
    const open = comment >= 0 && !space.includes('\n', comment) && !this.last;
    this.advance(open ? comment : space.length);
    return !ends;
  }

  private string(quote: string): Token | undefined {
    const rest = this.buffer.length - this.at;
    if (rest < 3 && !this.last) return undefined;
    const long = this.buffer.startsWith(quote.repeat(3), this.at);
    const mark = long ? quote.repeat(3) : quote;
    const end = this.closing(mark, this.at + mark.length);
    const line = end < 0 ? this.buffer.length : end;
    const broken = long ? -1 : this.buffer.slice(this.at, line).search(/[\r\n]/);
    if (broken >= 0 || (end < 0 && this.last)) {
      throw new TurtleError(this.sample(), `a text that ends with ${mark}`, this.line);
    }
    if (end < 0) return undefined;
    const value = unescaped(this.buffer.slice(this.at + mark.length, end));
    return this.token('string', value, end + mark.length - this.at);
  }

  private closing(mark: string, from: number): number {
    for (let at = this.buffer.indexOf(mark, from); at >= 0; at = this.buffer.indexOf(mark, at + 1)) {
      let slashes = 0;
      while (this.buffer[at - 1 - slashes] === '\\' && at - 1 - slashes >= from) slashes++;
      if (slashes % 2 === 0) return at;
    }
    return -1;
  }

  private iri(): Token | undefined {
    IRI.lastIndex = this.at;
    const found = IRI.exec(this.buffer)?.[0];
    if (found !== undefined) return this.token('iri', unescaped(found.slice(1, -1)), found.length);
    const rest = this.buffer.slice(this.at + 1);
    if (!this.last && !/[\0-\x20<>"{}|^`]/.test(rest)) return undefined;
    throw new TurtleError(this.sample(), 'an IRI in <…>', this.line);
  }

  private double(mark: string): Token | undefined {
    if (this.buffer.startsWith(mark, this.at)) return this.token('mark', mark, mark.length);
    return this.unknown();
  }

  private matched(pattern: RegExp, kind: TokenKind): Token | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.buffer)?.[0];
    if (found === undefined) return undefined;
    if (this.at + found.length === this.buffer.length && !this.last) return undefined;
    // A name may hold dots but not end with one: that one ends the statement.
    const value = kind === 'word' ? found : found.replace(/\.+$/, '');
    return this.token(kind, value, value.length);
  }

  /** What is no token may become one with more text, unless it is too long for that. */
  private unknown(): undefined {
    const rest = this.buffer.slice(this.at, this.at + 1_000);
    if (!this.last && rest.length < 1_000 && !/[\s<>"]/.test(rest)) return undefined;
    throw new TurtleError(this.sample(), 'a statement in Turtle', this.line);
  }

  private token(kind: TokenKind, value: string, length: number): Token {
    const token = { kind, value, line: this.line };
    this.advance(length);
    return token;
  }

  private advance(length: number): void {
    const to = this.at + length;
    for (
      let at = this.buffer.indexOf('\n', this.at);
      at >= 0 && at < to;
      at = this.buffer.indexOf('\n', at + 1)
    ) {
      this.line++;
    }
    this.at = to;
  }

  private sample(): string {
    return JSON.stringify(/^[^\r\n]*/.exec(this.buffer.slice(this.at, this.at + 40))?.[0]);
  }
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, short?: string, long?: string, plain: string = '') => {
    const code = Number.parseInt(short ?? long ?? '', 16);
    if (Number.isNaN(code)) return ESCAPED[plain] ?? plain;
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
