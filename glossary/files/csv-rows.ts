import Papa from 'papaparse';
import type { Findings, Parser } from './concept.ts';
import { type Delimiter, guessDelimiter } from './delimiter.ts';
import { readPreamble } from './preamble.ts';

/** Characters that are seen before the delimiter is settled. */
const LOOKED_AT = 64 * 1024;
/** Characters of a row: beyond this a quote is missing, for the largest valid row is far below. */
const LONGEST_ROW = 16 * 2 ** 20;
/** How often a missing quote is mended before the rest is given up. */
const MOST_MENDS = 100;

/** Takes the rows of a table. */
export interface RowTaker {
  /** Names of columns that stand apart from the rows. */
  header(cells: readonly string[]): void;
  row(cells: readonly string[], line: number): void;
  end(): void;
}

/** Cuts text into the rows of a table while it comes in. */
export class CsvRows implements Parser<string> {
  private readonly taker: RowTaker;
  private readonly complain: Findings['complain'];
  private delimiter: Delimiter | undefined;
  private parser: Papa.Parser | undefined;
  private buffer = '';
  private carriageReturn = '';
  private nextTry = LOOKED_AT;
  private line = 1;
  private mends = 0;

  constructor(taker: RowTaker, complain: Findings['complain'], delimiter?: Delimiter) {
    this.taker = taker;
    this.complain = complain;
    this.delimiter = delimiter;
  }

  write(text: string): void {
    const joined = this.carriageReturn + text;
    this.carriageReturn = joined.endsWith('\r') ? '\r' : '';
    this.buffer += joined.slice(0, joined.length - this.carriageReturn.length).replace(/\r\n?/g, '\n');
    if (this.buffer.length >= this.nextTry) this.parse(false);
    while (this.buffer.length > LONGEST_ROW && this.mends <= MOST_MENDS) {
      this.mend();
      this.parse(false);
    }
  }

  end(): void {
    if (this.carriageReturn !== '') this.buffer += '\n';
    this.carriageReturn = '';
    this.parse(true);
    this.taker.end();
  }

  /** Hands on the rows that are complete, and goes on after a row that a wrong quote has run together. */
  private parse(last: boolean): void {
    if (this.parser === undefined) this.begin();
    while (!this.parseOnce(last) && this.mends <= MOST_MENDS) this.mend();
  }

  /** False where the buffer now begins with a row that has a wrong quote. */
  private parseOnce(last: boolean): boolean {
    const result: Papa.ParseResult<string[]> | undefined = this.parser?.parse(this.buffer, 0, !last);
    if (result === undefined || this.buffer === '') return true;
    const odd = new Set(result.errors.map(({ row }) => row));
    const open =
      last && result.errors.some(({ code }) => code === 'MissingQuotes') ? result.data.length - 1 : -1;
    const broken = result.data.findIndex((cells, at) => at === open || (odd.has(at) && spansLines(cells)));
    const rows = broken < 0 ? result.data : result.data.slice(0, broken);
    const consumed = broken < 0 ? (last ? this.buffer.length : result.meta.cursor) : this.startOf(broken);
    for (const [at, cells] of rows.entries()) this.hand(cells, odd.has(at));
    this.buffer = this.buffer.slice(consumed);
    this.nextTry = consumed > 0 ? this.buffer.length + LOOKED_AT : this.buffer.length * 2;
    return broken < 0;
  }

  private begin(): void {
    const { length, delimiter, columns, rest } = readPreamble(this.buffer);
    this.line += length;
    this.buffer = rest;
    this.delimiter = delimiter ?? this.delimiter ?? guessDelimiter(rest.slice(0, LOOKED_AT));
    this.parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n' });
    if (columns !== undefined) this.taker.header(columns.split(this.delimiter));
  }

  private hand(cells: readonly string[], odd: boolean): void {
    const line = this.line;
    this.line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    if (odd) {
      const expected = 'quotes inside a quoted cell doubled';
      this.complain({ effect: 'changed', line, where: 'row', found: 'a single quote inside', expected });
    }
    if (cells.some((cell) => cell.trim() !== '')) this.taker.row(cells, line);
  }

  private startOf(row: number): number {
    if (row === 0) return 0;
    const upTo = new Papa.Parser({ delimiter: this.delimiter, newline: '\n', preview: row });
    const result: Papa.ParseResult<string[]> = upTo.parse(this.buffer, 0, false);
    return result.meta.cursor;
  }

  /** The first line of such a row is left out: it has the quote that is never closed. */
  private mend(): void {
    this.mends++;
    const end = this.buffer.indexOf('\n');
    const first = end < 0 ? this.buffer : this.buffer.slice(0, end);
    const found = JSON.stringify(first.slice(0, 60));
    const givenUp = this.mends > MOST_MENDS;
    const where = givenUp ? 'the rest of the file' : 'row';
    this.complain({
      effect: 'skipped',
      line: this.line,
      where,
      found,
      expected: 'a quote that closes the cell',
    });
    this.buffer = end < 0 || givenUp ? '' : this.buffer.slice(end + 1);
    this.line++;
  }
}

function spansLines(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.includes('\n'));
}
