import type { FileComplaint } from './complaint.ts';
import type { Parser } from './concept.ts';
import type { Chunk } from './reading.ts';
import { sniffEncoding } from './sniff-encoding.ts';

/** Bytes that are looked at before the encoding is settled: an XML declaration fits. */
const SNIFFED = 256;

/**
 * Bytes in, text out: a byte order mark or an XML declaration is believed, then UTF-8 is tried, and what is
 * no UTF-8 is Windows-1252.
 */
export class Decoding implements Parser {
  private readonly target: Parser<string>;
  private readonly complain: (complaint: FileComplaint) => void;
  private readonly asked: string | undefined;
  private readonly strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Set once the bytes are known to be in this encoding. */
  private known: TextDecoder | undefined;
  private rest: Uint8Array = new Uint8Array();
  private begun = false;
  private first = true;
  private sawUtf8 = false;
  private line = 1;

  constructor(target: Parser<string>, complain: (complaint: FileComplaint) => void, encoding?: string) {
    this.target = target;
    this.complain = complain;
    this.asked = encoding;
  }

  write(chunk: Chunk): void {
    if (typeof chunk === 'string') {
      this.pass(chunk);
      return;
    }
    const bytes = joined(this.rest, chunk);
    this.rest = new Uint8Array();
    if (this.begun || bytes.length >= SNIFFED) this.decode(bytes, false);
    else this.rest = bytes.slice();
  }

  end(): void {
    const { rest } = this;
    this.rest = new Uint8Array();
    this.decode(rest, true);
    this.target.end();
  }

  leftOver(): Iterable<unknown> {
    return this.target.leftOver?.() ?? [];
  }

  private decode(bytes: Uint8Array, last: boolean): void {
    if (!this.begun) this.begin(bytes);
    if (this.known !== undefined) this.pass(this.known.decode(bytes, { stream: !last }));
    else this.decodeUtf8(bytes, last);
  }

  private begin(bytes: Uint8Array): void {
    this.begun = true;
    const encoding = this.asked ?? sniffEncoding(bytes);
    if (encoding === undefined || /^utf-?8$/i.test(encoding)) return;
    try {
      this.known = new TextDecoder(encoding);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.note(JSON.stringify(encoding), 'the name of an encoding, as in "windows-1252" or "utf-8"');
    }
  }

  private decodeUtf8(bytes: Uint8Array, last: boolean): void {
    const whole = last ? bytes.length : bytes.length - openSequence(bytes);
    const part = bytes.subarray(0, whole);
    let text: string;
    try {
      text = this.strict.decode(part);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.decodeDamaged(bytes, last);
      return;
    }
    this.sawUtf8 ||= text.length !== part.length;
    this.rest = bytes.slice(whole);
    this.pass(text);
  }

  private decodeDamaged(bytes: Uint8Array, last: boolean): void {
    const text = this.lenient.decode(bytes);
    const wrong = text.match(/\uFFFD/g)?.length ?? 0;
    const right = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
    if (!this.sawUtf8 && right <= wrong) {
      this.note('bytes that are not UTF-8', 'UTF-8; read as Windows-1252 instead');
      this.known = new TextDecoder('windows-1252');
      this.pass(this.known.decode(bytes, { stream: !last }));
      return;
    }
    const before = text.slice(0, text.indexOf('\uFFFD')).split('\n').length - 1;
    this.note('bytes that are not UTF-8, shown as \uFFFD', 'UTF-8 throughout', this.line + before);
    this.sawUtf8 = true;
    this.pass(text);
  }

  private note(found: string, expected: string, line?: number): void {
    this.complain({ effect: 'noted', ...(line && { line }), where: 'encoding', found, expected });
  }

  private pass(text: string): void {
    if (text === '') return;
    const clean = this.first && text.startsWith('\uFEFF') ? text.slice(1) : text;
    this.first = false;
    for (let at = clean.indexOf('\n'); at >= 0; at = clean.indexOf('\n', at + 1)) this.line++;
    this.target.write(clean);
  }
}

function joined(rest: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (rest.length === 0) return chunk;
  const both = new Uint8Array(rest.length + chunk.length);
  both.set(rest);
  both.set(chunk, rest.length);
  return both;
}

/** Length of a sequence that has begun at the end of the bytes and may go on in the next chunk. */
function openSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
