import { quoted } from './complaint.ts';
import type { Findings, Parser } from './concept.ts';
import { Decoding } from './decoding.ts';
import { JsonPieces } from './json-pieces.ts';
import { readWith } from './reader.ts';
import type { Chunk, GlossaryReader, ReadOptions, Surveyor } from './reading.ts';
import { surveyWith } from './survey.ts';
import { YomitanTerms } from './yomitan-terms.ts';
import { isWhole, type ZipMember, zipMembers } from './zip.ts';

/** Packed bytes that are taken; dictionaries with all their pictures have about half of it. */
const MOST_PACKED = 128 * 2 ** 20;
const MOST_UNPACKED = 256 * 2 ** 20;

/** Reads the term banks of a Yomitan dictionary, version 3, and of version 1 where they look the same. */
export function yomitanReader(options: ReadOptions = {}): GlossaryReader {
  return readWith((findings) => new Yomitan(findings, options.mostUnpacked ?? MOST_UNPACKED), options);
}

/** Says what a Yomitan dictionary holds; needs the whole file, because a zip begins at its end. */
export function yomitanSurveyor(): Surveyor {
  return surveyWith((findings) => new Yomitan(findings, MOST_UNPACKED));
}

/** Collects the zip and takes it apart at the end: its index may be the last file. */
class Yomitan implements Parser {
  private readonly findings: Findings;
  private readonly terms: YomitanTerms;
  private left: number;
  private chunks: Uint8Array[] = [];
  private packed = 0;

  constructor(findings: Findings, mostUnpacked: number) {
    this.findings = findings;
    this.terms = new YomitanTerms(findings);
    this.left = mostUnpacked;
  }

  write(chunk: Chunk): void {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk.slice();
    this.packed += bytes.length;
    if (this.packed > MOST_PACKED) throw new Error(`a zip of more than ${MOST_PACKED / 2 ** 20} MB`);
    this.chunks.push(bytes);
  }

  end(): void {
    const bytes = this.collected();
    let banks = 0;
    if (!isWhole(bytes)) this.tell('the file', 'no directory at its end', 'a whole zip');
    for (const member of zipMembers(bytes)) {
      const { name } = member;
      if (name === 'index.json')
        this.read(member, { item: () => undefined, member: (text) => this.takeIndex(text) });
      else if (/^term_bank_\d+\.json$/.test(name)) {
        banks++;
        this.read(member, { member: () => undefined, item: (text, line) => this.takeRow(text, name, line) });
      } else if (/(^|[\\/])(index|term_bank_\d+)\.json$/.test(name)) {
        this.tell(`file ${quoted(name)}`, 'a path', 'dictionary files that stand in no folder');
      }
    }
    if (banks === 0) this.tell('the file', 'no term banks', '"term_bank_1.json", as in a Yomitan dictionary');
    this.terms.tell();
  }

  private collected(): Uint8Array {
    const all = new Uint8Array(this.packed);
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    this.chunks = [];
    return all;
  }

  private read(member: ZipMember, takers: Pick<JsonTakers, 'item' | 'member'>): void {
    const where = `file ${quoted(member.name)}`;
    const stray = (found: string, expected: string, line: number) =>
      this.findings.complain({ effect: 'skipped', line, where, found, expected });
    const text = new Decoding(new JsonPieces({ ...takers, stray }), this.findings.complain);
    try {
      for (const piece of member.unpack()) {
        this.left -= piece.length;
        if (this.left < 0) throw new Error('more bytes than a dictionary may unpack to');
        text.write(piece);
      }
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      this.tell(where, found, 'a packed JSON file');
    }
    text.end();
  }

  private takeIndex(text: string): void {
    const member = parsed(`{${text}}`);
    if (typeof member === 'object' && member !== null) this.terms.takeIndex(Object.entries(member));
  }

  private takeRow(text: string, file: string, line: number): void {
    const row = parsed(text);
    if (Array.isArray(row)) this.terms.takeRow(row, file, line);
    else {
      const where = `file ${quoted(file)}`;
      const expected = 'a list: [term, reading, tags, rules, score, definitions, sequence, tags]';
      this.findings.complain({ effect: 'skipped', line, where, found: quoted(text), expected });
    }
  }

  private tell(where: string, found: string, expected: string): void {
    this.findings.complain({ effect: 'skipped', where, found, expected });
  }
}

type JsonTakers = ConstructorParameters<typeof JsonPieces>[0];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
